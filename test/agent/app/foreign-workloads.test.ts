import { ApiObject } from 'cdk8s';
import { HostNamespace, MetricsExporter, NodeAgent, NodeCoverage, Port } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';

function foreignDaemonSet(chart: ReturnType<typeof testChart>, pod: object): void {
  new ApiObject(chart, 'foreign', {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'foreign' },
    spec: {
      selector: { matchLabels: { app: 'foreign' } },
      template: { metadata: { labels: { app: 'foreign' } }, spec: { containers: [{ name: 'a', image: 'a:1', ports: [{ containerPort: 9100 }] }], ...pod } },
    },
  });
}

test('fails when a DaemonSet that someone else wrote takes a port of the same nodes', () => {
  const chart = testChart();
  foreignDaemonSet(chart, { hostNetwork: true });
  new MetricsExporter(chart, 'metrics');
  expect(errorsOf(chart)).toEqual([
    "[test/metrics] host-port-conflict: test/foreign and test/metrics both claim port 9100/TCP of nodes that they share; given: container 'a', port '9100' of "
    + "test/foreign, container 'node-exporter', port 'http-metrics' of test/metrics; fix: change one of the ports, or cover different nodes by a label; "
    + 'if the charts go to different clusters, call TargetCluster.configure on each of them',
  ]);
});

test('other nodes, or a port of the pod alone, are no conflict', () => {
  const chart = testChart();
  foreignDaemonSet(chart, { hostNetwork: true, nodeSelector: { pool: 'a' } });
  new NodeAgent(chart, 'agent', {
    image: 'a:1', ports: [Port.host('http', 9100)], nodes: NodeCoverage.labelled({ pool: 'b' }), hostNamespaces: [HostNamespace.network('reads the network of the node')],
  });
  expect(errorsOf(chart)).toEqual([]);
  const other = testChart();
  foreignDaemonSet(other, {});
  new MetricsExporter(other, 'metrics');
  expect(errorsOf(other)).toEqual([]);
});
