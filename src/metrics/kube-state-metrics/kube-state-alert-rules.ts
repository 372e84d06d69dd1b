import { Alert, AlertRules, ALERTING_POD, ruleOf, seriesOf } from '../../presets/alert-rules';

/** The alerts about kube-state-metrics. */
export function kubeStateAlerts(isSharded: boolean): AlertRules {
  return (agent, labels) => rulesOf(seriesOf(agent).join(','), isSharded).map(alert => ruleOf(alert, labels));
}

function rulesOf(pods: string, isSharded: boolean): Alert[] {
  const rule = (alert: string, expr: string, severity: Alert['severity'], summary: string, description: string): Alert => ({
    alert, expr, wait: '15m', severity, summary, description,
  });
  const failures = (counter: string) => `sum by (namespace, pod, resource) (increase(${counter}{${pods},result="error"}[15m])) > 0`;
  const shards = (aggregate: string) => `${aggregate} by (namespace) (kube_state_metrics_total_shards{${pods}})`;
  const where = ALERTING_POD;
  return [
    rule('KubeStateMetricsListFails', failures('kube_state_metrics_list_total'), 'critical', 'kube-state-metrics cannot list a kind of '
      + 'objects',
    `${where} has failed to list {{ $labels.resource }} for 15 minutes: series of these objects are missing or out of date. Its log says `
        + 'why.'),
    rule('KubeStateMetricsWatchFails', failures('kube_state_metrics_watch_total'), 'warning', 'kube-state-metrics cannot watch a kind of '
      + 'objects',
    `${where} has failed to watch {{ $labels.resource }} for 15 minutes: series of these objects change late.`),
    ...isSharded ? [
      rule('KubeStateMetricsShardsDisagree', `${shards('max')} != `
        + `${shards('min')}`, 'critical', 'Pods of kube-state-metrics disagree about the number of shards',
      'Pods in {{ $labels.namespace }} divide the objects among different numbers of shards: some objects have no series, others have '
          + 'them twice.'),
      rule('KubeStateMetricsShardMissing',
        `${shards('max')} > count by (namespace) (count by (namespace, shard_ordinal) (kube_state_metrics_shard_ordinal{${pods}}))`,
        'critical',
        'A shard of kube-state-metrics is missing', 'Fewer shards in {{ $labels.namespace }} are scraped than the objects are divided '
          + 'among: those of the missing ones have no series.'),
    ] : [],
  ];
}
