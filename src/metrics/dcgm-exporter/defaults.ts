import { ALLOCATED_PORT } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const DCGM_EXPORTER = 'https://github.com/NVIDIA/dcgm-exporter';

/** What applies to Exporter.dcgm where a user says nothing. */
export const DCGM_DEFAULTS = {
  version: defaultRow({
    about: 'release of dcgm-exporter, that of DCGM first',
    value: '4.5.3-4.8.2',
    shown: version => version,
    reason: 'the flags of it and of every release before it from 4.4.2-4.7.0 on are known here',
    source: `[releases](${DCGM_EXPORTER}/releases)`,
    change: '`version` of `Exporter.dcgm(...)`',
  }),
  repository: defaultRow({
    about: 'image of dcgm-exporter',
    value: { name: 'nvcr.io/nvidia/k8s/dcgm-exporter', variant: 'distroless' },
    shown: ({ name, variant }) => `\`${name}\`, ${variant}`,
    reason: 'it is the image that the manifest of the project names',
    source: `[dcgm-exporter.yaml](${DCGM_EXPORTER}/blob/main/dcgm-exporter.yaml)`,
    change: '`image` of `Exporter.dcgm(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of dcgm-exporter',
    value: 9400,
    reason: 'it is the one that dcgm-exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of dcgm-exporter',
    value: { cpu: '100m', memory: '128Mi', memoryLimit: '512Mi' },
    shown: resourcesText,
    reason: 'they are those of the chart of the project, without its processor limit',
    source: `[values.yaml](${DCGM_EXPORTER}/blob/main/deployment/values.yaml)`,
    change: '`resources`',
  }),
  startup: defaultRow({
    about: 'start of dcgm-exporter',
    value: { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 24 },
    shown: ({ periodSeconds, failureThreshold }) => `it may take ${periodSeconds * failureThreshold} seconds to its first answer`,
    reason: 'it looks for GPUs and loads their libraries first; the chart of the project waits 45 seconds on every node instead',
    source: `[values.yaml](${DCGM_EXPORTER}/blob/main/deployment/values.yaml)`,
    change: '`overrides` with a `startupProbe`',
  }),
  profiling: defaultRow({
    about: 'profiling metrics of GPUs',
    value: false,
    shown: on => (on ? '`DCGM_FI_PROF_*`, with the capability `SYS_ADMIN`' : 'off: no capability'),
    reason: 'the driver shows them to `SYS_ADMIN` only, which is nearly root on the node',
    source: '[permissions for profiling '
      + 'counters](https://developer.nvidia.com/nvidia-development-tools-solutions-err_nvgpuctrperm-permission-issue-performance-counters)',
    change: '`profiling: true` of `Exporter.dcgm(...)`',
  }),
} as const satisfies DefaultTable;
