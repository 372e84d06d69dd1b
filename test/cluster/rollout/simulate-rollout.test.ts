import { agent, AgentSketch, EVERYWHERE, node, nodes, pod } from './fixtures';
import type { RolloutInput, RolloutOptions } from '../../../src/cluster/rollout/rollout-input';
import type { RolloutResult } from '../../../src/cluster/rollout/rollout-result';
import { simulateRollout } from '../../../src/cluster/rollout/simulate-rollout';

/** One second each, so that a replacement takes five. */
const QUICK: RolloutOptions = { stop: 1, schedule: 1, pull: 1, start: 1, ready: 1 };

function roll(sketch: AgentSketch, more: Omit<RolloutInput, 'agent'>): RolloutResult {
  return simulateRollout({ agent: agent(sketch), ...more, options: { ...QUICK, ...more.options } });
}

const dead = node('dead', { ready: 'Unknown' });
const causes = ({ stalledOn }: RolloutResult) => Object.fromEntries(stalledOn.map(({ node: name, reason }) => [name, reason.code]));
const small = (name: string) => node(name, { allocatable: { cpu: '300m', memory: '1Gi', pods: '10' } });
const cpu = (amount: string) => ({ resources: { requests: { cpu: amount } } });
const PORT = { ports: [{ name: 'http', containerPort: 9100, hostPort: 9100 }] };
const surge = (maxSurge: number | string) => ({ maxSurge, maxUnavailable: 0 });

describe('where old pods go first', () => {
  test('one node after the other is replaced', () => {
    expect(roll({}, { nodes: nodes(4) })).toMatchObject({
      outcome: 'finished', desired: 4, updated: 4, available: 4, mostUnavailable: 1, stalledOn: [], blocked: [],
      duration: { simulated: 20 },
    });
  });

  test('the budget is refilled node by node, not in batches', () => {
    const { duration, mostUnavailable } = roll({ maxUnavailable: 2 }, { nodes: nodes(5) });
    expect({ ...duration, mostUnavailable }).toMatchObject({ simulated: 15, mostUnavailable: 2 });
  });

  test('the next one waits until the new pod has been Ready for a while', () => {
    expect(roll({ minReadySeconds: 7 }, { nodes: nodes(2) }).duration.simulated).toBe(24);
  });

  test('a pod that takes longer to stop than it is given is cut short', () => {
    const options = { stop: 60 };
    expect(roll({ pod: { terminationGracePeriodSeconds: 10 } }, { nodes: nodes(1), options }).duration.simulated).toBe(14);
    expect(roll({}, { nodes: nodes(1), options }).duration.simulated).toBe(34);
  });

  test('one dead node stops all others with a budget of one', () => {
    const result = roll({ pod: EVERYWHERE }, { nodes: [...nodes(3), dead] });
    expect(result).toMatchObject({ outcome: 'stalled', desired: 4, updated: 0, available: 3, blocked: ['node-01', 'node-02', 'node-03'] });
    expect(result.stalledOn).toMatchObject([{ node: 'dead', holdsBudget: true, reason: { code: 'pod-never-ends' } }]);
    expect(result.stalledOn[0].reason.message).toContain('node.kubernetes.io/out-of-service');
  });

  test('it does so where the agent does not tolerate it, and then it is no node that should run the agent', () => {
    expect(roll({}, { nodes: [...nodes(3), dead] })).toMatchObject({
      outcome: 'stalled', desired: 3, updated: 0, left: { stray: ['dead'] },
    });
  });

  test('a share of many nodes leaves room for it', () => {
    const result = roll({ pod: EVERYWHERE, maxUnavailable: '10%' }, { nodes: [...nodes(19), dead] });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 19, available: 19, blocked: [], budget: { given: '10%', resolved: 2 } });
    expect(causes(result)).toEqual({ dead: 'pod-never-ends' });
  });

  test('the share is one of the nodes that should run the agent', () => {
    expect(roll({ maxUnavailable: '10%' }, { nodes: [...nodes(10), dead] })).toMatchObject({
      outcome: 'stalled', updated: 0, budget: { resolved: 1 },
    });
    expect(roll({ maxUnavailable: '10%' }, { nodes: [...nodes(11), dead] })).toMatchObject({
      outcome: 'finished', updated: 11, budget: { resolved: 2 },
    });
  });

  test('a node that is not ready, and has no pod yet, takes one of the budget as well', () => {
    const result = roll({ pod: EVERYWHERE }, { nodes: [...nodes(2), dead], pods: nodes(2).map(({ name }) => pod(name, { of: agent() })) });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 1, available: 2 });
    expect(causes(result)).toEqual({ dead: 'node-not-ready' });
  });

  test('a cordoned node is updated like any other', () => {
    expect(roll({}, { nodes: [...nodes(2), node('cordoned', { cordoned: true })] })).toMatchObject({ outcome: 'finished', updated: 3 });
  });

  test('old pods that are not available are replaced whatever the budget', () => {
    const all = nodes(6);
    const result = roll({}, { nodes: all, pods: all.map(({ name }) => pod(name, { of: agent(), ready: false })) });
    expect(result).toMatchObject({ outcome: 'finished', mostUnavailable: 6, duration: { simulated: 5 } });
  });

  test('a second change within minReadySeconds replaces all pods at once', () => {
    expect(roll({ minReadySeconds: 30 }, { nodes: nodes(6), options: { readyFor: 10 } })).toMatchObject({
      outcome: 'finished', mostUnavailable: 6,
    });
    expect(roll({ minReadySeconds: 30 }, { nodes: nodes(6), options: { readyFor: 30 } })).toMatchObject({
      outcome: 'finished', mostUnavailable: 1,
    });
  });

  test('an image that does not run stops at the budget, and the others keep the old one', () => {
    const result = roll({ maxUnavailable: 2 }, { nodes: nodes(6), options: { neverReadyOn: 'every-node' } });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 2, available: 4 });
    expect(Object.values(causes(result))).toEqual(['never-ready', 'never-ready']);
    expect(result.blocked).toHaveLength(4);
  });

  test('a node on which it does not run is left behind where the budget allows it', () => {
    const result = roll({ maxUnavailable: 2 }, { nodes: nodes(6), options: { neverReadyOn: ['node-03'] } });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 6, available: 5, blocked: [] });
    expect(causes(result)).toEqual({ 'node-03': 'never-ready' });
  });

  test('a node without room for what the agent asks for now holds the budget', () => {
    const previous = agent({ container: cpu('200m') });
    const result = roll({ container: cpu('400m'), maxUnavailable: 2 }, { previous, nodes: [...nodes(3), small('small')] });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 4, available: 3 });
    expect(result.stalledOn).toMatchObject([
      { node: 'small', reason: { code: 'not-scheduled', reasons: [{ code: 'insufficient-resource' }] } },
    ]);
  });

  test('pods of others take room, and those of the agent make it', () => {
    const previous = agent({ container: cpu('200m') });
    const others = pod('small', { name: 'tenant', spec: { containers: [{ name: 'app', resources: { requests: { cpu: '100m' } } }] } });
    const given = { previous, nodes: [small('small')], pods: [others, pod('small', { of: previous })] };
    expect(roll({ container: cpu('200m'), labels: { release: 'b' } }, given).outcome).toBe('finished');
    expect(roll({ container: cpu('201m') }, given)).toMatchObject({ outcome: 'stalled', available: 0 });
  });

  test('a kubelet under pressure turns new pods away, unless they are critical', () => {
    const full = [node('full', { conditions: { DiskPressure: 'True' }, taints: ['node.kubernetes.io/disk-pressure:NoSchedule'] })];
    const result = roll({}, { nodes: full });
    expect(result.stalledOn).toMatchObject([{ reason: { code: 'turned-away', reasons: [{ code: 'node-pressure' }] } }]);
    expect(roll({ pod: { priorityClassName: 'system-node-critical' } }, { nodes: full }).outcome).toBe('finished');
  });

  test('a pod that a dead node still has holds the budget before anything begins', () => {
    const of = agent();
    const result = roll({}, { nodes: [...nodes(1), dead], pods: [pod('node-01', { of }), pod('dead', { of, terminating: true })] });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 0, blocked: ['node-01'], requests: { creates: 0, deletes: 0 } });
  });
});

describe('in a surge', () => {
  test('new pods start beside the old ones, and no node goes without', () => {
    expect(roll(surge(2), { nodes: nodes(5) })).toMatchObject({
      outcome: 'finished', updated: 5, mostUnavailable: 0, duration: { simulated: 13 },
    });
  });

  test.each<[string, AgentSketch]>([
    ['a host port', { container: PORT }],
    ['a declared port on the host network', { pod: { hostNetwork: true }, container: { ports: [{ containerPort: 9100 }] } }],
  ])('%s stops it before the first node', (_, sketch) => {
    const result = roll({ ...surge(2), ...sketch }, { nodes: nodes(5) });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 0, available: 5, mostUnavailable: 0 });
    expect(result.stalledOn).toMatchObject([
      1, 2,
    ].map(() => ({ holdsBudget: true, reason: { code: 'not-scheduled', reasons: [{ code: 'host-port-taken' }] } })));
    expect(result.stalledOn[0].reason.message).toContain('maxUnavailable in place of maxSurge');
    expect(result.blocked).toHaveLength(3);
  });

  test('a port that moves does not', () => {
    expect(roll({ ...surge(1), container: { ports: [{ containerPort: 9101, hostPort: 9101 }] } }, {
      previous: agent({ container: PORT }), nodes: nodes(2),
    }).outcome)
      .toBe('finished');
  });

  test('a node without room for two holds the budget', () => {
    const result = roll({ ...surge(2), container: cpu('200m') }, { nodes: [...nodes(3), small('small')] });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 3, available: 4 });
    expect(causes(result)).toEqual({ small: 'not-scheduled' });
  });

  test('a dead node holds up nothing but itself', () => {
    const result = roll({ ...surge(1), pod: EVERYWHERE }, { nodes: [...nodes(3), dead] });
    expect(result).toMatchObject({ outcome: 'stalled', updated: 3, available: 3, blocked: [] });
    expect(result.stalledOn).toMatchObject([{ node: 'dead', holdsBudget: false, reason: { code: 'pod-never-ends' } }]);
    expect(roll(surge(1), { nodes: [...nodes(3), dead] })).toMatchObject({ outcome: 'finished', updated: 3, left: { stray: ['dead'] } });
  });

  test('an old pod that is not Ready makes way for one with the same port', () => {
    const of = agent({ container: PORT });
    expect(roll({ ...surge(1), container: PORT }, { nodes: nodes(1), pods: [pod('node-01', { of, ready: false })] })).toMatchObject({
      outcome: 'finished', updated: 1,
    });
  });

  test('an image that does not run stops at the surge, and no node goes without', () => {
    expect(roll(surge('30%'), { nodes: nodes(5), options: { neverReadyOn: 'every-node' } })).toMatchObject({
      outcome: 'stalled', updated: 0, available: 5, mostUnavailable: 0,
    });
  });

  test('nodes that gain the agent get it before those that lose it lose it', () => {
    const labelled = node('next', { labels: { next: 'yes' } });
    const sketch = { ...surge(1), pod: { tolerations: [] } };
    const tainted = node('tainted', { taints: ['maintenance:NoSchedule'] });
    const of = agent(sketch);
    const { steps, outcome } = roll(sketch, { nodes: [labelled, tainted], pods: [pod('tainted', { of })], options: { steps: 20 } });
    expect(outcome).toBe('finished');
    expect(steps.findIndex(({ what }) => what === 'ready')).toBeLessThan(steps.findIndex(({ what }) => what === 'deleted'));
  });

  test('a share of no nodes still lets nothing go', () => {
    const tainted = node('tainted', { taints: ['maintenance:NoSchedule'] });
    expect(roll(surge('10%'), { nodes: [tainted], pods: [pod('tainted', { of: agent() })] })).toMatchObject({
      desired: 0, left: { lost: [], stray: ['tainted'] },
    });
    expect(roll(surge(1), { nodes: [tainted], pods: [pod('tainted', { of: agent() })] })).toMatchObject({
      desired: 0, left: { lost: [{ node: 'tainted' }], stray: [] },
    });
  });

  describe('with minReadySeconds, where pods take unequally long', () => {
    const endsOf = (sketch: AgentSketch) => Array.from({ length: 40 }, (_, seed) =>
      roll({ minReadySeconds: 30, ...sketch }, { nodes: nodes(10), options: { seed, spread: 20 } }));

    test('the last old pods may stay, for the controller has one alarm for all', () => {
      const stalled = endsOf(surge(4)).filter(({ outcome }) => outcome === 'stalled');
      expect(stalled.length).toBeGreaterThan(5);
      for (const { stalledOn, available, risks } of stalled) {
        expect([...new Set(stalledOn.map(({ reason }) => reason.code))]).toEqual(['overlooked']);
        expect({ available, risks: risks.map(({ code }) => code) }).toEqual({ available: 10, risks: ['overlooked-pods'] });
      }
    });

    test.each<[string, AgentSketch]>([
      ['one at a time', surge(1)], ['old pods first', { maxUnavailable: 4 }],
      ['without minReadySeconds', { ...surge(4), minReadySeconds: 0 }],
    ])('%s does not have this', (_, sketch) => {
      for (const { outcome, risks } of endsOf(sketch)) {expect({ outcome, risks }).toEqual({ outcome: 'finished', risks: [] });}
    });
  });
});

describe('which nodes', () => {
  const tainted = node('tainted', { taints: ['maintenance:NoSchedule'] });
  const all = [...nodes(2), tainted];
  const pods = all.map(({ name }) => pod(name, { of: agent() }));

  test('a node that was tainted after it got its pod loses it', () => {
    const { outcome, desired, left } = roll({}, { nodes: all, pods });
    expect({ outcome, desired }).toEqual({ outcome: 'finished', desired: 2 });
    expect(left).toMatchObject({ lost: [{ node: 'tainted', how: 'not-replaced', reasons: [{ code: 'untolerated-taint' }] }], stray: [] });
  });

  test('it keeps its pod for as long as nothing rolls', () => {
    expect(roll({}, { previous: agent(), nodes: all, pods })).toMatchObject({
      outcome: 'nothing-to-do', left: { lost: [], stray: ['tainted'] },
    });
  });

  test('nodes gain and lose the agent at once, whatever the budget', () => {
    const moved = [1, 2, 3].flatMap(number => [node(`from-${number}`), node(`to-${number}`, { labels: { next: 'yes' } })]);
    const previous = agent({ pod: { nodeSelector: {} } });
    const before = moved.filter(({ labels }) => labels.next === undefined).map(({ name }) => pod(name, { of: previous }));
    const {
      outcome, desired, updated, left, duration,
    } = roll({ pod: { nodeSelector: { next: 'yes' } } }, { previous, nodes: moved, pods: before });
    expect({ outcome, desired, updated, seconds: duration.simulated }).toEqual({ outcome: 'finished', desired: 3, updated: 3, seconds: 4 });
    expect(left.lost).toMatchObject([
      'from-1', 'from-2', 'from-3',
    ].map(name => ({ node: name, how: 'removed', reasons: [{ code: 'node-selector-mismatch' }] })));
  });

  test('a toleration that goes leaves nodes without the agent', () => {
    const result = roll({}, { previous: agent({ pod: EVERYWHERE }), nodes: all });
    expect(result).toMatchObject({ outcome: 'finished', desired: 2, left: { lost: [{ node: 'tainted', how: 'not-replaced' }] } });
  });

  test('what keeps the agent away is listed in one order, however the nodes list their taints', () => {
    const both = [
      node('a', { taints: ['spot:NoSchedule', 'gpu:NoSchedule'] }), node('b', { taints: ['gpu:NoSchedule', 'spot:NoSchedule'] }),
    ];
    const { left: { lost: [a, b] } } = roll({}, { previous: agent({ pod: EVERYWHERE }), nodes: both });
    expect(a.reasons.map(reason => reason.code === 'untolerated-taint' && reason.taint.key)).toEqual(['gpu', 'spot']);
    expect(b.reasons).toEqual(a.reasons);
  });

  test('a node without any pod gets one', () => {
    expect(roll({}, { previous: agent(), nodes: nodes(3), pods: [] })).toMatchObject({
      outcome: 'finished', updated: 3, requests: { creates: 3, deletes: 0 },
    });
  });

  test('there may be none', () => {
    expect(roll({}, { nodes: [] })).toMatchObject({
      outcome: 'nothing-to-do', desired: 0, duration: { atLeast: 0, atMost: 0, simulated: 0 },
    });
  });

  test('pods on nodes that are not there are left to others', () => {
    expect(roll({}, {
      nodes: nodes(1), pods: [pod('node-01', { of: agent() }), pod('gone', { of: agent(), ready: false })],
    })).toMatchObject({ outcome: 'finished', desired: 1 });
  });
});

describe('which pods', () => {
  const changed = { container: { image: 'agent:2' } };

  test('nothing is to be done where the template is the same in other words', () => {
    const now: AgentSketch = { maxUnavailable: '50%', annotations: { owner: 'team' }, container: { imagePullPolicy: 'IfNotPresent' } };
    expect(roll(now, { previous: agent(), nodes: nodes(2) })).toMatchObject({
      outcome: 'nothing-to-do', updated: 2, requests: { creates: 0, deletes: 0 },
    });
  });

  test('a change that went halfway goes on', () => {
    const previous = agent({ annotations: { 'deprecated.daemonset.template.generation': '4' } });
    const pods = [['node-01', '4'], ['node-02', '3'], ['node-03', '3']].map(([on, generation]) =>
      pod(on, { of: previous, labels: { 'pod-template-generation': generation } }));
    expect(roll({}, { previous, nodes: nodes(3), pods })).toMatchObject({ outcome: 'finished', requests: { creates: 2, deletes: 2 } });
    // without the annotation the latest generation that is there is the current one
    expect(roll({}, { previous: agent(), nodes: nodes(3), pods })).toMatchObject({
      outcome: 'finished', requests: { creates: 2, deletes: 2 },
    });
  });

  test('a rollback leaves the pods alone that run the old revision', () => {
    const broken = agent(changed);
    const pods = [
      pod('node-01', { of: broken, ready: false, labels: { 'controller-revision-hash': 'b' } }),
      ...['node-02', 'node-03'].map(on => pod(on, { of: agent(), labels: { 'controller-revision-hash': 'a' } })),
    ];
    expect(roll({}, { previous: broken, nodes: nodes(3), pods, options: { revision: 'a' } })).toMatchObject({
      outcome: 'finished', requests: { creates: 1, deletes: 1 },
    });
    expect(roll({}, { previous: broken, nodes: nodes(3), pods })).toMatchObject({
      outcome: 'finished', requests: { creates: 3, deletes: 3 },
    });
  });

  test('a new pod that is on its way is waited for', () => {
    const pods = [pod('node-01', { of: agent(), ready: false }), pod('node-02', { of: agent(), pending: true })];
    const result = roll({}, { previous: agent(), nodes: nodes(2), pods });
    expect(result).toMatchObject({ outcome: 'nothing-to-do', available: 2, mostUnavailable: 2, duration: { simulated: 4 } });
  });

  test('a pod that failed makes way for another one', () => {
    const pods = [pod('node-01', { of: agent(), phase: 'Failed', ready: false })];
    expect(roll({}, { previous: agent(), nodes: nodes(1), pods })).toMatchObject({
      outcome: 'finished', requests: { creates: 1, deletes: 1 },
    });
  });

  test('a pod that has ended and was deleted does not count', () => {
    const pods = [pod('dead', { of: agent(), phase: 'Succeeded', ready: false, terminating: true }), pod('node-01', { of: agent() })];
    expect(roll({}, { nodes: [...nodes(1), dead], pods })).toMatchObject({ outcome: 'finished', left: { stray: [] } });
  });

  test('of two pods on a node one goes', () => {
    const pods = ['a', 'b'].map(name => pod('node-01', { name, of: agent() }));
    expect(roll({}, { previous: agent(), nodes: nodes(1), pods })).toMatchObject({
      outcome: 'finished', requests: { creates: 0, deletes: 1 },
    });
  });

  test('a pod of another namespace or owner is none of the agent', () => {
    const pods = [{ ...pod('node-01', { of: agent() }), namespace: 'other' }, pod('node-01', { of: agent({ name: 'metrics' }) })];
    expect(roll({}, { nodes: nodes(1), pods })).toMatchObject({ outcome: 'finished', requests: { creates: 1, deletes: 0 } });
  });

  test('a pod that waits for a node of any kind takes no room of one', () => {
    const waiting = { ...pod('', { name: 'tenant', pending: true, spec: { affinity: undefined } }), nodeName: undefined };
    expect(roll({}, { nodes: nodes(1), pods: [waiting, pod('node-01', { of: agent() })] })).toMatchObject({ outcome: 'finished' });
  });

  test('a pod that is Pending for lack of room is replaced at once by one that fits', () => {
    const greedy = agent({ container: cpu('1') });
    expect(roll({ container: cpu('200m') }, {
      previous: greedy, nodes: [small('small')], pods: [pod('small', { of: greedy, pending: true })],
    }))
      .toMatchObject({ outcome: 'finished', duration: { simulated: 4 } });
  });

  test('with OnDelete old pods wait, and nodes without one get a new one', () => {
    expect(roll({ onDelete: true }, { nodes: nodes(3) })).toMatchObject({
      outcome: 'waits-for-deletion', updated: 0, available: 3, mostUnavailable: 0,
    });
    const some = roll({ onDelete: true }, { nodes: nodes(3), pods: [pod('node-01', { of: agent() })] });
    expect(some).toMatchObject({ outcome: 'waits-for-deletion', updated: 2, available: 3 });
    expect(some.budget).toBeUndefined();
    expect(roll({ onDelete: true }, { nodes: nodes(3), pods: [] })).toMatchObject({ outcome: 'finished', updated: 3 });
  });
});

describe('how long', () => {
  test('many nodes are created and deleted no faster than the controller may ask', () => {
    const { duration, requests } = roll({}, { nodes: nodes(1030), pods: [] });
    expect(requests.creates).toBe(1030);
    expect(duration.atLeast).toBe(50);
    expect(duration.simulated).toBeLessThan(60);
  });

  test('a client with a higher limit is faster', () => {
    const input = { nodes: nodes(1030), pods: [] };
    expect(roll({}, { ...input, options: { requestsPerSecond: 1000, requestBurst: 1000 } }).duration.simulated).toBeLessThan(10);
  });

  test('the steps of one node are reported in order', () => {
    const { steps } = roll({ minReadySeconds: 2 }, { nodes: nodes(1), options: { steps: 10 } });
    expect(steps.map(({ at, pod: which, what }) => [at, which, what])).toEqual([
      [0, 'old', 'deleted'], [1, 'old', 'gone'], [1, 'new', 'created'], [2, 'new', 'scheduled'], [5, 'new', 'ready'],
      [7, 'new', 'available'],
    ]);
  });

  test('no more steps are reported than were asked for', () => {
    expect(roll({}, { nodes: nodes(3), options: { steps: 4 } }).steps).toHaveLength(4);
    expect(roll({}, { nodes: nodes(3) }).steps).toEqual([]);
  });

  test('a result is plain data', () => {
    const result = roll({ ...surge(1), container: PORT }, { nodes: [...nodes(3), dead] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test.each<[
    string, AgentSketch,
  ]>([['one at a time', {}], ['a tenth at a time', { maxUnavailable: '10%' }], ['a surge of a tenth', surge('10%')]])(
    'five thousand nodes take a few seconds at the most, %s', (_, sketch) => {
      const room = { allocatable: { cpu: '4', memory: '8Gi', pods: '110' } };
      const began = Date.now();
      expect(roll({ ...sketch, container: cpu('100m') }, { nodes: nodes(5000, room) })).toMatchObject({
        outcome: 'finished', updated: 5000,
      });
      expect(Date.now() - began).toBeLessThan(15_000);
    }, 30_000);
});
