import { Wire } from '../../private/wire';

/** The pods that the alerts are about. */
interface Watched {
  readonly name: string;
  readonly namespace?: string;
  readonly isSharded: boolean;
}

/** Alerts in the spelling of Prometheus. */
export function alertRules({ name, namespace, isSharded }: Watched, labels: { readonly [key: string]: string } = {}): Wire[] {
  const pods = [...namespace === undefined ? [] : [`namespace="${namespace}"`], `pod=~"${name}-.+"`].join(',');
  const rule = (alert: string, expr: string, severity: string, summary: string, description: string): Wire => ({
    alert, expr, for: '15m', labels: { severity, ...labels }, annotations: { summary, description },
  });
  const failures = (counter: string) => `sum by (namespace, pod, resource) (increase(${counter}{${pods},result="error"}[15m])) > 0`;
  const shards = (aggregate: string) => `${aggregate} by (namespace) (kube_state_metrics_total_shards{${pods}})`;
  const where = '{{ $labels.namespace }}/{{ $labels.pod }}';
  return [
    rule('KubeStateMetricsListFails', failures('kube_state_metrics_list_total'), 'critical', 'kube-state-metrics cannot list a kind of objects',
      `${where} has failed to list {{ $labels.resource }} for 15 minutes: series of these objects are missing or out of date. Its log says why.`),
    rule('KubeStateMetricsWatchFails', failures('kube_state_metrics_watch_total'), 'warning', 'kube-state-metrics cannot watch a kind of objects',
      `${where} has failed to watch {{ $labels.resource }} for 15 minutes: series of these objects change late.`),
    ...isSharded ? [
      rule('KubeStateMetricsShardsDisagree', `${shards('max')} != ${shards('min')}`, 'critical', 'Pods of kube-state-metrics disagree about the number of shards',
        'Pods in {{ $labels.namespace }} divide the objects among different numbers of shards: some objects have no series, others have them twice.'),
      rule('KubeStateMetricsShardMissing',
        `${shards('max')} > count by (namespace) (count by (namespace, shard_ordinal) (kube_state_metrics_shard_ordinal{${pods}}))`, 'critical',
        'A shard of kube-state-metrics is missing', 'Fewer shards in {{ $labels.namespace }} are scraped than the objects are divided among: those of the missing ones have no series.'),
    ] : [],
  ];
}
