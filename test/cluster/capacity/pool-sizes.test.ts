import { poolSizes } from '../../../src/cluster/capacity/pool-sizes';
import { readNode } from '../../../src/cluster/inventory/cluster-node';
import { formatAmount } from '../../../src/cluster/inventory/resource-list';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

function pool(name: string, pod: object, requests: {
  [resource: string]: string;
} = { cpu: '50m', memory: '64Mi' }, agent: string = 'logs'): Workload {
  const template = {
    metadata: { labels: { 'cdk8s-node-agents/agent': agent } },
    spec: {
      containers: [{ name: 'agent', image: 'example.com/agent:1.0.0', resources: { requests } }], tolerations: [{ operator: 'Exists' }],
      ...pod,
    },
  };
  const [entry] = entriesOf({
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'logging' },
    spec: { selector: { matchLabels: { name } }, template },
  });
  return workloadOf(entry)!;
}

const node = (name: string, size: string, cpu: string, memory: string) => readNode({
  apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { size } }, status: { allocatable: { cpu, memory, pods: '110' } },
});

const REST = pool('logs', { nodeSelector: { size: 'small' } });
const LARGE = pool('logs-large', { nodeSelector: { size: 'large' } });
const NODES = [node('a', 'small', '2', '8Gi'), node('b', 'small', '4', '8Gi'), node('c', 'large', '64', '256Gi')];

const shown = (agents: Workload[]) => poolSizes(agents, NODES).map(({ pool: { name }, nodes, suggested, shortage }) => ({
  name, nodes: nodes.length, suggested: suggested && [...suggested].map(([resource, amount]) => formatAmount(resource, amount)),
  shortage: shortage?.resource,
}));

test('a pool gets the share of its smallest node that the pool with the most nodes takes of its own', () => {
  expect(shown([LARGE, REST])).toEqual([
    { name: 'logs-large', nodes: 1, suggested: ['1600m', '2Gi'], shortage: undefined },
    { name: 'logs', nodes: 2, suggested: undefined, shortage: undefined },
  ]);
});

test('a pool without nodes has no size', () => {
  expect(
    shown([REST, pool('logs-huge', { nodeSelector: { size: 'huge' } })])[1],
  ).toEqual({ name: 'logs-huge', nodes: 0, suggested: undefined, shortage: undefined });
});

test('a pool that asks for more than its smallest node has lacks that', () => {
  expect(
    shown([REST, pool('logs-large', { nodeSelector: { size: 'large' } }, { cpu: '50m', memory: '300Gi' })])[1].shortage,
  ).toBe('memory');
});

test('DaemonSets that are alone, and those of other agents, are no pools', () => {
  expect(shown([REST, pool('metrics', {}, {}, 'metrics')])).toEqual([]);
});
