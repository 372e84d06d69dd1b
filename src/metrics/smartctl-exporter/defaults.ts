import { ALLOCATED_PORT } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const SMARTCTL_EXPORTER = 'https://github.com/prometheus-community/smartctl_exporter';

/** What applies to Exporter.smartctl where a user says nothing. */
export const SMARTCTL_DEFAULTS = {
  version: defaultRow({
    about: 'release of smartctl_exporter',
    value: '0.14.0',
    shown: version => version,
    reason: 'the flags of it and of every release before it from 0.11 on are known here',
    source: `[releases](${SMARTCTL_EXPORTER}/releases)`,
    change: '`version` of `Exporter.smartctl(...)`',
  }),
  repository: defaultRow({
    about: 'image of smartctl_exporter',
    value: 'quay.io/prometheuscommunity/smartctl-exporter',
    shown: repository => `\`${repository}\``,
    reason: 'it is the image of the project itself, which has smartctl in it',
    source: `[Dockerfile](${SMARTCTL_EXPORTER}/blob/master/Dockerfile)`,
    change: '`image` of `Exporter.smartctl(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of smartctl_exporter',
    value: 9633,
    reason: 'it is the one that smartctl_exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of smartctl_exporter',
    value: { cpu: '10m', memory: '32Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'it was seen to take 15Mi; smartctl runs once in a minute for each disk',
    source: '[what limits '
      + 'do](https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)',
    change: '`resources`',
  }),
} as const satisfies DefaultTable;
