import { daemonSet, nodes, objectOf, planOf } from './support';
import { readNode } from '../../src/cluster/inventory/cluster-node';
import type { AgentPlan } from '../../src/plan/agents/agent-plan';
import { Forbidden, FORBIDDEN, violationsOf } from '../../src/plan/forbidden';
import type { PlanInput } from '../../src/plan/plan';
import type { Wire } from '../../src/private/wire';

const main = (container: Wire): Wire => ({ containers: [{ name: 'main', image: 'agent:1.0', ...container }] });
const update = (rollingUpdate: Wire): Wire => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
const EVERYWHERE = { tolerations: [{ operator: 'Exists' }] };

const names = (count: number): string[] => nodes(count).map(({ name }) => name);
const ALL = { moves: { restarted: names(12) } };
const NONE = { moves: { restarted: [] } };

function agentOf(before: Wire[], after: Wire[], input: PlanInput = { cluster: { nodes: nodes(12) } }): AgentPlan {
  const { agents } = planOf(before, after, input);
  expect(agents).toHaveLength(1);
  return agents[0];
}

test('another image restarts every node, in as many waves as the budget makes', () => {
  const { restarts, rollout, images } = agentOf(
    [daemonSet({}, update({ maxUnavailable: '25%' }))], [daemonSet(main({ image: 'agent:1.1' }), update({ maxUnavailable: '25%' }))],
  );
  expect(restarts).toBe(true);
  expect(rollout).toMatchObject({
    how: 'in-place', moves: { restarted: names(12), started: [], stopped: [] }, waves: 4, withoutAgent: 3,
    result: { outcome: 'finished', updated: 12 },
  });
  expect(rollout!.result.duration.atLeast).toBeGreaterThan(0);
  expect(images).toEqual([{ container: 'main', before: 'agent:1.0', after: 'agent:1.1', what: 'tag' }]);
});

test.each<[string, string, string]>([
  [
    'agent:1.0', 'agent:2.0', 'tag',
  ], ['agent:1.0', `agent:1.0@sha256:${'a'.repeat(64)}`, 'digest'], ['agent:1.0', 'other:1.0', 'repository'],
  ['example.com/agent:1.0', 'example.org/agent:1.0', 'repository'],
])('from %s to %s it is the %s that changes', (before, after, what) => {
  expect(
    agentOf([daemonSet(main({ image: before }))], [daemonSet(main({ image: after }))]).images,
  ).toEqual([{ container: 'main', before, after, what }]);
});

test('a dead node takes one of the places for good, so that there are more waves', () => {
  const dead = readNode({ metadata: { name: 'dead' }, status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } });
  const two = update({ maxUnavailable: 2 });
  const next = daemonSet({ ...EVERYWHERE, ...main({ image: 'agent:2.0' }) }, two);
  const { rollout } = agentOf([daemonSet(EVERYWHERE, two)], [next], { cluster: { nodes: [...nodes(11), dead] } });
  expect(rollout).toMatchObject({
    moves: { restarted: [...names(11), 'dead'] }, waves: 11, withoutAgent: 2, result: { outcome: 'stalled', updated: 11 },
  });
});

test('a change outside of the pods restarts nothing', () => {
  expect(
    agentOf([daemonSet()], [daemonSet({}, update({ maxUnavailable: 2 }))]),
  ).toMatchObject({ restarts: false, rollout: { ...NONE, waves: 0, result: { outcome: 'nothing-to-do' } } });
});

test('without nodes it is only known whether pods restart', () => {
  const plan = agentOf([daemonSet()], [daemonSet(main({ image: 'agent:2.0' }))], {});
  expect(plan.restarts).toBe(true);
  expect(plan.rollout).toBeUndefined();
  expect(plan.coverage).toBeUndefined();
});

test('a dead node that takes the whole budget stalls the update, and says which nodes wait', () => {
  const dead = readNode({ metadata: { name: 'dead' }, status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } });
  const { rollout } = agentOf(
    [daemonSet(EVERYWHERE)], [daemonSet({ ...EVERYWHERE, ...main({ image: 'agent:2.0' }) })], { cluster: { nodes: [...nodes(2), dead] } },
  );
  expect(rollout!.result).toMatchObject({ outcome: 'stalled', stalledOn: [{ node: 'dead' }] });
});

test('a changed selector deletes all pods at once', () => {
  const renamed = daemonSet(
    {}, { selector: { matchLabels: { app: 'b' } }, template: { metadata: { labels: { app: 'b' } }, spec: main({}) } },
  );
  expect(
    agentOf([daemonSet()], [renamed]),
  ).toMatchObject({ action: 'replaced', restarts: true, rollout: { how: 'recreated', ...ALL, waves: 1, withoutAgent: 12 } });
});

test('a selector that still matches the pods lets them stay', () => {
  const both = { metadata: { labels: { app: 'logs', tier: 'node' } }, spec: main({}) };
  const before = daemonSet({}, { template: both });
  const after = daemonSet({}, { template: both, selector: { matchLabels: { tier: 'node' } } });
  expect(agentOf([before], [after])).toMatchObject({ action: 'replaced', rollout: { how: 'in-place', ...NONE, withoutAgent: 0 } });
});

test('pods that stay under a new selector keep the old template, unless the old DaemonSet was updated before', () => {
  const labels = { app: 'logs', tier: 'node' };
  const spec = (image: string, more: Wire = {}) => ({ template: { metadata: { labels }, spec: main({ image }) }, ...more });
  const after = daemonSet({}, spec('agent:2.0', { selector: { matchLabels: { tier: 'node' } } }));
  const before = daemonSet({}, spec('agent:1.0'));
  expect(agentOf([before], [after])).toMatchObject({ restarts: false, rollout: { ...NONE, result: { outcome: 'nothing-to-do' } } });
  before.metadata = { ...before.metadata, uid: '1', annotations: { 'deprecated.daemonset.template.generation': '2' } };
  expect(agentOf([before], [after])).toMatchObject({ rollout: { ...ALL, result: { outcome: 'finished' } } });
});

test('pods whose service account is removed are refused, since an update leaves its name in them', () => {
  const account = objectOf('v1', 'ServiceAccount', 'logs');
  const plan = agentOf([account, daemonSet({ serviceAccountName: 'logs' })], [daemonSet(main({ image: 'agent:2.0' }))]);
  expect(plan.access.refused).toEqual([expect.stringContaining('ServiceAccount logs')]);
});

test('a new agent starts where there was none, and one that is removed takes its nodes along', () => {
  expect(
    agentOf([], [daemonSet()]),
  ).toMatchObject({ action: 'created', rollout: { moves: { started: names(12), restarted: [] } }, coverage: { before: 0, after: 12 } });
  const removed = agentOf([daemonSet()], []);
  expect(removed).toMatchObject({ action: 'removed', coverage: { before: 12, after: 0 } });
  expect(removed.coverage!.lost).toHaveLength(12);
  expect(removed.rollout).toBeUndefined();
});

test('nodes that the agent leaves are named with the reason, as explain gives it', () => {
  const cluster = { nodes: [...nodes(2, { pool: 'a' }), readNode({ metadata: { name: 'gpu' } })] };
  const { coverage, rollout } = agentOf([daemonSet()], [daemonSet({ nodeSelector: { pool: 'a' } })], { cluster });
  expect(coverage).toMatchObject({ before: 3, after: 2, gained: [], lost: [{ node: 'gpu', reasons: [expect.stringContaining('pool')] }] });
  expect(rollout).toMatchObject({ moves: { restarted: names(2), stopped: ['gpu'] } });
});

test('a node without room for what the agent asks for now is lost too', () => {
  const { coverage } = agentOf([daemonSet()], [daemonSet(main({ resources: { requests: { cpu: '5' } } }))]);
  expect(coverage).toMatchObject({ before: 12, after: 0 });
});

test('new rights, host paths, host ports and API access are gains, and less of them is none', () => {
  const wide = daemonSet({
    hostNetwork: true, serviceAccountName: 'logs',
    containers: [{
      name: 'main', image: 'agent:1.0', ports: [{ containerPort: 9100 }], securityContext: { capabilities: { add: ['NET_ADMIN'] } },
      volumeMounts: [{ name: 'log', mountPath: '/var/log', readOnly: true }, { name: 'state', mountPath: '/state' }],
    }],
    volumes: [{ name: 'log', hostPath: { path: '/var/log' } }, { name: 'state', hostPath: { path: '/var/lib/agent' } }],
  });
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: {
      name: 'logs',
    }, rules: [{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }],
  };
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: {
      name: 'logs',
    }, roleRef: { kind: 'ClusterRole', name: 'logs' },
    subjects: [{ kind: 'ServiceAccount', name: 'logs', namespace: 'agents' }],
  };
  const { access } = agentOf([daemonSet()], [wide, role, binding]);
  expect(access).toMatchObject({
    rights: { gained: ['NET_ADMIN (main)', 'hostNetwork'], lost: [] },
    hostPaths: { gained: ['/var/lib/agent (writable)', '/var/log (read-only)'] },
    hostPorts: { gained: ['9100/TCP'] },
    grants: { gained: ['get nodes/proxy (everywhere)'] },
    broad: [expect.stringContaining('run commands')],
    podSecurity: { before: 'baseline', after: 'privileged' },
  });
  const back = planOf([wide, role, binding], [daemonSet()], { prune: true });
  expect(back.agents[0].access).toMatchObject({ rights: { gained: [] }, grants: { gained: [], lost: ['get nodes/proxy (everywhere)'] } });
  expect(violationsOf(back, ['privilege'])).toEqual([]);
});

test('a role that changes concerns the agent that has it, though its DaemonSet is the same', () => {
  const agent = daemonSet({ serviceAccountName: 'logs' });
  const role = (verbs: string[]) => objectOf(
    'rbac.authorization.k8s.io/v1', 'Role', 'logs', { rules: [{ apiGroups: ['apps'], resources: ['daemonsets'], verbs }] },
  );
  const binding = objectOf('rbac.authorization.k8s.io/v1', 'RoleBinding', 'logs', {
    roleRef: { kind: 'Role', name: 'logs' }, subjects: [{ kind: 'ServiceAccount', name: 'logs' }],
  });
  const plan = agentOf([agent, role(['get']), binding], [agent, role(['get', 'list']), binding]);
  expect(plan).toMatchObject({ action: 'unchanged', access: { grants: { gained: ['list daemonsets.apps (in agents)'], lost: [] } } });
  expect(plan.rollout).toBeUndefined();
});

test('a namespace that refuses the pods of the new agent is named, and one that refused them before is not news', () => {
  const namespace = {
    apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
  };
  const host = daemonSet({ hostNetwork: true });
  expect(agentOf([namespace, daemonSet()], [namespace, host]).access.refused).toEqual([expect.stringContaining('host namespaces')]);
  expect(
    agentOf([namespace, host], [namespace, daemonSet({ hostNetwork: true, ...main({ image: 'agent:2.0' }) })]).access.refused,
  ).toEqual([]);
});

test('what it costs is told of each node and of all', () => {
  const { costs } = agentOf([
    daemonSet(main({ resources: { requests: { cpu: '100m', memory: '64Mi' } } })),
  ], [daemonSet(main({ resources: { requests: { cpu: '150m', memory: '64Mi' } } }))]);
  expect(costs).toEqual([{ resource: 'cpu', before: '100m', after: '150m', totalBefore: '1200m', totalAfter: '1800m' }]);
});

const reads = { volumes: [{ name: 'config', configMap: { name: 'config' } }] };
const content = (text: string) => objectOf('v1', 'ConfigMap', 'config', { data: { a: text } });

test('new content that the pods have a hash of is the cause of the restart', () => {
  const withHash = (hash: string) => daemonSet(
    {}, { template: { metadata: { labels: { app: 'logs' }, annotations: { 'checksum/config': hash } }, spec: { ...main({}), ...reads } } },
  );
  const plan = agentOf([withHash('1111111111'), content('1')], [withHash('2222222222'), content('2')]);
  expect(plan.contents).toMatchObject([{ about: { name: 'config' }, restarts: 'likely' }]);
  expect(
    plan.changes,
  ).toMatchObject([{ path: 'spec.template.metadata.annotations["checksum/config"]', cause: 'content of ConfigMap agents/config' }]);
});

test('new content that nothing in the pods shows restarts nothing, and that is said', () => {
  expect(
    agentOf([daemonSet(reads), content('1')], [daemonSet(reads), content('2')]),
  ).toMatchObject({ action: 'unchanged', restarts: false, contents: [{ restarts: 'no' }] });
});

const sizes = (values: string[]) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'size', operator: 'In', values }] }],
    },
  },
});

test('a node of a size that changes pools moves from one DaemonSet to the other, and loses nothing', () => {
  const pool = (name: string, values: string[]) => daemonSet({}, {
    selector: { matchLabels: { pool: name } },
    template: { metadata: { labels: { 'pool': name, 'cdk8s-node-agents/agent': 'logs' } }, spec: { ...main({}), affinity: sizes(values) } },
  }, name);
  const cluster = { nodes: ['small', 'middle', 'large'].map(size => readNode({ metadata: { name: size, labels: { size } } })) };
  const plan = planOf(
    [pool('a', ['small', 'middle']), pool('b', ['large'])], [pool('a', ['small']), pool('b', ['middle', 'large'])], { cluster },
  );
  expect(plan.moves).toEqual([{ agent: 'agents/logs', from: 'a', to: 'b', nodes: ['middle'] }]);
  expect(plan.agents.map(({ coverage }) => [coverage!.gained, coverage!.lost])).toEqual([[[], []], [[], []]]);
});

test.each<[Forbidden, Wire, Wire]>([
  ['replace', daemonSet(), daemonSet({}, { selector: { matchLabels: { app: 'b' } } })],
  ['privilege', daemonSet(), daemonSet({ hostPID: true })],
  ['coverage', daemonSet(), daemonSet({ nodeSelector: { pool: 'none' } })],
  ['stall', daemonSet(), daemonSet(main({ image: 'agent:2.0', resources: { requests: { cpu: '5' } } }))],
])('%s can be forbidden', (what, before, after) => {
  const plan = planOf([before], [after], { cluster: { nodes: nodes(3) } });
  expect(violationsOf(plan, FORBIDDEN).map(each => each.what)).toContain(what);
  expect(violationsOf(plan, [what])).toEqual([{ what, objects: ['DaemonSet agents/logs'] }]);
  expect(violationsOf(plan, [])).toEqual([]);
});

test('an update that restarts pods and does no more is not forbidden', () => {
  expect(
    violationsOf(planOf([daemonSet()], [daemonSet(main({ image: 'agent:2.0' }))], { cluster: { nodes: nodes(3) } }), FORBIDDEN),
  ).toEqual([]);
});
