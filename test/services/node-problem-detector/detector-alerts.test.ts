import { MetricsAlerts, NodeProblemDetector } from '../../../src';
import { objectOf, testChart } from '../../support/golden';

test('alerts are about the nodes that this agent looks at', () => {
  const chart = testChart();
  new NodeProblemDetector(chart, 'npd', { alerts: MetricsAlerts.prometheusRule({ labels: { release: 'a' }, alertLabels: { team: 'b' } }) });
  const { metadata, spec } = objectOf(chart, 'PrometheusRule');
  expect(metadata).toMatchObject({ name: 'npd', labels: { release: 'a' } });
  const [{ rules }] = spec.groups;
  expect(rules.map(({ alert }: any) => alert)).toEqual(['NodeHasProblem', 'NodeProblemRepeats', 'NodeProblemDetectorDown']);
  for (const { expr, labels } of rules) {
    expect(expr).toContain('namespace="node-agents",pod=~"npd-.+",container="node-problem-detector"');
    expect(labels.team).toBe('b');
  }
});
