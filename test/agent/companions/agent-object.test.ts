import { Lazy } from 'cdk8s';
import { AgentFile, AgentObject, AgentObjectProps, AgentService, IAgentFeature, Port } from '../../../src/index';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, problemsOf } from '../make-agent';

const making = (...objects: AgentObject[]): { features: IAgentFeature[] } => ({
  features: [{ contribute: plan => objects.forEach(object => plan.addObject(object)) }],
});
const LABELS = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };

function objectFrom(props: AgentObjectProps): any {
  const chart = testChart();
  makeAgent({ annotations: { of: 'all' }, ...making(AgentObject.of(props)) }, chart);
  return objectOf(chart, props.kind);
}

test('an object has the name, namespace, labels and annotations of the agent', () => {
  expect(objectFrom({ apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', fields: { spec: { groups: [] } } })).toEqual({
    apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule',
    metadata: { name: 'agent', namespace: 'node-agents', labels: LABELS, annotations: { of: 'all' } }, spec: { groups: [] },
  });
});

test('it can have its own', () => {
  expect(objectFrom({
    apiVersion: 'v1', kind: 'ConfigMap', name: 'my.settings', namespace: 'other', labels: { a: 'b' }, annotations: { c: 'd' },
    fields: { data: { e: 'f' } },
  })).toEqual({
    apiVersion: 'v1', kind: 'ConfigMap', metadata: {
      name: 'my.settings', namespace: 'other', labels: { ...LABELS, a: 'b' }, annotations: { c: 'd', of: 'all' },
    }, data: { e: 'f' },
  });
});

test('kinds that have no namespace are known, others say so', () => {
  expect(
    objectFrom({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: 'system:aggregate' }).metadata,
  ).not.toHaveProperty('namespace');
  expect(
    objectFrom({ apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', clusterScoped: true }).metadata,
  ).not.toHaveProperty('namespace');
  expect(objectFrom({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', clusterScoped: false }).metadata.namespace).toBe('node-agents');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet', clusterScoped: true }).metadata).not.toHaveProperty('namespace');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'ClusterRole' }).metadata.namespace).toBe('node-agents');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet' }).metadata.namespace).toBe('node-agents');
});

test('fields of Kubernetes itself come out as the API server stores them, those of others as they are', () => {
  expect(objectFrom({
    apiVersion: 'v1', kind: 'Service',
    fields: { spec: { publishNotReadyAddresses: false, ports: [{ port: 80, nodePort: 0 }], externalIPs: [] } },
  }).spec).toEqual({ ports: [{ port: 80 }] });
  expect(
    objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet', fields: { spec: { size: 0, list: [] } } }).spec,
  ).toEqual({ size: 0, list: [] });
});

test('several objects of one kind stand side by side, and can be found to patch them', () => {
  const chart = testChart();
  const agent = makeAgent(making(...['a', 'b'].map(name => AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name }))), chart);
  expect(agent.objects.map(object => `${object.kind} ${object.name}`)).toEqual(['ConfigMap a', 'ConfigMap b', 'DaemonSet agent']);
  expect(agent.findObject('ConfigMap')?.name).toBe('a');
  expect(agent.findObject('Secret')).toBeUndefined();
});

describe('fails', () => {
  test.each<[string, AgentObjectProps, string]>([
    ['metadata among the fields', { apiVersion: 'v1', kind: 'ConfigMap', fields: { kind: 'x', metadata: {} } },
      refusal('invalid-field', { given: 'kind, metadata', names: ['fields'] })],
    ['a name that cannot be', { apiVersion: 'v1', kind: 'ConfigMap', name: 'My Settings' },
      refusal('invalid-name', { given: "'My Settings'", names: ['ConfigMap', '253'] })],
    ['a namespace that cannot be', { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a.b' },
      refusal('invalid-name', { given: "'a.b'", names: ['ConfigMap', '63'] })],
    ['a kind with a namespace that should have none', { apiVersion: 'v1', kind: 'ConfigMap', clusterScoped: true },
      refusal('wrong-scope', { given: 'clusterScoped: true', names: ['ConfigMap'] })],
    ['a kind without a namespace that should have one', { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', clusterScoped: false },
      refusal('wrong-scope', { given: 'clusterScoped: false', names: ['StorageClass'] })],
    ['a namespace where there is none', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', namespace: 'kube-system' },
      refusal('wrong-scope', { given: "namespace: 'kube-system'", names: ['PriorityClass'] })],
    ['a namespace of a custom resource that has none', { apiVersion: 'example.com/v1', kind: 'Fleet', clusterScoped: true, namespace: 'a' },
      refusal('wrong-scope', { given: "namespace: 'a'" })],
  ])('for %s', (_, props, message) => {
    expect(messageOf(() => AgentObject.of(props))).toEqual(message);
  });

  test('for a slip, a newer field and a wrong type in a kind of Kubernetes itself', () => {
    const service = (spec: object) => making(AgentObject.of({ apiVersion: 'v1', kind: 'Service', name: 'other', fields: { spec } }));
    expect(problemsOf(service({ prots: [], trafficDistribution: 'PreferClose', clusterIP: 7 }))).toEqual([
      refusal('unknown-field', { given: "'prots'", allowed: "'ports'", names: ['spec.prots'] }),
      refusal('field-too-new', { given: 'kubernetesVersion 1.28', allowed: '1.30 or newer', names: ['spec.trafficDistribution', '1.30'] }),
      refusal('invalid-field', { given: '7', allowed: 'string', names: ['spec.clusterIP'] }),
    ]);
  });

  test('for two objects of one kind and name', () => {
    const settings = AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' });
    const again = AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' });
    expect(problemsOf(making(settings, again))).toEqual([
      refusal('name-collision', { given: "'settings' twice", names: ['ConfigMap', 'settings'] }),
    ]);
    const files = [AgentFile.text('/etc/agent/a', 'a')];
    expect(problemsOf({ files, ...making(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'agent-config' })) })).toEqual([
      refusal('name-collision', { given: "'agent-config' twice", names: ['ConfigMap', 'agent-config'] }),
    ]);
    const [one, other] = [Port.container('a', 1), Port.container('b', 2)];
    expect(problemsOf({ ports: [one, other], services: [AgentService.headless([one]), AgentService.headless([other])] })).toEqual([
      refusal('name-collision', { given: "'agent' twice", names: ['agent'] }),
    ]);
    expect(problemsOf(making(settings, settings))).toEqual([]);
  });
});

describe('late values', () => {
  const late = (produce: () => unknown) => Lazy.any({ produce });

  test('in the fields of a kind that Kubernetes knows are checked as what they are, and written as what they have become', () => {
    let value = 'first';
    const chart = testChart();
    makeAgent(making(AgentObject.of({
      apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { k: late(() => value), fixed: 'x' }, immutable: true },
    })), chart);
    expect(objectOf(chart, 'ConfigMap')).toMatchObject({ data: { k: 'first', fixed: 'x' }, immutable: true });
    value = 'second';
    expect(objectOf(chart, 'ConfigMap').data.k).toBe('second');
  });

  test('are stored as the API server would store them', () => {
    const object = objectFrom({
      apiVersion: 'v1', kind: 'Service', fields: { spec: late(() => ({ publishNotReadyAddresses: false, ports: [{ port: 80 }] })) },
    });
    expect(object.spec).toEqual({ ports: [{ port: 80 }] });
  });

  test('are refused where what they are is wrong', () => {
    const problems = problemsOf(making(AgentObject.of({
      apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { k: late(() => 5) } },
    })));
    expect(problems).toEqual([refusal('invalid-field', { given: '5', allowed: 'string', names: ['ConfigMap', 'data.k'] })]);
  });

  test('cannot stand for all fields at once, because the fields are known by name', () => {
    expect(messageOf(() => AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', fields: late(() => ({ data: {} })) as any }))).toEqual(
      refusal('invalid-field', { names: ['ConfigMap'] }));
  });
});

test('a late value is asked when the app is written and not before, and must be writable too', () => {
  const chart = testChart();
  let url: string | undefined;
  const data = Lazy.any({
    produce: () => {
      if (url === undefined) {throw new Error('not known yet');}
      return { url };
    },
  });
  makeAgent({}, chart).plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'late', fields: { data } }));
  url = 'https://example.com';
  expect(objectOf(chart, 'ConfigMap').data).toEqual({ url });
  url = '\ud800';
  const other = testChart();
  makeAgent({}, other).plan.addObject(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'late', fields: { data } }));
  expect(errorsOf(other)).toEqual([refusal('unwritable-value', { at: 'test/agent', names: ["'late'", 'data.url'] })]);
});
