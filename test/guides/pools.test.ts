import { chartOf, rowsOf, snippetsOf } from './snippets';
import {
  cluster, LogAgent, LogDestination, NodeAgent, NodeAgentProps, NodeCoverage, NodePool, Rollout, testing,
} from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

const { SimulatedNode } = cluster;
const node = (name: string, labels: { [key: string]: string } = {}) => SimulatedNode.linux(name, { labels });

const POOLS = chartOf(snippetsOf('node-pools.md')[0]);
const CANARY = chartOf(snippetsOf('canary.md')[0]);
const LARGE = NodeCoverage.labelled({ size: 'large' });

/** The DaemonSets of a chart that have a pod on a node. */
function on(chart: ReturnType<typeof testChart>, where: cluster.SimulatedNode): string[] {
  const manifests = testing.Manifests.ofChart(chart);
  return manifests.findResources('DaemonSet').map(({ metadata }) => metadata.name)
    .filter(name => manifests.daemonSet(name).explainPlacement(where).length === 0);
}

function codes(props: Partial<NodeAgentProps>): string[] {
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
  return codesOf(chart).map(line => line.replace(/^\[[^\]]*\] /, ''));
}

describe('the first snippet of node-pools.md', () => {
  test.each(rowsOf('node-pools.md', '| pool | DaemonSet |'))('%s is the DaemonSet and the instance of the table', (_, name, instance) => {
    const { metadata, spec } = objectOf(POOLS, 'DaemonSet', name.replace(/`/g, ''));
    expect(metadata.labels['app.kubernetes.io/instance']).toBe(/`([^`]+)`/.exec(instance)![1]);
    expect(spec.template.metadata.labels).toMatchObject({ 'cdk8s-node-agents/agent': 'logs' });
  });

  test('a node has one pod, of the first pool that asks for it', () => {
    expect([
      on(POOLS, node('plain')), on(POOLS, node('large', { size: 'large' })), on(POOLS, node('canary', { canary: 'true' })),
      on(POOLS, node('both', { size: 'large', canary: 'true' })),
    ]).toEqual([['logs'], ['logs-large'], ['logs-canary'], ['logs-large']]);
  });

  test('the Service selects all pools', () => {
    expect(objectOf(POOLS, 'Service').spec.selector).toEqual({ 'cdk8s-node-agents/agent': 'logs' });
  });

  test('logs-large keeps the processor request of the agent, and has the memory of its own and its ConfigMap', () => {
    const resources = (name: string) => objectOf(POOLS, 'DaemonSet', name).spec.template.spec.containers[0].resources;
    expect(resources('logs-large').requests.cpu).toBe(resources('logs').requests.cpu);
    expect(resources('logs-large')).toMatchObject({ requests: { memory: '512Mi' }, limits: { memory: '1Gi' } });
    expect(POOLS.toJson().filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name).sort())
      .toEqual(['logs-config', 'logs-large-config']);
  });
});

test.each<[string, Partial<NodeAgentProps>, string]>([
  ['pools that are not all nodes', { pools: [NodePool.of('large', { nodes: LARGE })] }, 'missing-rest-pool'],
  [
    'a pool without a node',
    { pools: [NodePool.of('large', { nodes: LARGE }), NodePool.of('again', { nodes: LARGE }), NodePool.rest()] }, 'empty-node-pool',
  ],
])('%s are refused', (_, props, code) => {
  expect(codes(props)).toEqual([code]);
});

test('the pools of the other snippets divide their nodes too', () => {
  const [, options, labels] = snippetsOf('node-pools.md').filter(text => text.includes('new Chart('));
  expect(on(chartOf(options), node('large', { size: 'large' }))).toEqual(['logs-large', 'metrics-large']);
  expect(on(chartOf(options), SimulatedNode.controlPlane())).toEqual(['logs-control-plane', 'metrics']);
  const selectors = chartOf(labels).toJson().filter(({ kind }) => kind === 'DaemonSet').map(({ spec }) => spec.selector.matchLabels);
  expect(selectors).toEqual(expect.arrayContaining([{ app: 'agent', size: 'small' }, { app: 'agent', size: 'large' }]));
});

describe('canary.md', () => {
  const specOf = (name: string) => objectOf(CANARY, 'DaemonSet', name).spec;

  test('one node at a time, each after the one before was ready for 60 seconds', () => {
    const { updateStrategy, minReadySeconds } = specOf('logs-canary');
    expect([updateStrategy.rollingUpdate.maxUnavailable, minReadySeconds]).toEqual([1, 60]);
    expect(specOf('logs').updateStrategy.rollingUpdate.maxUnavailable).toBe('10%');
  });

  test('an agent with OnDelete keeps that for its canary', () => {
    const chart = testChart();
    new LogAgent(chart, 'logs', {
      destinations: [LogDestination.stdout()], rollout: Rollout.onDelete(),
      pools: [NodePool.canary('canary', { nodes: NodeCoverage.labelled({ canary: 'true' }) }), NodePool.rest()],
    });
    expect(objectOf(chart, 'DaemonSet', 'logs-canary').spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });

  test('its pods have the label of the track, and those of the others do not', () => {
    const trackOf = (name: string) => specOf(name).template.metadata.labels['cdk8s-node-agents/track'];
    expect([trackOf('logs-canary'), trackOf('logs')]).toEqual(['canary', undefined]);
  });

  test('it has a ConfigMap of its own, so that a change of it leaves the pods of the other nodes alone', () => {
    expect(objectOf(CANARY, 'ConfigMap', 'logs-canary-config')).toBeDefined();
    const changed = chartOf(snippetsOf('canary.md')[0].replace('FluentBitLogLevel.DEBUG', 'FluentBitLogLevel.WARN'));
    const before = testing.Manifests.ofChart(CANARY).toSnapshot();
    const after = testing.Manifests.ofChart(changed);
    after.daemonSet('logs').keepsPods(before);
    expect(() => after.daemonSet('logs-canary').keepsPods(before)).toThrow();
  });

  test('adding the pool replaces the pods of the others once, by their node affinity alone', () => {
    const without = testChart('logging', 'logging');
    new LogAgent(without, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
    const changes = testing.Manifests.ofChart(CANARY).daemonSet('logs').podChanges(testing.Manifests.ofChart(without).toSnapshot());
    expect(changes.filter(line => line.includes('affinity'))).not.toEqual([]);
    expect(changes.filter(line => /image|args|env\b/.test(line))).toEqual([]);
  });
});
