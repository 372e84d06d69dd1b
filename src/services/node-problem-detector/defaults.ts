import { HAS_SERVICE, IMAGE_OF_THE_PROJECT, NODE_CRITICAL, SCRAPING } from '../../presets/default-rows';
import { defaultRow, DefaultTable } from '../../private/default-row';
import { resourcesText } from '../../private/standard-values';

const KUBERNETES = 'https://kubernetes.io/docs';
const DETECTOR = 'https://github.com/kubernetes/node-problem-detector';

/** What applies to a NodeProblemDetector where a user says nothing, in addition to the defaults of every agent. */
export const DETECTOR_DEFAULTS = {
  version: defaultRow({
    about: 'release of node-problem-detector',
    value: '1.36.0',
    shown: version => version,
    reason: 'the flags and monitors of it and of every release before it from 1.34 on are known here',
    source: `[releases](${DETECTOR}/releases)`,
    change: '`version`',
  }),
  repository: defaultRow({
    ...IMAGE_OF_THE_PROJECT,
    about: 'image of node-problem-detector',
    value: 'registry.k8s.io/node-problem-detector/node-problem-detector',
    source: `[deployment](${DETECTOR}/tree/master/deployment)`,
    change: '`image`',
  }),
  monitors: defaultRow({
    about: 'monitors of node-problem-detector',
    value: ['kernel', 'readonlyFilesystem'] as ReadonlyArray<'kernel' | 'readonlyFilesystem' | 'systemd' | 'docker'>,
    shown: names => names.map(name => `\`NodeProblemMonitor.${name}()\``).join(' and '),
    reason: 'they are those that the image runs by itself, and every Linux node has what they read',
    source: `[Dockerfile](${DETECTOR}/blob/master/Dockerfile)`,
    change: '`problemMonitors`',
  }),
  priority: defaultRow({
    ...NODE_CRITICAL,
    reason: 'a node is watched for the moment when it fails, and that is when pods without a class are evicted',
  }),
  hasService: HAS_SERVICE,
  scraping: SCRAPING,
  alerts: defaultRow({
    about: 'alerts about nodes with problems',
    value: 'none' as 'none' | 'prometheusRule',
    shown: kind => (kind === 'none' ? 'no object is written' : `\`MetricsAlerts.${kind}()\``),
    reason: 'the custom resource definitions of the Prometheus Operator may not be there',
    source: '[PrometheusRule](https://prometheus-operator.dev/docs/developer/alerting/)',
    change: '`alerts: MetricsAlerts.prometheusRule()`',
  }),
  port: defaultRow({
    about: 'port of the metrics',
    value: 20257,
    shown: String,
    reason: 'it is the one of the program, which opens it on the loopback address alone unless configured otherwise',
    source: `[flags](${DETECTOR}#flags)`,
    change: '`port`',
  }),
  reportConditions: defaultRow({
    about: 'conditions of the Node',
    value: true,
    shown: reports => (reports ? 'reported' : 'not reported'),
    reason: 'operators, autoscalers and `kubectl describe node` look at them',
    source: `[node-problem-detector](${DETECTOR}#problem-api)`,
    change: '`reportConditions: false`, which takes the right to write them too',
  }),
  reportEvents: defaultRow({
    about: 'events about the Node',
    value: true,
    shown: reports => (reports ? 'reported' : 'not reported'),
    reason: 'problems that pass, such as a hung task, are reported by events alone',
    source: `[node-problem-detector](${DETECTOR}#problem-api)`,
    change: '`reportEvents: false`, which takes the right to write them too',
  }),
  eventNamespace: defaultRow({
    about: 'namespace of the events',
    value: 'default',
    shown: namespace => `\`${namespace}\``,
    reason: 'a Node has no namespace, and events about it are kept where those of the kubelet are; the right to write events is granted '
      + 'there alone',
    source: `[flags](${DETECTOR}#flags)`,
    change: '`eventNamespace`',
  }),
  apiServerWait: defaultRow({
    about: 'wait for the API server at the start',
    value: 60,
    shown: seconds => `${seconds} seconds`,
    reason: 'metrics are served only after it, and the 5 minutes of the program would hide them in every outage of the API server; '
      + 'conditions are reported as soon as it answers',
    source: `[flags](${DETECTOR}#flags)`,
    change: '`startupProbe`, and `overrides` with other `args`',
  }),
  pluginTimes: defaultRow({
    about: 'checks of plugins and of the health of components',
    value: { intervalSeconds: 60, timeoutSeconds: 20 },
    shown: ({ intervalSeconds, timeoutSeconds }) => `every ${intervalSeconds} seconds, for at most ${timeoutSeconds} seconds`,
    reason: 'the 10 seconds of the configurations of the project are for repairs, which are not made here',
    source: `[custom plugin monitor](${DETECTOR}/blob/master/pkg/custompluginmonitor/README.md)`,
    change: '`interval` and `timeout` of the monitor',
  }),
  statsInterval: defaultRow({
    about: 'system stats',
    value: 60,
    shown: seconds => `read every ${seconds} seconds`,
    reason: 'it is the interval of the program',
    source: `[system stats monitor](${DETECTOR}/blob/master/pkg/systemstatsmonitor/README.md)`,
    change: '`interval` of NodeProblemMonitor.systemStats',
  }),
  crictl: defaultRow({
    about: 'crictl of the node',
    value: '/usr/bin/crictl',
    shown: path => `\`${path}\``,
    reason: 'the image has none, and without it a healthy runtime is reported as unhealthy',
    source: `[node-problem-detector#683](${DETECTOR}/issues/683)`,
    change: '`crictlPath` of NodeProblemMonitor.containerRuntimeHealth',
  }),
  runtimeSocket: defaultRow({
    about: 'socket of the container runtime',
    value: '/run/containerd/containerd.sock',
    shown: path => `\`${path}\``,
    reason: 'it is the socket of containerd; its directory is mounted, since the socket is created again at each restart',
    source: `[container runtimes](${KUBERNETES}/setup/production-environment/container-runtimes/)`,
    change: '`socketPath` of NodeProblemMonitor.containerRuntimeHealth',
  }),
  resources: defaultRow({
    about: 'resources of node-problem-detector',
    value: { cpu: '10m', memory: '48Mi', memoryLimit: '128Mi' },
    shown: resourcesText,
    reason: 'with its default monitors it was seen to take 45Mi; the manifests of the project limit it to 10m of a processor, with which a '
      + 'flood of kernel messages is read minutes late',
    source: `[deployment](${DETECTOR}/tree/master/deployment)`,
    change: '`resources`',
  }),
  user: defaultRow({
    about: 'user of node-problem-detector',
    value: 65534,
    shown: user => `${user} (nobody) where no monitor needs more`,
    reason: 'the log of the kernel needs a privileged container, the journal and other logs need root; nothing else does',
    source: `[node-problem-detector#698](${DETECTOR}/issues/698)`,
    change: '`securityContext`',
  }),
  startupProbe: defaultRow({
    about: 'startup probe',
    value: { periodSeconds: 10, failureThreshold: 12 },
    shown: ({ periodSeconds, failureThreshold }) => `the metrics answer within ${periodSeconds * failureThreshold} seconds`,
    reason: 'an API server that does not answer must not restart it: the wait for it is half of this time',
    source: `[startup probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`startupProbe: Probe...`',
  }),
  readinessProbe: defaultRow({
    about: 'readiness probe',
    value: { timeoutSeconds: 5 },
    shown: ({ timeoutSeconds }) => `ready when the metrics answer within ${timeoutSeconds} seconds`,
    reason: 'a node with problems answers late',
    source: `[probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`readinessProbe: Probe...`',
  }),
  livenessProbe: defaultRow({
    about: 'liveness probe',
    value: { timeoutSeconds: 5, failureThreshold: 6 },
    shown: ({ timeoutSeconds, failureThreshold }) => `restart when the metrics do not answer within ${timeoutSeconds} seconds, `
      + `${failureThreshold} times in a row`,
    reason: 'a restart sets all its conditions back to healthy, so it takes twice as long a silence as readiness',
    source: `[probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`livenessProbe: Probe...`',
  }),
} as const satisfies DefaultTable;
