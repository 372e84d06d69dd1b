import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { makeAgent, messageOf, WHY } from './make-agent';
import {
  AgentNamespace, AgentNamespaceProps, ContainerSecurity, HostPath, KubernetesVersion, NodeAgent, NodeAgentProps, PodSecurityContext,
  PodSecurityLevel, TargetCluster,
} from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

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
  ['restricted', [restricted]], ['baseline', [restricted, baseline]], ['privileged', [privileged, baseline, restricted]],
  ['restricted', []],
])('the level is %s for the pods that need the most', (level, agents) => {
  expect(levelWith(agents)).toBe(level);
});

test('the level is never less than what is asked for', () => {
  expect(levelWith([restricted], { minimumLevel: PodSecurityLevel.BASELINE })).toBe('baseline');
  expect(levelWith([privileged], { minimumLevel: PodSecurityLevel.BASELINE })).toBe('privileged');
});

/** Beside what baseline allows from 1.31 on, nothing is wrong with it. */
const engine: Partial<NodeAgentProps> = {
  podSecurityContext: PodSecurityContext.none(),
  securityContext: ContainerSecurity.leastPrivilege({ seLinux: { type: 'container_engine_t' } }),
};

test.each([
  ['1.28', undefined, 'privileged', 'latest'], ['1.31', undefined, 'baseline', 'latest'], ['1.31', '1.30', 'privileged', 'v1.30'],
  ['1.30', '1.31', 'privileged', 'v1.31'],
  ['1.31', '1.31', 'baseline', 'v1.31'],
])('the rules of every cluster that gets the YAML count: from %s on, version %p', (oldest, version, level, label) => {
  const app = Testing.app();
  TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.of(oldest) });
  const chart = new Chart(app, 'test', { namespace: 'node-agents' });
  new AgentNamespace(chart, 'namespace', { ...version && { podSecurityVersion: KubernetesVersion.of(version) } });
  makeAgent(engine, chart);
  expect(objectOf(chart, 'Namespace').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': level, 'pod-security.kubernetes.io/enforce-version': label,
    'pod-security.kubernetes.io/warn-version': label,
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
  ['Pod', 'v1', bare], ['Deployment', 'apps/v1', { template: { spec: bare } }],
  ['CronJob', 'batch/v1', { jobTemplate: { spec: { template: { spec: bare } } } }],
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
  new kplus.Deployment(chart, 'web', {
    containers: [{ image: 'a:1', securityContext: { privileged: true, allowPrivilegeEscalation: true } }],
  });
  expect(namespace.podSecurityLevel).toBe('privileged');
});

test('a chart without a namespace leaves the id, and a name of its own wins', () => {
  const chart = new Chart(new App(), 'test');
  expect(new AgentNamespace(chart, 'logging').name).toBe('logging');
  expect(new AgentNamespace(testChart(), 'namespace', { name: 'other' }).name).toBe('other');
});

describe('fails', () => {
  test.each<[AgentNamespaceProps, string]>([
    [{ name: 'Node Agents' }, refusal('invalid-name', { at: 'test/namespace', given: "'Node Agents'", names: ['63'] })],
    [{ labels: { a: 'b c' } }, refusal('invalid-label', { at: 'test/namespace', given: "'b c'", names: ['63', '_'] })],
    [{
      annotations: {
        'a b': '',
      },
    }, refusal('invalid-label', { at: 'test/namespace', given: "'a b'", names: ['63', '_'] })],
  ])('for %p', (props, message) => {
    expect(messageOf(() => new AgentNamespace(testChart(), 'namespace', props))).toEqual(message);
  });
});

test('a patch of the namespace is looked through like any other, before anything is written', () => {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace');
  namespace.apiObject.addJsonPatch(JsonPatch.add('/spec', { finalizer: [] }));
  expect(errorsOf(chart)).toEqual([
    refusal('unknown-field', {
      at: 'test/namespace', given: "'finalizer'", allowed: "'finalizers'", names: ['node-agents', 'spec.finalizer'],
    }),
  ]);
  namespace.apiObject.addJsonPatch(JsonPatch.replace('/nowhere/at/all', 1));
  expect(errorsOf(chart)[0]).toEqual(refusal('patch-failed', { at: 'test/namespace', names: ['Namespace', "'node-agents'"] }));
});

test('privileges need a privileged namespace', () => {
  expect(levelWith([{ securityContext: ContainerSecurity.privileged(WHY) }])).toBe('privileged');
});

const LABEL = 'pod-security.kubernetes.io/';
const MODES = ['enforce', 'audit', 'warn'];

/** The Pod Security labels of a namespace for agents, and the codes of what stops the synth. */
function judged(agents: Array<Partial<NodeAgentProps>>, props: AgentNamespaceProps = {}, change: (
  namespace: AgentNamespace, chart: Chart,
) => void = () => {}) {
  const chart = testChart();
  const namespace = new AgentNamespace(chart, 'namespace', props);
  agents.forEach((agent, index) => makeAgent(agent, chart, `agent-${index}`));
  change(namespace, chart);
  const errors = errorsOf(chart).map(line => /^\[[^\]]*\] ([\w-]+):/.exec(line)![1]);
  const written = errors.length > 0 ? {} : objectOf(chart, 'Namespace').metadata.labels;
  return {
    errors,
    labels: Object.fromEntries(Object.entries(written).map(([key, value]) => [key.replace(LABEL, ''), value])) as { [key: string]: string },
  };
}

const WAYS: ReadonlyArray<[
  string, (labels: { [key: string]: string }) => [AgentNamespaceProps, ((namespace: AgentNamespace) => void)?],
]> = [
  ['given', labels => [{ labels }]],
  ['added later', labels => [
    {}, ({ apiObject }) => Object.entries(labels).forEach(([key, value]) => apiObject.metadata.addLabel(key, value)),
  ]],
  ['patched', labels => [{}, ({ apiObject }) => Object.entries(labels).forEach(([key, value]) =>
    apiObject.addJsonPatch(JsonPatch.add(`/metadata/labels/${key.replace('/', '~1')}`, value)))]],
];

describe.each(WAYS)('a label of Pod Security that is %s', (how, way) => {
  const with_ = (labels: { [key: string]: string }, agents: Array<Partial<NodeAgentProps>>) => judged(agents, ...way(labels));

  test('stays as it is in every mode, however loose, and the other modes are worked out', () => {
    for (const mode of MODES) {
      const { errors, labels } = with_({ [`${LABEL}${mode}`]: 'privileged' }, [baseline]);
      expect(errors).toEqual([]);
      for (const each of MODES) {expect(labels[each]).toBe(each === mode ? 'privileged' : 'baseline');}
    }
  });

  test('is an error where it refuses pods of the app, and none where it warns of them', () => {
    expect(with_({ [`${LABEL}enforce`]: 'baseline' }, [privileged]).errors).toEqual(['pod-security-level']);
    for (const mode of ['audit', 'warn']) {
      const { errors, labels } = with_({ [`${LABEL}${mode}`]: 'restricted' }, [privileged]);
      expect(errors).toEqual([]);
      expect(labels).toMatchObject({ enforce: 'privileged', [mode]: 'restricted' });
    }
  });

  test('may be stricter than what nobody needs', () => {
    expect(with_({ [`${LABEL}enforce`]: 'restricted', [`${LABEL}enforce-version`]: 'v1.30' }, [restricted])).toMatchObject({
      errors: [], labels: { 'enforce': 'restricted', 'enforce-version': 'v1.30', 'warn-version': 'latest' },
    });
  });

  test('is an error where nobody can read it', () => {
    for (const [key, value] of [['enforce', 'Restricted'], ['warn', 'none'], ['audit-version', '1.30']]) {
      expect(
        with_({ [`${LABEL}${key}`]: value }, [restricted]).errors,
      ).toEqual([how === 'given' ? 'invalid-label' : 'invalid-pod-security-label']);
    }
  });
});

test('a version alone has the level of its mode worked out by the rules of that version', () => {
  const app = Testing.app();
  TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.of('1.31') });
  const chart = new Chart(app, 'test', { namespace: 'node-agents' });
  const namespace = new AgentNamespace(chart, 'namespace', { labels: { [`${LABEL}enforce-version`]: 'v1.30' } });
  makeAgent(engine, chart);
  expect(
    objectOf(chart, 'Namespace').metadata.labels,
  ).toMatchObject({ [`${LABEL}enforce`]: 'privileged', [`${LABEL}warn`]: 'baseline', [`${LABEL}enforce-version`]: 'v1.30' });
  expect(namespace.podSecurityLevel).toBe('privileged');
});

test('a label that refuses the pods of others in the app is an error too', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other' }, spec: { ...bare, hostPID: true } };
  const others = (labels: { [key: string]: string }) => judged([], { labels }, (_, chart) => new ApiObject(chart, 'other', pod)).errors;
  expect(others({ [`${LABEL}enforce`]: 'restricted' })).toEqual(['pod-security-level']);
  expect(others({ [`${LABEL}enforce`]: 'privileged' })).toEqual([]);
  expect(others({})).toEqual([]);
});

test.each<[string, AgentNamespaceProps, string | false]>([
  ['a stricter label than the least level', { minimumLevel: PodSecurityLevel.BASELINE, labels: { [`${LABEL}enforce`]: 'restricted' } },
    refusal('contradicting-pod-security', {
      at: 'test/namespace', allowed: 'baseline, privileged', names: ['minimumLevel', 'pod-security.kubernetes.io/enforce', 'minimumLevel'],
    })],
  ['the same label as the least level', { minimumLevel: PodSecurityLevel.BASELINE, labels: { [`${LABEL}enforce`]: 'baseline' } }, false],
  ['a looser label than the least level', {
    minimumLevel: PodSecurityLevel.BASELINE, labels: { [`${LABEL}enforce`]: 'privileged' },
  }, false],
  ['a stricter warning than the least level', {
    minimumLevel: PodSecurityLevel.BASELINE, labels: { [`${LABEL}warn`]: 'restricted' },
  }, false],
  ['another version', { podSecurityVersion: KubernetesVersion.V1_30, labels: { [`${LABEL}warn-version`]: 'v1.31' } },
    refusal('contradicting-pod-security', {
      at: 'test/namespace', given: 'pod-security.kubernetes.io/warn-version: v1.31, podSecurityVersion v1.30', allowed: 'v1.30',
    })],
  ['the same version', { podSecurityVersion: KubernetesVersion.V1_30, labels: { [`${LABEL}warn-version`]: 'v1.30' } }, false],
])('%s is a contradiction or none: %#', (_, props, message) => {
  const make = () => new AgentNamespace(testChart(), 'namespace', props);
  if (message !== false) {
    expect(messageOf(make)).toEqual(message);
  } else {
    expect(make).not.toThrow();
  }
});
