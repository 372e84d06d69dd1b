import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const NFD = 'https://github.com/kubernetes-sigs/node-feature-discovery';

/** What applies to NodeFeatureDiscovery where a user says nothing, in addition to the defaults of every agent. */
export const FEATURE_DISCOVERY_DEFAULTS = {
  image: defaultRow({
    about: 'image of Node Feature Discovery',
    value: 'registry.k8s.io/nfd/node-feature-discovery:v0.19.0',
    shown: image => `\`${image}\``,
    reason: 'it is the image of the project itself, for worker, master and garbage collector',
    source: `[releases](${NFD}/releases)`,
    change: '`image`',
  }),
  workerResources: defaultRow({
    about: 'resources of the worker of Node Feature Discovery',
    value: { cpu: '5m', memory: '64Mi', memoryLimit: '512Mi' },
    shown: resourcesText,
    reason: 'they are those of the chart of the project',
    source: `[chart](${NFD}/blob/master/deployment/helm/node-feature-discovery/values.yaml)`,
    change: '`resources`',
  }),
  masterResources: defaultRow({
    about: 'resources of the master of Node Feature Discovery',
    value: { cpu: '100m', memory: '128Mi', memoryLimit: '4Gi' },
    shown: resourcesText,
    reason: 'they are those of the chart of the project: it holds the features of all nodes in memory',
    source: `[chart](${NFD}/blob/master/deployment/helm/node-feature-discovery/values.yaml)`,
    change: '`resources` of `master`',
  }),
  collectorResources: defaultRow({
    about: 'resources of the garbage collector of Node Feature Discovery',
    value: { cpu: '10m', memory: '128Mi', memoryLimit: '1Gi' },
    shown: resourcesText,
    reason: 'they are those of the chart of the project',
    source: `[chart](${NFD}/blob/master/deployment/helm/node-feature-discovery/values.yaml)`,
    change: '`resources` of `garbageCollector`',
  }),
  port: defaultRow({
    about: 'port of Node Feature Discovery',
    value: 8080,
    shown: port => `${port}, for probes and metrics`,
    reason: 'it is the one of the program',
    source: '[worker command '
      + 'line](https://kubernetes-sigs.github.io/node-feature-discovery/stable/reference/worker-commandline-reference.html)',
    change: '`port`',
  }),
} satisfies DefaultTable;
