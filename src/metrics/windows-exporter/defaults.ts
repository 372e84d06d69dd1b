import { ALLOCATED_PORT } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const WINDOWS_EXPORTER = 'https://github.com/prometheus-community/windows_exporter';

/** What applies to Exporter.windows where a user says nothing. */
export const WINDOWS_DEFAULTS = {
  version: defaultRow({
    about: 'release of windows_exporter',
    value: '0.31.8',
    shown: version => version,
    reason: 'the flags and collectors of it and of every release before it from 0.31.0 on are known here',
    source: `[releases](${WINDOWS_EXPORTER}/releases)`,
    change: '`version` of `Exporter.windows(...)`',
  }),
  repository: defaultRow({
    about: 'image of windows_exporter',
    value: 'ghcr.io/prometheus-community/windows-exporter',
    shown: repository => `\`${repository}\``,
    reason: 'it is the image of the project itself, on a base that fits every release of Windows Server that runs containers',
    source: `[Kubernetes](${WINDOWS_EXPORTER}/blob/master/kubernetes/kubernetes.md)`,
    change: '`image` of `Exporter.windows(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of windows_exporter',
    value: 9182,
    reason: 'it is the one that windows_exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of windows_exporter',
    value: { cpu: '100m', memory: '200Mi', memoryLimit: '300Mi' },
    shown: resourcesText,
    reason: 'its own soft limit of memory is 200 MB, which is also what kube-prometheus reserves for it',
    source: `[flags](${WINDOWS_EXPORTER}#flags)`,
    change: '`resources`',
  }),
  user: defaultRow({
    about: 'user of windows_exporter',
    value: 'NT AUTHORITY\\SYSTEM',
    shown: user => `\`${user}\` of the node, in a HostProcess container`,
    reason: 'performance counters and services of the node are not shown to other containers',
    source: '[HostProcess containers](https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/)',
    change: '`securityContext`',
  }),
  collectors: defaultRow({
    about: 'collectors of windows_exporter',
    value: ['container', 'cpu', 'logical_disk', 'memory', 'net', 'os', 'physical_disk', 'service', 'system'],
    shown: names => names.map(name => `\`${name}\``).join(', '),
    reason: 'those of windows_exporter itself, and `container` as in its example for Kubernetes',
    source: `[collectors](${WINDOWS_EXPORTER}#collectors)`,
    change: '`collectors` of `Exporter.windows(...)`',
  }),
  services: defaultRow({
    about: 'services of Windows that get series',
    value: ['containerd', 'csi-proxy', 'docker', 'kubelet', 'kube-?proxy'],
    shown: names => names.map(name => `\`${name}\``).join(', '),
    reason: 'a node has far more services, and each has a series for every state that it could be in',
    source: `[collector service](${WINDOWS_EXPORTER}/blob/master/docs/collector.service.md)`,
    change: '`services` of `Exporter.windows(...)`',
  }),
  firewallRule: defaultRow({
    about: 'firewall of Windows nodes',
    value: true,
    shown: opens => (opens ? 'an init container opens the port' : 'it is left alone'),
    reason: 'the firewall of Windows Server refuses ports that no rule opens; the example of the project does the same',
    source: `[example](${WINDOWS_EXPORTER}/blob/master/kubernetes/windows-exporter-daemonset.yaml)`,
    change: '`firewallRule: false` of `Exporter.windows(...)`',
  }),
} as const satisfies DefaultTable;
