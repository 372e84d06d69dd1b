import { ALLOCATED_PORT, HAS_SERVICE, IMAGE_OF_THE_PROJECT, NOBODY, NODE_CRITICAL, SCRAPING } from '../presets/default-rows';
import { defaultRow, DefaultTable } from '../private/default-row';
import { resourcesText } from '../private/standard-values';

const KUBERNETES = 'https://kubernetes.io/docs';
const NODE_EXPORTER = 'https://github.com/prometheus/node_exporter';
const KUBE_STATE = 'https://github.com/kubernetes/kube-state-metrics';
const PROXY = 'https://github.com/brancz/kube-rbac-proxy';

/** What applies to a MetricsExporter where a user says nothing, in addition to the defaults of every agent. */
export const METRICS_DEFAULTS = {
  rollout: defaultRow({
    about: 'rollout',
    value: 10,
    shown: percent => `${percent} % of the nodes at a time`,
    reason: 'a node misses a scrape or two while its exporter restarts, and alerts on missing exporters wait longer than that',
    source: `[update strategies of DaemonSets](${KUBERNETES}/tasks/manage-daemon/update-daemon-set/#daemonset-update-strategy)`,
    change: '`rollout: Rollout...`',
  }),
  priority: defaultRow({
    ...NODE_CRITICAL,
    reason: 'a node is watched for the moment when it runs short, and that is when pods without a class are evicted',
  }),
  hasService: HAS_SERVICE,
  listenOnEveryAddress: defaultRow({
    about: 'address of the metrics',
    value: false,
    shown: everywhere => (everywhere ? 'every address of the node' : 'the address that the pod is known by'),
    reason: 'a second, public address of the node serves no metrics',
    source: `[web.listen-address](${NODE_EXPORTER}#tls-endpoint)`,
    change: '`listenOnEveryAddress: true`',
  }),
  protection: defaultRow({
    about: 'protection of the metrics',
    value: 'none' as const,
    shown: () => 'whoever reaches the port reads the metrics',
    reason: 'it needs nothing of the cluster; choose another where more than Prometheus reaches the nodes',
    source: '[security model of Prometheus](https://prometheus.io/docs/operating/security/)',
    change: '`protection: MetricsProtection...`',
  }),
  scraping: SCRAPING,
  version: defaultRow({
    about: 'release of node_exporter',
    value: '1.12.1',
    shown: version => version,
    reason: 'the flags of it and of every release before it from 1.5 on are known here',
    source: `[releases](${NODE_EXPORTER}/releases)`,
    change: '`version` of `Exporter.nodeExporter(...)`',
  }),
  repository: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of node_exporter',
    value: 'quay.io/prometheus/node-exporter',
    source: `[node_exporter](${NODE_EXPORTER}#docker)`,
    change: '`image` of `Exporter.nodeExporter(...)`',
  }),
  port: defaultRow({
    ...ALLOCATED_PORT,
    about: 'port of node_exporter',
    value: 9100,
    reason: 'it is the one that node_exporter is known by',
  }),
  resources: defaultRow({
    about: 'resources of node_exporter',
    value: { cpu: '20m', memory: '32Mi', memoryLimit: '192Mi' },
    shown: resourcesText,
    reason: 'on a small node it was seen to take 25Mi, and 8 ms of a processor for a scrape; a throttled exporter takes minutes on '
      + 'just the node that is busy',
    source: `[what limits do](${KUBERNETES}/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run)`,
    change: '`resources`',
  }),
  user: defaultRow({
    ...NOBODY,
    about: 'user of node_exporter',
    reason: 'the image of the project runs as that user too; it is written out because other builds run as root',
    source: `[Dockerfile](${NODE_EXPORTER}/blob/master/Dockerfile)`,
    change: '`securityContext`',
  }),
  hostNetwork: defaultRow({
    about: 'network of node_exporter',
    value: true,
    shown: shared => (shared ? 'that of the node' : 'that of the pod'),
    reason: 'the kernel shows network devices, sockets and ARP tables of the own network namespace only',
    source: `[node_exporter in a container](${NODE_EXPORTER}#docker)`,
    change: '`hostNetwork: false` of `Exporter.nodeExporter(...)`',
  }),
  hostRoot: defaultRow({
    about: 'file system of the node',
    value: true,
    shown: mounted => (mounted ? 'mounted as a whole, read-only' : 'not mounted'),
    reason: 'without it the collectors `filesystem` and `os` would describe the container',
    source: `[node_exporter in a container](${NODE_EXPORTER}#docker)`,
    change: '`hostRoot: false` of `Exporter.nodeExporter(...)`',
  }),
  mountPropagation: defaultRow({
    about: 'mounts that are made later',
    value: 'HostToContainer',
    shown: propagation => `\`${propagation}\``,
    reason: 'a volume that is mounted later would be reported with the size of its parent, and one that was mounted before could '
      + 'not be removed while the exporter runs',
    source: `[mount propagation](${KUBERNETES}/concepts/storage/volumes/#mount-propagation)`,
    change: '`mountPropagation` of `Exporter.nodeExporter(...)`',
  }),
  collectors: defaultRow({
    about: 'collectors of node_exporter',
    value: 'standard' as 'standard' | 'upstream' | 'essential',
    shown: which => `\`NodeCollectors.${which}()\``,
    reason: 'those of node_exporter itself without the ones that cost more than they tell: `btrfs`, `rapl` unless it is root, and '
      + 'what would describe the container',
    source: `[collectors](${NODE_EXPORTER}#collectors)`,
    change: '`collectors: NodeCollectors...` of `Exporter.nodeExporter(...)`',
  }),
  kubeStateVersion: defaultRow({
    about: 'release of kube-state-metrics',
    value: '2.20.0',
    shown: version => version,
    reason: 'the flags and kinds of it and of every release before it from 2.13 on are known here',
    source: `[releases](${KUBE_STATE}/releases)`,
    change: '`version` of KubeStateMetrics',
  }),
  kubeStateRepository: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of kube-state-metrics',
    value: 'registry.k8s.io/kube-state-metrics/kube-state-metrics',
    source: `[container image](${KUBE_STATE}#container-image)`,
    change: '`image` of KubeStateMetrics',
  }),
  kubeStatePorts: defaultRow({
    about: 'ports of kube-state-metrics',
    value: { metrics: 8080, telemetry: 8081 },
    shown: ({ metrics, telemetry }) => `${metrics}, and ${telemetry} for metrics about itself`,
    reason: 'they are those of the program',
    source: `[command line arguments](${KUBE_STATE}/blob/main/docs/developer/cli-arguments.md)`,
    change: '`port` and `telemetryPort` of KubeStateMetrics',
  }),
  kubeStateResources: defaultRow({
    about: 'resources of kube-state-metrics',
    value: { cpu: '100m', memory: '256Mi', memoryLimit: '1Gi' },
    shown: resourcesText,
    reason: 'it holds all collected objects in memory, and the project recommends 0.1 of a processor and 250 MiB for a small cluster; '
      + 'a throttled one lets its queue grow',
    source: `[scaling](${KUBE_STATE}#resource-recommendation)`,
    change: '`resources` of KubeStateMetrics',
  }),
  kubeStateNodeResources: defaultRow({
    about: 'resources of kube-state-metrics for the pods of one node',
    value: { cpu: '10m', memory: '32Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'it holds the pods of one node, which are 110 unless the kubelet allows more',
    source: `[daemonset sharding](${KUBE_STATE}#daemonset-sharding-for-pod-metrics)`,
    change: '`nodeResources` of KubeStateMetrics',
  }),
  kubeStateUser: defaultRow({
    ...NOBODY,
    about: 'user of kube-state-metrics',
    reason: 'the manifests of the project say the same',
    source: `[examples](${KUBE_STATE}/tree/main/examples/standard)`,
    change: '`securityContext` of KubeStateMetrics',
  }),
  kubeStateProbes: defaultRow({
    about: 'probes of kube-state-metrics',
    value: { timeoutSeconds: 5, failureThreshold: 6 },
    shown: ({ timeoutSeconds, failureThreshold }) =>
      `restart when \`/livez\` does not answer within ${timeoutSeconds} seconds, ${failureThreshold} times in a row; ready when `
        + '`/readyz` does',
    reason: 'both ask the API server: a shorter patience would restart it in every outage of the API server, and have it list all objects '
      + 'when that is over',
    source: `[probes](${KUBE_STATE}#kubernetes-deployment)`,
    change: '`livenessProbe` and `readinessProbe` of KubeStateMetrics',
  }),
  readinessProbe: defaultRow({
    about: 'readiness probe',
    value: { timeoutSeconds: 5 },
    shown: ({ timeoutSeconds }) => `ready when the landing page answers within ${timeoutSeconds} seconds`,
    reason: 'a busy node answers late; half a minute without an answer takes the exporter out of its Service',
    source: `[probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`readinessProbe: Probe...`',
  }),
  livenessProbe: defaultRow({
    about: 'liveness probe',
    value: { timeoutSeconds: 5, failureThreshold: 6 },
    shown: ({ timeoutSeconds, failureThreshold }) => `restart when the landing page does not answer within ${timeoutSeconds} seconds, `
      + `${failureThreshold} times in a row`,
    reason: 'to restart a busy exporter makes it no quicker, so a restart takes twice as long a silence as readiness',
    source: `[probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`livenessProbe: Probe...`',
  }),
  portProbe: defaultRow({
    about: 'probe where the kubelet has no credentials',
    value: { periodSeconds: 30 },
    shown: ({ periodSeconds }) => `ready when the port is open, asked every ${periodSeconds} seconds`,
    reason: 'the exporter logs each handshake that is broken off',
    source: '[web configuration](https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md)',
    change: '`readinessProbe: Probe...`',
  }),
  proxyImage: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of kube-rbac-proxy',
    value: 'quay.io/brancz/kube-rbac-proxy:v0.22.1',
    source: `[releases](${PROXY}/releases)`,
    change: '`image` of `MetricsProtection.kubeRbacProxy(...)`',
  }),
  proxyResources: defaultRow({
    about: 'resources of kube-rbac-proxy',
    value: { cpu: '10m', memory: '32Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'it passes one request on at each scrape',
    source: `[kube-rbac-proxy](${PROXY})`,
    change: '`resources` of `MetricsProtection.kubeRbacProxy(...)`',
  }),
  proxyUser: defaultRow({
    about: 'user of kube-rbac-proxy',
    value: 65532,
    shown: user => `${user} (nonroot), without any capability`,
    reason: 'its image runs as that user too; it is written out because other builds run as root',
    source: `[Dockerfile](${PROXY}/blob/master/Dockerfile)`,
    change: '`addContainer` with a proxy of your own',
  }),
} as const satisfies DefaultTable;
