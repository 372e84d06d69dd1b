import { App, Chart } from 'cdk8s';
import { AgentIdentity, ApiGrant, HostPath, NodeAgent, NodeAgentProps, NodeCoverage } from '../../src';
import { SimulatedNode } from '../../src/cluster';
import { Manifests, Plan } from '../../src/testing';

const nodes = SimulatedNode.linux().times(10);

function manifests(props: Partial<NodeAgentProps> = {}): Manifests {
  const chart = new Chart(new App(), 'platform', { namespace: 'agents' });
  new NodeAgent(chart, 'agent', { image: 'registry.example.com/agent:1.0.0', ...props });
  return Manifests.ofChart(chart);
}

const image: Partial<NodeAgentProps> = { image: 'registry.example.com/agent:2.0.0' };

test('a platform that did not change plans to nothing', () => {
  const plan = Plan.between(manifests(), manifests(), { nodes });
  plan.hasNoChanges();
  plan.finishes();
  expect(plan.toJson()).toMatchObject({ nodes: 10, agents: [], objects: [] });
});

test('another image changes the DaemonSet, restarts it, and does no more', () => {
  const plan = Plan.between(manifests(), manifests(image), { nodes });
  expect({
    changed: plan.changed, restarted: plan.restarted, created: plan.created, replaced: plan.replaced, adopted: plan.adopted,
    removed: plan.removed,
  }).toEqual({
    changed: ['DaemonSet agents/agent'], restarted: ['DaemonSet agents/agent'], created: [], replaced: [], adopted: [], removed: [],
  });
  plan.replacesNothing();
  plan.widensNoAccess();
  plan.losesNoCoverage();
  plan.finishes();
  expect(() => plan.hasNoChanges()).toThrow('DaemonSet agents/agent is changed');
  expect(plan.toJson().agents[0].rollout).toMatchObject({ restarts: 10, outcome: 'finished' });
});

test.each<[string, Partial<NodeAgentProps>, (plan: Plan) => void]>([
  ['a selector', { identity: AgentIdentity.standard('other') }, plan => plan.replacesNothing()],
  ['a host path', { hostPaths: [HostPath.readOnly('/var/log')] }, plan => plan.widensNoAccess()],
  ['fewer nodes', { nodes: NodeCoverage.labelled({ pool: 'none' }) }, plan => plan.losesNoCoverage()],
])('%s is found', (_, props, check) => {
  const plan = Plan.between(manifests(), manifests(props), { nodes });
  expect(() => check(plan)).toThrow('DaemonSet agents/agent');
});

test('an agent that loses its last grant loses its account too, and its pods start without it', () => {
  const plan = Plan.between(manifests({ grants: [ApiGrant.readPods()] }), manifests(), { nodes });
  expect(plan.removed).toEqual(['ClusterRole agents.agent', 'ClusterRoleBinding agents.agent', 'ServiceAccount agents/agent']);
  plan.finishes();
  const [{ changes, access, rollout }] = plan.toJson().agents;
  expect(changes).toContainEqual(
    { path: 'spec.template.spec.serviceAccountName', before: 'agent', after: 'default', isHidden: false },
  );
  expect(access).toMatchObject({ refused: [], grants: { gained: [], lost: expect.arrayContaining(['get pods (everywhere)']) } });
  expect(rollout).toMatchObject({ restarts: 10, outcome: 'finished' });
});

test('an update that stalls on dead nodes is found', () => {
  const dead = [...nodes.slice(1), SimulatedNode.linux('dead').unreachable()];
  expect(() => Plan.between(manifests(), manifests(image), { nodes: dead }).finishes()).toThrow('DaemonSet agents/agent');
});

test('what is said of nodes takes nodes', () => {
  const plan = Plan.between(manifests(), manifests(image));
  expect(plan.restarted).toEqual(['DaemonSet agents/agent']);
  expect(() => plan.losesNoCoverage()).toThrow('needs nodes');
  expect(() => plan.finishes()).toThrow('needs nodes');
});

test('an object without our labels is removed only when everything is pruned', () => {
  const old = Manifests.parse('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: agents }\n');
  const none = Manifests.parse('');
  expect(Plan.between(old, none).removed).toEqual([]);
  expect(Plan.between(old, none, { prune: true }).removed).toEqual(['ConfigMap agents/a']);
});
