import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { makeAgent, messageOf, WHY } from './make-agent';
import {
  AgentNamespace, AgentNamespaceProps, ContainerSecurity, HostPath, KubernetesVersion, NodeAgent, NodeAgentProps, PodSecurityContext,
  PodSecurityLevel, TargetCluster,
} from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';

const restricted: Partial<NodeAgentProps> = {};
const baseline: Partial<NodeAgentProps> = { securityContext: ContainerSecurity.none() };
const privileged: Partial<NodeAgentProps> = { hostPaths: [HostPath.readOnly('/var/log')] };

function levelWith(agents: Array<Partial<NodeAgentProps>>, props: AgentNamespaceProps = {}): string {
  const chart = testChart();
  new AgentNamespace(chart, 'namespace', props);
  agents.forEach((agent, index) => makeAgent(agent, chart, `agent-${index}`));
  return objectOf(chart, 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce'];
}

test('a namespace is named after its chart, and every mode of Pod Security is at one level', () => {
  const chart = testChart();
  new AgentNamespace(chart, 'namespace', { labels: { team: 'a' }, annotations: { b: 'c' } });
  expect(objectOf(chart, 'Namespace')).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'node-agents',
      labels: {
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/audit-version': 'latest',
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'latest',
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/warn-version': 'latest',
        'team': 'a',
      },
      annotations: { b: 'c' },
    },
  });
});

test.each([
  ['restricted', [restricted]], ['baseline', [restricted, baseline]], ['privileged', [privileged, baseline, restricted]], ['restricted', []],
])('the level is %s for the pods that need the most', (level, agents) => {
  expect(levelWith(agents)).toBe(level);
});

test('the level is never less than what is asked for', () => {
  expect(levelWith([restricted], { minimumLevel: PodSecurityLevel.BASELINE })).toBe('baseline');
  expect(levelWith([privileged], { minimumLevel: PodSecurityLevel.BASELINE })).toBe('privileged');
});

/** Beside what baseline allows from 1.31 on, nothing is wrong with it. */
const engine: Partial<NodeAgentProps> = {
  podSecurityContext: PodSecurityContext.none(), securityContext: ContainerSecurity.leastPrivilege({ seLinux: { type: 'container_engine_t' } }),
};

test.each([
  ['1.28', undefined, 'privileged', 'latest'], ['1.31', undefined, 'baseline', 'latest'], ['1.31', '1.30', 'privileged', 'v1.30'], ['1.30', '1.31', 'privileged', 'v1.31'],
  ['1.31', '1.31', 'baseline', 'v1.31'],
])('the rules of every cluster that gets the YAML count: from %s on, version %p', (oldest, version, level, label) => {
  const app = Testing.app();
  TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.of(oldest) });
  const chart = new Chart(app, 'test', { namespace: 'node-agents' });
  new AgentNamespace(chart, 'namespace', { ...version && { podSecurityVersion: KubernetesVersion.of(version) } });
  makeAgent(engine, chart);
  expect(objectOf(chart, 'Namespace').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': level, 'pod-security.kubernetes.io/enforce-version': label, 'pod-security.kubernetes.io/warn-version': label,
  });
});

test('an agent that comes later, or changes, counts', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  expect(namespace.podSecurityLevel).toBe('restricted');
  const agent = makeAgent({}, chart);
  expect(namespace.podSecurityLevel).toBe('restricted');
  agent.container.addHostPaths(HostPath.readOnly('/var/log'));
  expect(namespace.podSecurityLevel).toBe('privileged');
});

test('a patch counts', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  makeAgent({}, chart).apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostPID', true));
  expect(namespace.podSecurityLevel).toBe('privileged');
});

const bare = { containers: [{ name: 'a', image: 'a:1' }] };

test.each([
  ['Pod', 'v1', bare], ['Deployment', 'apps/v1', { template: { spec: bare } }], ['CronJob', 'batch/v1', { jobTemplate: { spec: { template: { spec: bare } } } }],
])('a %s of someone else counts', (kind, apiVersion, spec) => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  new ApiObject(chart, 'other', { apiVersion, kind, spec });
  expect(namespace.podSecurityLevel).toBe('baseline');
});

test('an object of someone else that comes later counts', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  expect(namespace.podSecurityLevel).toBe('restricted');
  new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'Pod', spec: { hostPID: true, ...bare } });
  expect(namespace.podSecurityLevel).toBe('privileged');
});

test('what has no pods, or goes elsewhere, does not count', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'node-agents' });
  const namespace = new AgentNamespace(chart, 'namespace');
  const elsewhere = new Chart(app, 'elsewhere', { namespace: 'node-agents' });
  TargetCluster.configure(elsewhere, {});
  new NodeAgent(elsewhere, 'agent', { image: 'a:1', ...privileged });
  new NodeAgent(chart, 'agent', { image: 'a:1', namespace: 'other', ...privileged });
  new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' });
  new ApiObject(chart, 'empty', { apiVersion: 'apps/v1', kind: 'Deployment' });
  expect(namespace.podSecurityLevel).toBe('restricted');
});

test('a workload of cdk8s-plus counts', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  new kplus.Deployment(chart, 'web', { containers: [{ image: 'a:1', securityContext: { privileged: true, allowPrivilegeEscalation: true } }] });
  expect(namespace.podSecurityLevel).toBe('privileged');
});

test('a chart without a namespace leaves the id, and a name of its own wins', () => {
  const chart = new Chart(new App(), 'test');
  expect(new AgentNamespace(chart, 'logging').name).toBe('logging');
  expect(new AgentNamespace(testChart(), 'namespace', { name: 'other' }).name).toBe('other');
});

describe('fails', () => {
  test.each<[AgentNamespaceProps, string]>([
    [{ name: 'Node Agents' }, "invalid-name: [test/namespace] the namespace is not a valid DNS label; given: 'Node Agents'; allowed: at most 63 lower-case letters, digits and `-`, a letter or digit at both ends; fix: write 'node-agents'"],
    [{ labels: { a: 'b c' } }, "invalid-label: [test/namespace] the label a is not a valid label value; given: 'b c'; allowed: nothing, or at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; fix: write 'b-c'"],
    [{ annotations: { 'a b': '' } }, "invalid-label: [test/namespace] an annotation is not a valid label key; given: 'a b'; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; in front of it at will a DNS subdomain and `/`; fix: write 'a-b'"],
  ])('for %p', (props, message) => {
    expect(messageOf(() => new AgentNamespace(testChart(), 'namespace', props))).toBe(message);
  });
});

test('a patch of the namespace is looked through like any other, before anything is written', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  namespace.apiObject.addJsonPatch(JsonPatch.add('/spec', { finalizer: [] }));
  expect(errorsOf(chart)).toEqual([
    "[test/namespace] unknown-field: the patched Namespace 'node-agents': the Kubernetes API has no field spec.finalizer; given: 'finalizer'; allowed: 'finalizers'; fix: did you mean finalizers?",
  ]);
  namespace.apiObject.addJsonPatch(JsonPatch.replace('/nowhere/at/all', 1));
  expect(errorsOf(chart)[0]).toMatch(/^\[test\/namespace\] patch-failed: the patched Namespace 'node-agents' cannot be written; given: /);
});

test('privileges need a privileged namespace', () => {
  expect(levelWith([{ securityContext: ContainerSecurity.privileged(WHY) }])).toBe('privileged');
});
