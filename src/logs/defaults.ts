import { DESTINATION_DEFAULTS } from './destinations/defaults';
import { FLUENT_BIT_DEFAULTS } from './fluent-bit/defaults';
import { HAS_SERVICE, SCRAPING } from '../presets/default-rows';
import { defaultRow, DefaultTable } from '../private/default-row';
import { JOURNAL_DIRECTORY, resourcesText, SMALL_AGENT, UsualResources } from '../private/standard-values';

const FLUENT_BIT = 'https://docs.fluentbit.io/manual';
const KUBERNETES = 'https://kubernetes.io/docs';

/** What applies to a LogAgent where a user says nothing, in addition to the defaults of every agent. */
export const LOG_DEFAULTS = {
  rollout: defaultRow({
    about: 'rollout',
    value: 10,
    shown: percent => `${percent} % of the nodes at a time, and never the new pod next to the old one`,
    reason: 'files wait on the node while its collector restarts, and the positions have one writer; a wave of some nodes is no burst that '
      + 'a destination refuses',
    source: `[update strategies of DaemonSets](${KUBERNETES}/tasks/manage-daemon/update-daemon-set/#daemonset-update-strategy)`,
    change: '`rollout: Rollout...`, or `scale: LogScale.large()` for smaller waves',
  }),
  resources: defaultRow({
    about: 'resources of the collector',
    value: SMALL_AGENT as UsualResources,
    shown: resourcesText,
    reason: 'a throttled collector falls behind just when the node is busy, and the files that it has not read are rotated away; '
      + 'what it holds in memory follows from the limit',
    source: `[backpressure](${FLUENT_BIT}/administration/backpressure)`,
    change: '`resources`',
  }),
  terminationGrace: defaultRow({
    about: 'time to stop',
    value: { atLeastSeconds: 30, beyondDeliverySeconds: 10 },
    shown: ({ atLeastSeconds, beyondDeliverySeconds }) => `${atLeastSeconds} seconds, and at least ${beyondDeliverySeconds} more than the `
      + 'collector takes to deliver what it holds',
    reason: 'a collector that is killed while it writes leaves chunks that cannot be read',
    source: `[grace](${FLUENT_BIT}/administration/configuration-file/yaml/service-section)`,
    change: '`terminationGracePeriod`',
  }),
  access: defaultRow({
    about: 'rights to read log files',
    value: 'root' as const,
    shown: () => 'user 0 without any capability',
    reason: 'log files belong to root; a non-root user with capabilities would run, be healthy and ship nothing, since Kubernetes '
      + 'does not hand capabilities to such users',
    source: '[ambient capabilities](https://github.com/kubernetes/enhancements/issues/2763)',
    change: '`access: LogFileAccess.nonRoot(user)`',
  }),
  metadata: defaultRow({
    about: 'what is known of the pod of a line',
    value: 'fromApi' as 'fromApi' | 'fromFileName' | 'none',
    shown: source => (source === 'fromApi'
      ? 'names and labels, by the right to `get` pods and nothing else'
      : `\`LogMetadata.${source}()\``),
    reason: 'labels are what people search by, and one right is what it takes',
    source: `[Kubernetes filter](${FLUENT_BIT}/data-pipeline/filters/kubernetes)`,
    change: '`metadata: LogMetadata...`',
  }),
  podMetadata: defaultRow({
    about: 'metadata of pods',
    value: { labels: true, annotations: false, podAnnotationsDecide: true },
    shown: ({ labels, annotations, podAnnotationsDecide }) =>
      `labels: ${labels}, annotations: ${annotations}; pods may choose a parser or leave themselves out: ${podAnnotationsDecide}`,
    reason: 'annotations are long, and few of them help to find a line',
    source: `[Kubernetes filter](${FLUENT_BIT}/data-pipeline/filters/kubernetes)`,
    change: 'options of `LogMetadata.fromApi(...)`',
  }),
  parseJson: defaultRow({
    about: 'lines that are JSON',
    value: true,
    shown: wanted => (wanted ? 'become fields of the record' : 'stay text'),
    reason: 'a destination can search fields, and lines that are no JSON stay as they are',
    source: `[Kubernetes filter](${FLUENT_BIT}/data-pipeline/filters/kubernetes)`,
    change: '`parseJson` of `LogInput.containers(...)`',
  }),
  stateWithoutHostPaths: defaultRow({
    about: 'state where nothing may be written to nodes',
    value: 'withPod' as 'withPod' | 'onNode',
    shown: which => (which === 'withPod' ? 'with the pod, on GKE Autopilot' : 'in a directory of the node, which Autopilot refuses'),
    reason: 'GKE Autopilot refuses every writable host path',
    source: '[security of Autopilot](https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-security)',
    change: '`state: LogState...`',
  }),
  stateDirectory: defaultRow({
    about: 'positions and buffers',
    value: '/var/lib/node-agents',
    shown: path => `on the node, in \`${path}/NAMESPACE.NAME\``,
    reason: 'nothing is lost or sent twice when a pod is replaced, or while a destination is down',
    source: `[buffering](${FLUENT_BIT}/administration/buffering-and-storage)`,
    change: '`state: LogState...`',
  }),
  journalDirectory: defaultRow({
    about: 'directory of the journal',
    value: JOURNAL_DIRECTORY,
    shown: path => `\`${path}\``,
    reason: 'systemd keeps a persistent journal there',
    source: '[journald.conf](https://www.freedesktop.org/software/systemd/man/latest/journald.conf.html#Storage=)',
    change: '`directory` of `LogInput.journal(...)`',
  }),
  ...FLUENT_BIT_DEFAULTS,
  livenessProbe: defaultRow({
    about: 'liveness probe',
    value: { initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    shown: ({ timeoutSeconds, failureThreshold }) => `restart when the server does not answer within ${timeoutSeconds} seconds, `
      + `${failureThreshold} times in a row`,
    reason: 'a busy node must not restart its log agent',
    source: `[probes](${KUBERNETES}/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/)`,
    change: '`livenessProbe: Probe...`',
  }),
  readinessProbe: defaultRow({
    about: 'readiness probe',
    value: { initialDelaySeconds: 5, periodSeconds: 10, timeoutSeconds: 5 },
    shown: ({ timeoutSeconds }) => `ready when the server answers within ${timeoutSeconds} seconds, whether or not destinations do`,
    reason: 'an outage of a destination would otherwise stop the rollout that fixes it',
    source: `[health check](${FLUENT_BIT}/administration/monitoring#health-check-for-fluent-bit)`,
    change: '`readinessProbe: Probe...`',
  }),
  hasService: HAS_SERVICE,
  scraping: SCRAPING,
  ...DESTINATION_DEFAULTS,
} as const satisfies DefaultTable;
