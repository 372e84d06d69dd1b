import { Lazy } from 'cdk8s';
import { AgentFile, AgentObject, AgentObjectProps, AgentService, IAgentFeature, Port } from '../../../src/index';
import { errorsOf, objectOf, testChart } from '../../support/golden';
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
    apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'agent', namespace: 'node-agents', labels: LABELS, annotations: { of: 'all' } }, spec: { groups: [] },
  });
});

test('it can have its own', () => {
  expect(objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', name: 'my.settings', namespace: 'other', labels: { a: 'b' }, annotations: { c: 'd' }, fields: { data: { e: 'f' } } })).toEqual({
    apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'my.settings', namespace: 'other', labels: { ...LABELS, a: 'b' }, annotations: { c: 'd', of: 'all' } }, data: { e: 'f' },
  });
});

test('kinds that have no namespace are known, others say so', () => {
  expect(objectFrom({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: 'system:aggregate' }).metadata).not.toHaveProperty('namespace');
  expect(objectFrom({ apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', clusterScoped: true }).metadata).not.toHaveProperty('namespace');
  expect(objectFrom({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', clusterScoped: false }).metadata.namespace).toBe('node-agents');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet', clusterScoped: true }).metadata).not.toHaveProperty('namespace');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'ClusterRole' }).metadata.namespace).toBe('node-agents');
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet' }).metadata.namespace).toBe('node-agents');
});

test('fields of Kubernetes itself come out as the API server stores them, those of others as they are', () => {
  expect(objectFrom({ apiVersion: 'v1', kind: 'Service', fields: { spec: { publishNotReadyAddresses: false, ports: [{ port: 80, nodePort: 0 }], externalIPs: [] } } }).spec).toEqual({ ports: [{ port: 80 }] });
  expect(objectFrom({ apiVersion: 'example.com/v1', kind: 'Fleet', fields: { spec: { size: 0, list: [] } } }).spec).toEqual({ size: 0, list: [] });
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
      'invalid-field: these fields of the object are not set under `fields`; given: kind, metadata; fix: use the options of the same purpose: apiVersion, kind, name, namespace, labels, annotations'],
    ['a name that cannot be', { apiVersion: 'v1', kind: 'ConfigMap', name: 'My Settings' },
      "invalid-name: the ConfigMap is not a valid DNS subdomain; given: 'My Settings'; allowed: at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`; fix: write 'my-settings'"],
    ['a namespace that cannot be', { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'a.b' },
      "invalid-name: the namespace of the ConfigMap is not a valid DNS label; given: 'a.b'; allowed: at most 63 lower-case letters, digits and `-`, a letter or digit at both ends; fix: write 'a-b'"],
    ['a kind with a namespace that should have none', { apiVersion: 'v1', kind: 'ConfigMap', clusterScoped: true },
      'wrong-scope: objects of the kind ConfigMap have a namespace; given: clusterScoped: true; fix: leave `clusterScoped` out: it is for custom resources'],
    ['a kind without a namespace that should have one', { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', clusterScoped: false },
      'wrong-scope: objects of the kind StorageClass have no namespace; given: clusterScoped: false; fix: leave `clusterScoped` out: it is for custom resources'],
    ['a namespace where there is none', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', namespace: 'kube-system' },
      "wrong-scope: objects of the kind PriorityClass have no namespace; given: namespace: 'kube-system'; fix: leave `namespace` out"],
    ['a namespace of a custom resource that has none', { apiVersion: 'example.com/v1', kind: 'Fleet', clusterScoped: true, namespace: 'a' },
      "wrong-scope: objects of the kind Fleet have no namespace; given: namespace: 'a'; fix: leave out `namespace` or `clusterScoped`"],
  ])('for %s', (_, props, message) => {
    expect(messageOf(() => AgentObject.of(props))).toBe(message);
  });

  test('for a slip, a newer field and a wrong type in a kind of Kubernetes itself', () => {
    const service = (spec: object) => making(AgentObject.of({ apiVersion: 'v1', kind: 'Service', name: 'other', fields: { spec } }));
    expect(problemsOf(service({ prots: [], trafficDistribution: 'PreferClose', clusterIP: 7 }))).toEqual([
      "unknown-field: the Service of the agent: the Kubernetes API has no field spec.prots; given: 'prots'; allowed: 'ports'; fix: did you mean ports?",
      'field-too-new: the Service of the agent: spec.trafficDistribution needs Kubernetes 1.30; given: kubernetesVersion 1.28; allowed: 1.30 or newer; fix: leave the field out, or raise kubernetesVersion with TargetCluster.configure when the oldest cluster is there',
      'invalid-field: the Service of the agent: spec.clusterIP cannot be used; given: 7; allowed: string; fix: put it in quotes: YAML reads numbers, yes, on and the like as something else than text',
    ]);
  });

  test('for two objects of one kind and name', () => {
    const settings = AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' });
    const again = AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' });
    expect(problemsOf(making(settings, again))).toEqual([
      "name-collision: the agent makes the ConfigMap 'settings' twice; given: 'settings' twice; fix: give one of them a `name` of its own",
    ]);
    const files = [AgentFile.text('/etc/agent/a', 'a')];
    expect(problemsOf({ files, ...making(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'agent-config' })) })).toEqual([
      "name-collision: the agent makes the ConfigMap 'agent-config' twice; given: 'agent-config' twice; fix: give one of them a `name` of its own",
    ]);
    const [one, other] = [Port.container('a', 1), Port.container('b', 2)];
    expect(problemsOf({ ports: [one, other], services: [AgentService.headless([one]), AgentService.headless([other])] })).toEqual([
      "name-collision: the agent makes the Service 'agent' twice; given: 'agent' twice; fix: give one of them a `name` of its own",
    ]);
    expect(problemsOf(making(settings, settings))).toEqual([]);
  });
});

describe('late values', () => {
  const late = (produce: () => unknown) => Lazy.any({ produce });

  test('in the fields of a kind that Kubernetes knows are checked as what they are, and written as what they have become', () => {
    let value = 'first';
    const chart = testChart();
    makeAgent(making(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { k: late(() => value), fixed: 'x' }, immutable: true } })), chart);
    expect(objectOf(chart, 'ConfigMap')).toMatchObject({ data: { k: 'first', fixed: 'x' }, immutable: true });
    value = 'second';
    expect(objectOf(chart, 'ConfigMap').data.k).toBe('second');
  });

  test('are stored as the API server would store them', () => {
    const object = objectFrom({ apiVersion: 'v1', kind: 'Service', fields: { spec: late(() => ({ publishNotReadyAddresses: false, ports: [{ port: 80 }] })) } });
    expect(object.spec).toEqual({ ports: [{ port: 80 }] });
  });

  test('are refused where what they are is wrong', () => {
    const problems = problemsOf(making(AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', fields: { data: { k: late(() => 5) } } })));
    expect(problems).toEqual(['invalid-field: the ConfigMap of the agent: data.k cannot be used; given: 5; allowed: string; fix: put it in quotes: YAML reads numbers, yes, on and the like as something else than text']);
  });

  test('cannot stand for all fields at once, because the fields are known by name', () => {
    expect(messageOf(() => AgentObject.of({ apiVersion: 'v1', kind: 'ConfigMap', fields: late(() => ({ data: {} })) as any }))).toBe(
      'invalid-field: the fields of the ConfigMap cannot be late as a whole; given: a late value; allowed: an object, with late values in it; fix: make what stands below the names of the fields late: { data: Lazy.any(...) }');
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
  expect(errorsOf(other)).toEqual([expect.stringMatching(/^\[test\/agent\] unwritable-value: the ConfigMap 'late' .* at data\.url/)]);
});
