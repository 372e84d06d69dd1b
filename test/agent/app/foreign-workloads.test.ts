import { ApiObject } from 'cdk8s';
import { AgentObject, Checks, HostNamespace, MetricsExporter, NodeAgent, NodeCoverage, Port } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';

function foreignDaemonSet(chart: ReturnType<typeof testChart>, pod: object): void {
  new ApiObject(chart, 'foreign', {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'foreign' },
    spec: {
      selector: { matchLabels: { app: 'foreign' } },
      template: {
        metadata: { labels: { app: 'foreign' } },
        spec: { containers: [{ name: 'a', image: 'a:1', ports: [{ containerPort: 9100 }] }], ...pod },
      },
    },
  });
}

function withDaemonSet(chart: ReturnType<typeof testChart>, id: string, name: string, podLabels: object, kind: string = 'DaemonSet'): void {
  const agent = new NodeAgent(chart, id, { image: 'a:1' });
  agent.plan.addObject(AgentObject.of({
    apiVersion: 'apps/v1', kind, name, fields: {
      spec: {
        selector: { matchLabels: podLabels },
        template: {
          metadata: { labels: podLabels },
          spec: { hostNetwork: true, containers: [{ name: 'a', image: 'a:1', ports: [{ containerPort: 9100 }] }] },
        },
      },
    },
  }));
}

test('fails when a DaemonSet that someone else wrote takes a port of the same nodes', () => {
  const chart = testChart();
  foreignDaemonSet(chart, { hostNetwork: true });
  new MetricsExporter(chart, 'metrics');
  expect(codesOf(chart)).toEqual(['[test/metrics] host-port-conflict']);
});

test('warns of a Deployment on the host network that someone else wrote, whose pods may run on the same nodes', () => {
  const chart = testChart();
  new ApiObject(chart, 'foreign', {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'foreign', namespace: 'node-agents' },
    spec: {
      selector: { matchLabels: { app: 'foreign' } },
      template: {
        metadata: { labels: { app: 'foreign' } },
        spec: { hostNetwork: true, containers: [{ name: 'a', image: 'a:1', ports: [{ containerPort: 9100 }] }] },
      },
    },
  });
  const metrics = new MetricsExporter(chart, 'metrics');
  expect(Checks.of(metrics).findings.filter(({ code }) => code === 'host-port-conflict').map(({ level, constructPath }) => [
    level, constructPath,
  ])).toEqual([['warning', 'test/metrics']]);
});

test('other nodes, or a port of the pod alone, are no conflict', () => {
  const chart = testChart();
  foreignDaemonSet(chart, { hostNetwork: true, nodeSelector: { pool: 'a' } });
  new NodeAgent(chart, 'agent', {
    image: 'a:1', ports: [Port.host('http', 9100)], nodes: NodeCoverage.labelled({ pool: 'b' }),
    hostNamespaces: [HostNamespace.network('reads the network of the node')],
  });
  expect(errorsOf(chart)).toEqual([]);
  const other = testChart();
  foreignDaemonSet(other, {});
  new MetricsExporter(other, 'metrics');
  expect(errorsOf(other)).toEqual([]);
});

test('a DaemonSet that an agent makes as an object takes ports of nodes like the agent itself', () => {
  const chart = testChart();
  withDaemonSet(chart, 'one', 'beside', { app: 'beside' });
  new MetricsExporter(chart, 'metrics');
  expect(codesOf(chart)).toEqual(['[test/metrics] host-port-conflict']);
});

test('of two such DaemonSets, and of one beside the DaemonSet of someone else, it is about the agent', () => {
  const chart = testChart();
  withDaemonSet(chart, 'one', 'first', { app: 'first' });
  foreignDaemonSet(chart, { hostNetwork: true });
  withDaemonSet(chart, 'two', 'second', { app: 'second' });
  expect(errorsOf(chart)).toEqual([
    expect.stringMatching(/^\[test\/one\] host-port-conflict: .*DaemonSet node-agents\/foreign/),
    expect.stringMatching(/^\[test\/two\] host-port-conflict: .*DaemonSet node-agents\/foreign/),
  ]);
});

test('a Deployment on the host network runs on nodes that nobody knows, and is no conflict', () => {
  const chart = testChart();
  withDaemonSet(chart, 'one', 'beside', { app: 'beside' }, 'Deployment');
  new MetricsExporter(chart, 'metrics');
  expect(errorsOf(chart)).toEqual([]);
});

test.each<[string, string, object]>([
  ['of another API group', 'acme.io/v1', { template: { spec: { containers: { a: 1 } } } }],
  ['of another API group that looks the same', 'acme.io/v1', {
    template: { spec: { hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 9100 }] }] } },
  }],
  ['whose containers are no list', 'apps/v1', { selector: { matchExpressions: { a: 1 } }, template: { spec: { containers: { a: 1 } } } }],
  ['whose affinity is none', 'apps/v1', {
    template: {
      spec: {
        hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 9100 }] }],
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: { a: 1 } } } },
      },
    },
  }],
])('a DaemonSet %s is none of our business, and does not keep synth from its end', (_, apiVersion, spec) => {
  const chart = testChart();
  const object = new ApiObject(chart, 'foreign', { apiVersion, kind: 'DaemonSet', metadata: { name: 'foreign' }, spec });
  new MetricsExporter(chart, 'metrics');
  expect(chart.toJson()).toContainEqual(object.toJson());
});
