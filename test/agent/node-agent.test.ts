import { App, Chart, Duration } from 'cdk8s';
import { containerOf, makeAgent, messageOf, podOf, problemsOf, templateOf, WHY } from './make-agent';
import { Capability, ContainerSecurity, HostNamespace, ImagePullPolicy, KubernetesVersion, NodeAgent, TargetCluster } from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

test('an image is all that an agent needs', () => {
  const chart = testChart();
  const agent = makeAgent({}, chart);
  expect(chart.toJson().map((object: any) => object.kind)).toEqual(['DaemonSet']);
  expect(agent).toMatchObject({ name: 'agent', namespace: 'node-agents' });
  expect(agent.container.name).toBe('agent');
});

test('the main object is a plain ApiObject with the id Resource', () => {
  const agent = makeAgent();
  expect(agent.node.tryFindChild('Resource')).toBe(agent.apiObject);
  expect(agent.apiObject).toMatchObject({ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent' });
  expect(agent.objects).toEqual([agent.apiObject]);
});

test('the name and namespace are the agent\'s own, else the id and the namespace of the chart', () => {
  const chart = testChart();
  makeAgent({ name: 'logs', namespace: 'logging' }, chart);
  expect(objectOf(chart, 'DaemonSet').metadata).toMatchObject({ name: 'logs', namespace: 'logging' });
});

test('a chart without a namespace leaves it to whoever applies the YAML', () => {
  const chart = new Chart(new App(), 'test');
  const agent = new NodeAgent(chart, 'agent', { image: 'a:1' });
  expect(agent.namespace).toBeUndefined();
  expect(objectOf(chart, 'DaemonSet').metadata).not.toHaveProperty('namespace');
});

test('labels and annotations of the objects are not those of the pods, and the other way round', () => {
  const chart = testChart();
  makeAgent({ labels: { a: '1' }, annotations: { b: '2' }, podLabels: { c: '3' }, podAnnotations: { d: '4' }, apiAccess: true }, chart);
  for (const kind of ['DaemonSet', 'ServiceAccount']) {
    expect(objectOf(chart, kind).metadata).toMatchObject({ labels: { a: '1' }, annotations: { b: '2' } });
  }
  const { labels, annotations } = objectOf(chart, 'DaemonSet').spec.template.metadata;
  expect(labels).toEqual({
    'app.kubernetes.io/instance': 'agent', 'app.kubernetes.io/name': 'agent', 'c': '3', 'cdk8s-node-agents/agent': 'agent',
  });
  expect(annotations).toEqual({ d: '4' });
});

test('every option of the pod has its field', () => {
  expect(podOf({
    terminationGracePeriod: Duration.seconds(0), imagePullSecrets: ['b', 'a', 'b'], runtimeClassName: 'gvisor',
    shareProcessNamespace: false, enableServiceLinks: false,
  })).toMatchObject({
    terminationGracePeriodSeconds: 0, imagePullSecrets: [{ name: 'b' }, { name: 'a' }], runtimeClassName: 'gvisor',
    shareProcessNamespace: false, enableServiceLinks: false,
  });
});

test('what is not said is not written', () => {
  expect(Object.keys(podOf()).sort()).toEqual([
    'affinity', 'automountServiceAccountToken', 'containers', 'nodeSelector', 'securityContext', 'serviceAccountName', 'tolerations',
  ]);
  expect(Object.keys(containerOf()).sort()).toEqual(['image', 'name', 'resources', 'securityContext']);
  expect(Object.keys(templateOf().metadata)).toEqual(['labels']);
});

test('every option of a container has its field', () => {
  expect(containerOf({
    containerName: 'main', command: ['/agent'], args: ['--quiet'], workingDir: '/work', imagePullPolicy: ImagePullPolicy.ALWAYS,
  })).toMatchObject({
    name: 'main', command: ['/agent'], args: ['--quiet'], workingDir: '/work', imagePullPolicy: 'Always',
  });
});

test('undefined is the same as not given, for every option', () => {
  const given = makeAgent({
    name: undefined, identity: undefined, nodes: undefined, rollout: undefined, resources: undefined, securityContext: undefined,
    env: undefined,
    files: undefined, hostPaths: undefined, podOverrides: undefined, apiAccess: undefined, containerName: undefined, labels: undefined,
  });
  expect(Chart.of(given).toJson()).toEqual(Chart.of(makeAgent()).toJson());
});

test('containers run in the order in which they are given, init containers before sidecars', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_29 });
  const container = (name: string) => ({ name, image: 'a:1' });
  const pod = podOf(
    { containers: [container('c'), container('b')], initContainers: [container('z'), container('y')], sidecars: [container('x')] }, chart,
  );
  expect(pod.containers.map((each: any) => each.name)).toEqual(['agent', 'c', 'b']);
  expect(pod.initContainers.map((each: any) => [each.name, each.restartPolicy])).toEqual([
    ['z', undefined], ['y', undefined], ['x', 'Always'],
  ]);
});

test('reasons are annotations of the object on request, and never of the pods', () => {
  const chart = testChart();
  const securityContext = ContainerSecurity.root('reads files of root', {
    capabilities: [Capability.add('NET_ADMIN', 'sets up the network')],
  });
  makeAgent({ annotateReasons: true, securityContext, hostNamespaces: [HostNamespace.network(WHY)] }, chart);
  const { metadata, spec } = objectOf(chart, 'DaemonSet');
  expect(metadata.annotations).toEqual({
    'reason.cdk8s-node-agents/agent.NET_ADMIN': 'sets up the network',
    'reason.cdk8s-node-agents/agent.root': 'reads files of root',
    'reason.cdk8s-node-agents/hostNetwork': WHY,
  });
  expect(spec.template.metadata).not.toHaveProperty('annotations');
});

test('the key of a reason is one that annotations may have, however long the name of the container', () => {
  const chart = testChart();
  const containerName = 'c'.repeat(63);
  makeAgent({ annotateReasons: true, containerName, securityContext: ContainerSecurity.privileged(WHY) }, chart);
  const [key] = Object.keys(objectOf(chart, 'DaemonSet').metadata.annotations);
  expect(key).toMatch(/^reason\.cdk8s-node-agents\/c{54}-[0-9a-f]{8}$/);
});

test('there are no privileges where none are asked for', () => {
  expect(makeAgent().privileges).toEqual([]);
  expect(
    makeAgent({ securityContext: ContainerSecurity.privileged(WHY) }).privileges,
  ).toEqual([{ name: 'privileged', container: 'agent', reason: WHY }]);
});

describe('fails', () => {
  test('for an id or a name that no object can have', () => {
    expect(messageOf(() => makeAgent({}, testChart(), 'Agent'))).toEqual(
      refusal('invalid-name', { at: 'test/Agent', given: "'Agent'" }));
    const long = 'a'.repeat(64);
    expect(messageOf(() => makeAgent({}, testChart(), long))).toEqual(
      refusal('invalid-name', { at: `test/${long}`, given: `'${long}'` }));
    expect(messageOf(() => makeAgent({ name: 'a.b' }))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given: "'a.b'", names: ['name: '] }));
    expect(messageOf(() => makeAgent({ namespace: 'a.b' }))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given: "'a.b'", names: ['namespace: '] }));
  });

  test.each([
    ['label', { labels: { 'a b': 'c' } }, 'labels: ', "'a b'"],
    ['pod label', { podLabels: { a: 'b c' } }, 'podLabels: ', "'b c'"],
    ['annotation', { annotations: { 'a b': 'c' } }, 'annotations: ', "'a b'"],
    ['pod annotation', { podAnnotations: { '': 'c' } }, 'podAnnotations: ', "''"],
  ])('for a %s that cannot be', (_, props, option, given) => {
    expect(messageOf(() => makeAgent(props))).toEqual(refusal('invalid-label', { at: 'test/agent', given, names: [option] }));
  });

  test.each([
    ['imagePullSecrets', { imagePullSecrets: ['My Registry'] }, "'My Registry'"],
    ['runtimeClassName', { runtimeClassName: '' }, "''"],
  ])('for %s that cannot be', (option, props, given) => {
    expect(messageOf(() => makeAgent(props))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given, names: [`${option}: `, '253'] }));
  });

  test('for a fraction of a second to stop in', () => {
    expect(problemsOf({ terminationGracePeriod: Duration.millis(500) })).toEqual([
      refusal('invalid-duration', { given: '0.5 s', names: ['terminationGracePeriod', '0', '2147483647'] }),
    ]);
  });
});
