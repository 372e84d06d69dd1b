import { defaultRow, DefaultRow } from '../private/default-row';

const KUBERNETES = 'https://kubernetes.io/docs';

/**
 * A row, or what several rows say alike: each spreads it and adds the rest. Members that are for pages only stay members of plain objects,
 * where the packager leaves them out.
 */
export type RowPart<T, Missing extends keyof DefaultRow<T>> = Omit<DefaultRow<T>, Missing>;

/** Monitors of the Prometheus Operator: the row of every agent that has metrics of its own. */
export const SCRAPING = defaultRow({
  about: 'monitor of the Prometheus Operator',
  value: 'none' as 'none' | 'podMonitor' | 'serviceMonitor',
  shown: kind => (kind === 'none' ? 'no object is written' : `\`MetricsScraping.${kind}()\``),
  reason: 'its custom resource definitions may not be there',
  source: '[PodMonitor and ServiceMonitor](https://prometheus-operator.dev/docs/developer/getting-started/)',
  change: '`scraping: MetricsScraping...`',
});

/** The Service of every agent that has metrics of its own. */
export const HAS_SERVICE = defaultRow({
  about: 'Service',
  value: true,
  shown: has => (has ? 'a headless Service in front of the metrics' : 'none'),
  reason: 'it names the addresses of the pods for scrapers, and costs kube-proxy nothing',
  source: `[headless Services](${KUBERNETES}/concepts/services-networking/service/#headless-services)`,
  change: '`services`: a list of your own, an empty one for none',
});

/** Agents that a node needs most when it is full. */
export const NODE_CRITICAL: RowPart<'systemNodeCritical' | 'systemClusterCritical' | 'none', 'reason'> = {
  about: 'priority',
  value: 'systemNodeCritical',
  shown: which => `\`Priority.${which}()\``,
  source: `[priority and preemption](${KUBERNETES}/concepts/scheduling-eviction/pod-priority-preemption/)`,
  change: '`priority: Priority.none()`, as on GKE without a ResourceQuota for the class',
};

/** The image that a project publishes itself, or its name. */
export const IMAGE_OF_THE_PROJECT: RowPart<string, 'about' | 'value' | 'source' | 'change'> = {
  shown: image => `\`${image}\``,
  reason: 'it is the image of the project itself',
};

/** The port that Prometheus lists for an exporter. */
export const ALLOCATED_PORT: RowPart<number, 'about' | 'value' | 'reason'> = {
  shown: String,
  source: '[default port allocations](https://github.com/prometheus/prometheus/wiki/Default-port-allocations)',
  change: '`port`',
};

/** The user that most images call nobody. */
export const NOBODY: RowPart<number, 'about' | 'reason' | 'source' | 'change'> = {
  value: 65534,
  shown: user => `${user} (nobody), without any capability`,
};
