import * as fc from 'fast-check';
import { Explainer, VerdictGroup } from '../../../src/cluster/explain/explain';
import type { ClusterNode } from '../../../src/cluster/inventory/cluster-node';
import { Placement } from '../../../src/cluster/placement/placement';
import { runs } from '../../support/runs';
import { agentOf, asking, nodeOf, opening, podOf, podOn } from '../inventory/objects';

const LARGE = { cpu: '4', memory: '16Gi', pods: '110' };

/** `run stay [codes]: nodes`, a line for each group. */
function summary(groups: readonly VerdictGroup[]): string[] {
  return groups.map(({ nodes, verdict: { shouldRun, shouldContinueRunning, reasons } }) =>
    `${shouldRun ? 'runs' : shouldContinueRunning ? 'stays' : 'leaves'} [${reasons.map(({ code }) => code).join(' ')}]: `
      + `${nodes.map(({ name }) => name).join(' ')}`);
}

test('nodes are reported by what becomes of the agent there, in the order of the first of them', () => {
  const nodes = [
    nodeOf('small', { allocatable: { ...LARGE, cpu: '100m' } }), nodeOf('w1', { allocatable: LARGE }),
    nodeOf('gpu1', { taints: ['gpu=true:NoSchedule'] }),
    nodeOf('w2', { allocatable: { ...LARGE, cpu: '8' }, labels: { zone: 'b' } }), nodeOf('spot', { taints: ['spot:NoExecute'] }),
    nodeOf('gpu2', { taints: ['gpu=true:NoSchedule'] }),
    nodeOf('sick', { conditions: { DiskPressure: 'True' }, allocatable: { ...LARGE, cpu: '100m' } }),
    nodeOf('windows', { labels: { 'kubernetes.io/os': 'windows' } }),
  ];
  expect(summary(new Explainer(nodes).explain(asking({ cpu: '200m' }, { os: { name: 'linux' } })))).toEqual([
    'runs [insufficient-resource]: small', 'runs []: w1 w2', 'stays [untolerated-taint]: gpu1 gpu2', 'leaves [untolerated-taint]: spot',
    'runs [insufficient-resource node-pressure]: sick', 'runs [operating-system-mismatch]: windows',
  ]);
});

test('groups that the agent tells apart and that get the same answer are one', () => {
  const nodes = [
    nodeOf('a', { labels: { pool: 'x' } }), nodeOf('b', { labels: { pool: 'z' } }), nodeOf('c', { labels: { pool: 'y' } }),
    nodeOf('d', { labels: { pool: 'x' } }),
  ];
  const terms = [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['x', 'y'] }] }];
  const agent = agentOf({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } });
  expect(summary(new Explainer(nodes).explain(agent))).toEqual(['runs []: a c d', 'leaves [node-affinity-mismatch]: b']);
});

test('an agent for one node is reported twice, however many nodes there are', () => {
  const nodes = Array.from({ length: 50 }, (_, index) => nodeOf(`w${index}`));
  expect(new Explainer(nodes).explain(agentOf({ nodeName: 'w7' })).map(group => group.nodes.length)).toEqual([49, 1]);
});

test('everything that blocks is reported, not only the first', () => {
  const node = nodeOf('a', { labels: { pool: 'b' }, taints: ['gpu:NoSchedule', 'spot:NoExecute', 'soft:PreferNoSchedule'] });
  expect(summary(new Explainer([node]).explain(agentOf({ nodeName: 'x', nodeSelector: { pool: 'a', zone: 'c' } })))).toEqual([
    'leaves [node-name-mismatch node-selector-mismatch node-selector-mismatch untolerated-taint untolerated-taint]: a',
  ]);
});

test('reasons are in one order, however nodes list their taints and whoever is listed first among pods', () => {
  const tainted = [
    nodeOf('a', { taints: ['spot:NoExecute', 'gpu:NoSchedule'] }), nodeOf('b', { taints: ['gpu:NoSchedule', 'spot:NoExecute'] }),
  ];
  for (const nodes of [tainted, [...tainted].reverse()]) {
    const [{ verdict: { reasons } }, ...others] = new Explainer(nodes).explain(agentOf({}));
    expect(others).toEqual([]);
    expect(reasons.map(reason => reason.code === 'untolerated-taint' && reason.taint.key)).toEqual(['gpu', 'spot']);
  }
  const agent = opening([{ containerPort: 80, hostPort: 80 }]);
  const [x, y] = ['x', 'y'].map(name => opening([{ containerPort: 80, hostPort: 80 }], {}, name));
  const pods = [podOf(x, 'a'), podOf(y, 'a'), podOf(y, 'b'), podOf(x, 'b')];
  expect(summary(new Explainer([nodeOf('a'), nodeOf('b')], pods).explain(agent))).toEqual(['runs [host-port-taken host-port-taken]: a b']);
});

test('where the controller makes no pod, nobody else is asked', () => {
  const node = nodeOf('a', { taints: ['gpu:NoSchedule'], allocatable: { pods: '0' }, conditions: { Ready: 'False' } });
  expect(summary(new Explainer([node]).explain(agentOf({ schedulerName: 'gang' })))).toEqual(['stays [untolerated-taint]: a']);
});

describe('beside pods', () => {
  const agent = opening([{ containerPort: 80, hostPort: 80 }]);
  const other = opening([{ containerPort: 80, hostPort: 80 }], {}, 'other');
  const nodes = ['a', 'b', 'c'].map(name => nodeOf(name, { allocatable: { ...LARGE, pods: '2' } }));

  test('ports and room are those that other pods leave, and its own pods are not in the way', () => {
    const pods = [podOf(agent, 'a'), podOf(other, 'b'), podOf(other, 'c'), podOn('c', 'x'), podOn(undefined, 'y'), podOn('a', 'z')];
    expect(summary(new Explainer(nodes, pods).explain(agent))).toEqual([
      'runs []: a', 'runs [host-port-taken]: b', 'runs [host-port-taken too-many-pods]: c',
    ]);
    expect(summary(new Explainer(nodes).explain(agent))).toEqual(['runs []: a b c']);
  });

  test('a DaemonSet that has the port everywhere is one answer, although its pods have other names', () => {
    const pods = nodes.map(({ name }, index) => podOn(name, `other-${index}`, other.pod, {
      metadata: { namespace: 'agents', ownerReferences: [{ kind: 'DaemonSet', name: 'other', controller: true }] },
    }));
    expect(summary(new Explainer(nodes, pods).explain(agent))).toEqual(['runs [host-port-taken]: a b c']);
  });

  test('two pods of one DaemonSet that have the port are reported once', () => {
    expect(summary(new Explainer(nodes.slice(0, 1), [podOf(other, 'a'), podOf(other, 'a')]).explain(agent))).toEqual([
      'runs [host-port-taken too-many-pods]: a',
    ]);
  });

  test('a scheduler that has bound one of them is at work', () => {
    const gang = agentOf({ schedulerName: 'gang' });
    const explained = (...pods: ReturnType<typeof podOn>[]) => summary(new Explainer(nodes.slice(0, 1), pods).explain(gang));
    expect(explained()).toEqual(['runs [other-scheduler]: a']);
    expect(explained(podOn(undefined, 'waits', { schedulerName: 'gang' }))).toEqual(['runs [other-scheduler]: a']);
    expect(explained(podOn('elsewhere', 'bound', { schedulerName: 'gang' }))).toEqual(['runs []: a']);
  });
});

test('no nodes, no groups', () => {
  expect(new Explainer([]).explain(agentOf({}))).toEqual([]);
});

const word = fc.constantFrom('a', 'b', 'c');
const anyNode: fc.Arbitrary<ClusterNode> = fc.record({
  name: fc.constantFrom('n1', 'n2', 'n3', 'n4'), labels: fc.dictionary(word, word),
  taints: fc.array(fc.record({ key: word, effect: fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule') }), { maxLength: 2 }),
  ready: fc.constantFrom('True', 'False', undefined), cpu: fc.constantFrom('0', '1', '2', undefined), pressure: fc.boolean(),
}).map(({ name, labels, taints, ready, cpu, pressure }) => nodeOf(name, {
  labels, taints: taints.map(({ key, effect }) => `${key}:${effect}`), ...cpu !== undefined && { allocatable: { ...LARGE, cpu } },
  conditions: { ...ready && { Ready: ready }, ...pressure && { DiskPressure: 'True' } },
}));
const anyPod = fc.record({
  nodeSelector: fc.dictionary(word, word, { maxKeys: 1 }), nodeName: fc.constantFrom(undefined, undefined, undefined, 'n1'),
  tolerations: fc.array(fc.record({ key: word, operator: fc.constantFrom('Exists', 'Equal') }), { maxLength: 2 }),
  terms: fc.option(fc.array(fc.record({
    matchExpressions: fc.array(fc.record({ key: word, operator: fc.constantFrom('Exists', 'DoesNotExist', 'Odd') }), { maxLength: 2 }),
  }), { maxLength: 2 }),
  { nil: undefined }),
  cpu: fc.constantFrom('0', '1', '2'), hostPort: fc.constantFrom(undefined, 80, 81),
}).map(({ cpu, hostPort, terms, ...pod }) => ({
  ...pod, ...terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
  containers: [{ name: 'main', image: 'a:1', resources: { requests: { cpu } }, ports: [{ containerPort: 80, hostPort }] }],
}));
const anyOther = fc.record({ node: fc.constantFrom('n1', 'n2', 'n9'), spec: anyPod, own: fc.boolean() });

test('the answer is that of the controller, it has reasons exactly where no pod is made, and each node is reported once', () => {
  fc.assert(fc.property(fc.array(anyNode, { maxLength: 8 }), anyPod, fc.array(anyOther, { maxLength: 4 }), (nodes, spec, others) => {
    const agent = agentOf(spec);
    const pods = others.map(({ node, spec: { nodeName: _, ...pod }, own }, index) => own
      ? podOf(agent, node, pod)
      : podOn(node, `p${index}`, pod));
    const groups = new Explainer(nodes, pods).explain(agent);
    const placement = new Placement(agent.pod);
    for (const { nodes: alike, verdict } of groups) {
      for (const node of alike) {
        expect(placement.on(node)).toEqual({ shouldRun: verdict.shouldRun, shouldContinueRunning: verdict.shouldContinueRunning });
      }
      expect(verdict.reasons.filter(({ stage }) => stage === 'controller').length === 0).toBe(verdict.shouldRun);
      expect(verdict.reasons.every(({ message }) => message.length > 0 && !/undefined|null|NaN|\[object/.test(message))).toBe(true);
    }
    expect(groups.flatMap(group => group.nodes).map(node => nodes.indexOf(node)).sort((a, b) => a - b)).toEqual(nodes.map(
      (_, index) => index,
    ));
    const firsts = groups.map(group => nodes.indexOf(group.nodes[0]));
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(new Set(groups.map(({ verdict }) => JSON.stringify(verdict))).size).toBe(groups.length);
  }), { numRuns: runs(100) });
});

test('a node is reported the same alone and among others', () => {
  fc.assert(fc.property(fc.uniqueArray(anyNode, {
    maxLength: 6, selector: ({ name }) => name,
  }), anyPod, fc.array(anyOther, { maxLength: 3 }), (nodes, spec, others) => {
    const agent = agentOf(spec);
    const pods = others.map(({ node, spec: { nodeName: _, ...pod } }, index) => podOn(node, `p${index}`, pod));
    for (const { nodes: alike, verdict } of new Explainer(nodes, pods).explain(agent)) {
      for (const node of alike) {expect(new Explainer([node], pods).explain(agent)).toEqual([{ nodes: [node], verdict }]);}
    }
  }), { numRuns: runs(100) });
});
