import { ALLOCATED_PORT, IMAGE_OF_THE_PROJECT, NOBODY } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const PROCESS_EXPORTER = 'https://github.com/ncabatoff/process-exporter';

/** What applies to Exporter.process where a user says nothing. */
export const PROCESS_DEFAULTS = {
  version: defaultRow({
    about: 'release of process-exporter',
    value: '0.8.7',
    shown: version => version,
    reason: 'the flags of it and of every release before it from 0.8.3 on are known here',
    source: `[releases](${PROCESS_EXPORTER}/releases)`,
    change: '`version` of `Exporter.process(...)`',
  }),
  repository: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of process-exporter',
    value: 'docker.io/ncabatoff/process-exporter',
    source: `[process-exporter](${PROCESS_EXPORTER})`,
    change: '`image` of `Exporter.process(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of process-exporter',
    value: 9256,
    reason: 'it is the one that process-exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of process-exporter',
    value: { cpu: '20m', memory: '32Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'on a node with a hundred processes it was seen to take 20Mi, and 80 ms of a processor for a scrape',
    source: '[what limits '
      + 'do](https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)',
    change: '`resources`',
  }),
  user: defaultRow({
    ...NOBODY,
    about: 'user of process-exporter',
    reason: 'names, processor time and memory of processes are for everyone to read',
    source: `[group metrics](${PROCESS_EXPORTER}#group-metrics)`,
    change: '`readsAllProcesses: true` of `Exporter.process(...)`, or `securityContext`',
  }),
  threads: defaultRow({
    about: 'metrics of threads',
    value: false,
    shown: on => (on ? 'each name of a thread has series' : 'off'),
    reason: 'every name of a thread has some twenty series of its own',
    source: `[group thread metrics](${PROCESS_EXPORTER}#group-thread-metrics)`,
    change: '`threads: true` of `Exporter.process(...)`',
  }),
} as const satisfies DefaultTable;
