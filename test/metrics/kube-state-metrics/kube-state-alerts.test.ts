import { MetricsAlerts, KubeStateMetrics, KubeStateSharding } from '../../../src';
import { objectOf, testChart } from '../../support/golden';

function rulesOf(alerts: MetricsAlerts, sharding?: KubeStateSharding): any[] | undefined {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', { alerts, sharding });
  const rules = chart.toJson().filter(({ kind }: any) => kind === 'PrometheusRule');
  expect(rules.length).toBeLessThan(2);
  return rules[0]?.spec.groups[0].rules;
}

const namesOf = (sharding?: KubeStateSharding) => rulesOf(MetricsAlerts.prometheusRule(), sharding)!.map(({ alert }) => alert);

test('alerts about shards are for those that have shards', () => {
  const ofAll = ['KubeStateMetricsListFails', 'KubeStateMetricsWatchFails'];
  const ofShards = ['KubeStateMetricsShardsDisagree', 'KubeStateMetricsShardMissing'];
  expect(namesOf()).toEqual(ofAll);
  expect(namesOf(KubeStateSharding.perNode())).toEqual(ofAll);
  expect(namesOf(KubeStateSharding.fixed(2))).toEqual([...ofAll, ...ofShards]);
  expect(namesOf(KubeStateSharding.auto(2))).toEqual([...ofAll, ...ofShards]);
});

test('they are about the pods of this agent', () => {
  for (const { expr } of rulesOf(
    MetricsAlerts.prometheusRule(), KubeStateSharding.fixed(2),
  )!) {expect(expr).toContain('namespace="node-agents",pod=~"ksm-.+"');}
});

test('labels select the rule and route the alerts', () => {
  const chart = testChart();
  new KubeStateMetrics(chart, 'ksm', {
    alerts: MetricsAlerts.prometheusRule({ labels: { release: 'a' }, alertLabels: { team: 'b', severity: 'info' } }),
  });
  const { metadata, spec } = objectOf(chart, 'PrometheusRule');
  expect(metadata).toMatchObject({ name: 'ksm', labels: { release: 'a' } });
  expect(spec.groups[0].rules[0].labels).toEqual({ team: 'b', severity: 'info' });
});

test('no rule is written unless somebody asks', () => {
  expect(rulesOf(MetricsAlerts.none())).toBeUndefined();
});
