import { ALLOCATED_PORT, IMAGE_OF_THE_PROJECT, NOBODY } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const SYSTEMD_EXPORTER = 'https://github.com/prometheus-community/systemd_exporter';

/** What applies to Exporter.systemd where a user says nothing. */
export const SYSTEMD_DEFAULTS = {
  version: defaultRow({
    about: 'release of systemd_exporter',
    value: '0.7.0',
    shown: version => version,
    reason: 'the flags of it and of 0.6 are known here',
    source: `[releases](${SYSTEMD_EXPORTER}/releases)`,
    change: '`version` of `Exporter.systemd(...)`',
  }),
  repository: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of systemd_exporter',
    value: 'quay.io/prometheuscommunity/systemd-exporter',
    source: `[systemd_exporter](${SYSTEMD_EXPORTER})`,
    change: '`image` of `Exporter.systemd(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of systemd_exporter',
    value: 9558,
    reason: 'it is the one that systemd_exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of systemd_exporter',
    value: { cpu: '10m', memory: '32Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'it was seen to take 15Mi; each unit takes several questions to systemd',
    source: '[what limits '
      + 'do](https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)',
    change: '`resources`',
  }),
  user: defaultRow({
    ...NOBODY,
    about: 'user of systemd_exporter',
    reason: 'systemd tells the state of units to everyone on the system bus',
    source: `[Dockerfile](${SYSTEMD_EXPORTER}/blob/main/Dockerfile)`,
    change: '`securityContext`',
  }),
  excludedUnits: defaultRow({
    about: 'units without series',
    value: ['automount', 'device', 'mount', 'scope', 'slice'],
    shown: types => types.map(type => `\`.${type}\``).join(', '),
    reason: 'each pod has several of them, whose series end with it; node_exporter leaves out the same',
    source: '[systemd collector of node_exporter](https://github.com/prometheus/node_exporter#systemd-collector)',
    change: '`units` of `Exporter.systemd(...)`',
  }),
} as const satisfies DefaultTable;
