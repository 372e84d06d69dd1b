import { actions, daemonSet, objectOf, OURS, planOf } from './support';
import type { Wire } from '../../src/private/wire';

const configMap = (data: Wire, more: Wire = {}) => objectOf('v1', 'ConfigMap', 'config', { data, ...more });
const labelled = (labels: Wire, annotations: Wire = {}) => objectOf(
  'v1', 'ConfigMap', 'config', { data: { a: '1' }, metadata: { labels, annotations } },
);

test('what is new is created, what differs is changed, and what is the same is no part of it', () => {
  const plan = planOf([
    configMap({ a: '1' }), objectOf('v1', 'ServiceAccount', 'logs'),
  ], [configMap({ a: '2' }), objectOf('v1', 'ServiceAccount', 'logs'), daemonSet()]);
  expect(actions(plan)).toEqual({ 'ConfigMap config': 'changed', 'DaemonSet logs': 'created' });
  expect(plan.objects[0].changes).toEqual([{ path: 'data.a', before: '"1"', after: '"2"', isHidden: false }]);
});

test('what carries our labels and is no longer wanted is removed; others only when everything is pruned', () => {
  const before = [labelled(OURS), objectOf('v1', 'ConfigMap', 'other', { metadata: { labels: { app: 'other' } } })];
  const plan = planOf(before, []);
  expect(actions(plan)).toEqual({ 'ConfigMap config': 'removed' });
  expect(plan.kept.map(({ name }) => name)).toEqual(['other']);
  const pruned = planOf(before, [], { prune: true });
  expect(actions(pruned)).toEqual({ 'ConfigMap config': 'removed', 'ConfigMap other': 'removed' });
  expect(pruned.kept).toEqual([]);
});

test.each<[string, Wire]>([
  ['a label of Helm', labelled({ ...OURS, 'app.kubernetes.io/managed-by': 'Helm' })],
  ['the chart in a label', labelled({ ...OURS, 'helm.sh/chart': 'logs-1.0' })],
  ['the release in an annotation', labelled(OURS, { 'meta.helm.sh/release-name': 'logs' })],
])('%s says that an object is not ours', (_, object) => {
  expect(planOf([object], []).kept).toHaveLength(1);
  expect(
    planOf([object], [labelled(OURS)]).objects,
  ).toMatchObject([{ action: 'adopted', adoptedFrom: expect.stringMatching(/Helm|logs/) }]);
});

test('an object without our labels is taken over when ours has its name', () => {
  expect(planOf([labelled({})], [labelled(OURS)]).objects).toMatchObject([{ action: 'adopted', adoptedFrom: 'someone else' }]);
});

test('an apply over an object of another tool leaves what only that tool says, and replaces lists that are said as a whole', () => {
  const theirs = daemonSet({
    containers: [
      { name: 'main', image: 'agent:1.0', env: [{ name: 'THEIRS', value: '1' }], args: ['--theirs'] },
      { name: 'sidecar', image: 'sidecar:1.0' },
    ],
    nodeSelector: { theirs: 'yes' },
  });
  theirs.metadata.labels = { 'app.kubernetes.io/managed-by': 'Helm' };
  const ours = daemonSet({ containers: [{ name: 'main', image: 'agent:2.0', args: ['--ours'] }], nodeSelector: { ours: 'yes' } });
  const plan = planOf([theirs], [ours]);
  expect(plan.objects).toMatchObject([{
    action: 'adopted',
    stays: [
      'metadata.labels["app.kubernetes.io/managed-by"]', 'spec.template.spec.containers[name=main].env',
      'spec.template.spec.containers[name=sidecar]',
    ],
  }]);
  expect(plan.objects[0].changes.map(({ path }) => path)).toEqual(expect.arrayContaining([
    'spec.template.spec.containers[name=main].image', 'spec.template.spec.nodeSelector.theirs',
  ]));
  expect(plan.agents[0].agent.pod).toMatchObject({
    containers: [{ name: 'main', image: 'agent:2.0', args: ['--ours'], env: [{ name: 'THEIRS' }] }, { name: 'sidecar' }],
    nodeSelector: { ours: 'yes' },
  });
});

test('an object of another tool that stays as it is has two masters all the same', () => {
  const theirs = labelled({ ...OURS, 'app.kubernetes.io/managed-by': 'Helm' });
  expect(planOf([theirs], [labelled(OURS)]).objects).toMatchObject([{ action: 'adopted', changes: [], adoptedFrom: 'Helm' }]);
});

test('an update leaves the service account of the pods and the address of a Service, though they are not written any more', () => {
  const service = (spec: Wire) => objectOf('v1', 'Service', 'logs', { spec: { ports: [{ port: 80 }], ...spec } });
  expect(
    planOf([service({ clusterIP: 'None' }), daemonSet({ serviceAccountName: 'logs' })], [service({}), daemonSet()]).objects,
  ).toEqual([]);
  expect(planOf([service({ clusterIP: 'None' })], [service({ type: 'NodePort' })]).objects).toMatchObject([
    { action: 'replaced', immutable: [{ path: 'spec.clusterIP' }] },
  ]);
});

const job = (spec: Wire) => objectOf('batch/v1', 'Job', 'once', { spec: { template: { spec: { containers: [] } }, ...spec } });

test.each<[string, Wire, Wire, string[]]>([
  ['a written parallelism goes, and one pod that must finish is filled in with it', { parallelism: 2 }, {}, ['spec.completions']],
  ['a written number of completions goes, and the parallelism that was filled in stays', { completions: 1 }, {}, ['spec.completions']],
  ['two written counts go together', { completions: 1, parallelism: 1 }, {}, []],
  ['the completions that were filled in stay where a parallelism is written', {}, { parallelism: 2 }, []],
  ['an indexed Job grows in both counts', { completionMode: 'Indexed', completions: 2, parallelism: 2 }, {
    completionMode: 'Indexed', completions: 3, parallelism: 3,
  }, []],
  ['an indexed Job does not grow in one of them', { completionMode: 'Indexed', completions: 2, parallelism: 2 }, {
    completionMode: 'Indexed', completions: 3, parallelism: 2,
  }, ['spec.completions']],
])('a Job: %s', (_, before, after, immutable) => {
  expect(planOf([job(before)], [job(after)]).objects.flatMap(plan => plan.immutable.map(({ path }) => path))).toEqual(immutable);
});

test('what the API server fills in for a Job is no change, and its history is one of a CronJob alone', () => {
  const filled = {
    parallelism: 1, completions: 1, backoffLimit: 6, completionMode: 'NonIndexed', suspend: false, manualSelector: false,
    podReplacementPolicy: 'TerminatingOrFailed',
  };
  expect(planOf([job({})], [job({ backoffLimit: 6, completionMode: 'NonIndexed', suspend: false })]).objects).toEqual([]);
  expect(planOf([job(filled)], [job({})]).objects).toEqual([]);
  const failing = { podFailurePolicy: { rules: [] } };
  expect(planOf([job(failing)], [job({ ...failing, podReplacementPolicy: 'Failed' })]).objects).toEqual([]);
  const cron = (spec: Wire) => objectOf('batch/v1', 'CronJob', 'often', { spec: { schedule: '@daily', jobTemplate: { spec } } });
  expect(planOf([cron({})], [cron({ backoffLimit: 6 })]).objects).toMatchObject([{ action: 'changed' }]);
});

const balancer = (spec: Wire) => objectOf('v1', 'Service', 'logs', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }], ...spec } });

test('the class of a load balancer is fixed as long as the Service is one', () => {
  const withClass = balancer({ loadBalancerClass: 'example.com/a' });
  for (const [before, after] of [[withClass, balancer({})], [balancer({}), withClass]]) {
    expect(planOf([before], [after]).objects).toMatchObject([{ action: 'replaced', immutable: [{ path: 'spec.loadBalancerClass' }] }]);
  }
  expect(planOf([withClass], [balancer({ type: 'ClusterIP' })]).objects).toMatchObject([{ action: 'changed', immutable: [] }]);
});

test('items of another tool keep their place before new ones, and common items come in the new order', () => {
  const envOf = (names: string): Wire =>
    ({ containers: [{ name: 'main', image: 'agent:1.0', env: [...names].map(name => ({ name, value: name })) }] });
  const merged = (before: string, after: string): string => {
    const theirs = daemonSet(envOf(before));
    theirs.metadata.labels = {};
    const { about } = planOf([theirs], [daemonSet(envOf(after))]).objects[0];
    return about.object.spec.template.spec.containers[0].env.map(({ name }: Wire) => name).join('');
  };
  expect(merged('ax', 'ab')).toBe('axb');
  expect(merged('axb', 'ba')).toBe('xba');
  expect(merged('axby', 'bna')).toBe('xbyna');
  expect(merged('xa', 'nay')).toBe('xnay');
  expect(merged('xy', 'ab')).toBe('xyab');
});

test('each tool has its own items of a set', () => {
  const driver = (modes: readonly string[]) => objectOf('storage.k8s.io/v1', 'CSIDriver', 'a', { spec: { volumeLifecycleModes: modes } });
  const theirs = driver(['Ephemeral', 'Persistent']);
  theirs.metadata.labels = {};
  const [plan] = planOf([theirs], [driver(['Persistent'])]).objects;
  expect(plan).toMatchObject({ action: 'adopted', immutable: [] });
  expect(plan.about.object.spec.volumeLifecycleModes).toEqual(['Ephemeral', 'Persistent']);
});

test('what does not go with fields of another tool is refused, and the object replaced', () => {
  const budget = (spec: Wire) => objectOf('policy/v1', 'PodDisruptionBudget', 'a', { spec });
  const service = (spec: Wire) => objectOf('v1', 'Service', 'a', { spec });
  for (const [theirs, ours, path] of [
    [budget({ minAvailable: 1 }), budget({ maxUnavailable: 1 }), 'spec'],
    [service({ type: 'ExternalName', externalName: 'a.example.com' }), service({ ports: [{ port: 80 }], ipFamilyPolicy: 'SingleStack' }),
      'spec.ipFamilyPolicy'],
  ] as const) {
    theirs.metadata.labels = {};
    expect(planOf([theirs], [ours]).objects).toMatchObject([{ action: 'replaced', immutable: [{ path }], stays: [] }]);
  }
});

test('a Secret of another tool that never changes is refused what stringData says', () => {
  const secret = (more: Wire) => objectOf('v1', 'Secret', 'a', more);
  const theirs = secret({ data: { a: 'Mg==' }, immutable: true });
  theirs.metadata.labels = {};
  const [plan] = planOf([theirs], [secret({ stringData: { a: '1' } })]).objects;
  expect(plan).toMatchObject({ action: 'replaced', immutable: [{ path: 'data' }] });
});

test('defaults of volumes and of the families of a Service are no changes, and an update keeps families that it does not name', () => {
  const volume = (spec: Wire) => objectOf('v1', 'PersistentVolume', 'a', { spec: { capacity: { storage: '1Gi' }, ...spec } });
  expect(planOf([volume({})], [volume({ persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' })]).objects).toEqual([]);
  expect(planOf([volume({})], [volume({ persistentVolumeReclaimPolicy: 'Delete' })]).objects).toMatchObject([{ action: 'changed' }]);
  const service = (spec: Wire) => objectOf('v1', 'Service', 'a', { spec: { ports: [{ port: 80 }], selector: OURS, ...spec } });
  expect(planOf([service({})], [service({ ipFamilyPolicy: 'SingleStack' })]).objects).toEqual([]);
  expect(planOf([service({ ipFamilyPolicy: 'PreferDualStack' })], [service({})]).objects).toEqual([]);
  const bare = (spec: Wire) => service({ clusterIP: 'None', selector: undefined, ...spec });
  expect(planOf([bare({})], [bare({ ipFamilyPolicy: 'RequireDualStack' })]).objects).toEqual([]);
});

test('a Service of another tool loses with its type what goes with it, and keeps the rest', () => {
  const theirs = balancer({
    loadBalancerClass: 'example.com/a', allocateLoadBalancerNodePorts: false, externalTrafficPolicy: 'Local', healthCheckNodePort: 30_001,
    ports: [{ port: 80, nodePort: 30_000 }], sessionAffinity: 'ClientIP',
  });
  theirs.metadata.labels = { 'app.kubernetes.io/managed-by': 'Helm' };
  const staysOf = (type: string): readonly string[] => planOf([theirs], [balancer({ type })]).objects[0].stays;
  expect(staysOf('ClusterIP')).toEqual(['metadata.labels["app.kubernetes.io/managed-by"]', 'spec.sessionAffinity']);
  expect(staysOf('NodePort')).toEqual([
    'metadata.labels["app.kubernetes.io/managed-by"]', 'spec.externalTrafficPolicy', 'spec.ports[port=80].nodePort', 'spec.sessionAffinity',
  ]);
  expect(staysOf('LoadBalancer')).toContain('spec.loadBalancerClass');
});

test('a strategy without a rolling update is refused where the parameters of one were filled in', () => {
  const deployment = (strategy: Wire) => objectOf('apps/v1', 'Deployment', 'logs', { spec: { strategy, template: { spec: {} } } });
  expect(planOf([deployment({})], [deployment({ type: 'Recreate' })]).objects).toMatchObject([
    { action: 'replaced', immutable: [{ path: 'spec.strategy' }] },
  ]);
  const written = deployment({ rollingUpdate: { maxSurge: 1 } });
  expect(planOf([written], [deployment({ type: 'Recreate' })]).objects).toMatchObject([{ action: 'changed', immutable: [] }]);
});

test('an object of another tool that is deleted and created has nothing of that tool', () => {
  const pod = { hostNetwork: true, containers: [{ name: 'main', image: 'agent:1.0' }] };
  const template = { metadata: { labels: { app: 'theirs' } }, spec: pod };
  const theirs = daemonSet({}, { selector: { matchLabels: { app: 'theirs' } }, template });
  theirs.metadata.labels = {};
  const plan = planOf([theirs], [daemonSet()]);
  expect(plan.objects).toMatchObject([{ action: 'replaced', adoptedFrom: 'someone else', stays: [] }]);
  expect(plan.agents[0].agent.pod.hostNetwork).toBeUndefined();
});

test.each<[string, Wire, Wire, string[]]>([
  ['the selector of a DaemonSet', daemonSet(), daemonSet({}, { selector: { matchLabels: { app: 'other' } } }), ['spec.selector']],
  ['the role of a binding', objectOf(
    'rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'a', { roleRef: { kind: 'ClusterRole', name: 'a' } },
  ),
  objectOf('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'a', { roleRef: { kind: 'ClusterRole', name: 'b' } }), ['roleRef']],
  ['the parameters of a StorageClass', objectOf('storage.k8s.io/v1', 'StorageClass', 'a', { provisioner: 'x', parameters: { a: '1' } }),
    objectOf('storage.k8s.io/v1', 'StorageClass', 'a', { provisioner: 'x', parameters: { a: '2' } }), ['parameters']],
  ['what a CSIDriver says of attaching', objectOf('storage.k8s.io/v1', 'CSIDriver', 'a', { spec: { attachRequired: true } }),
    objectOf('storage.k8s.io/v1', 'CSIDriver', 'a', { spec: { attachRequired: false } }), ['spec.attachRequired']],
  ['an immutable ConfigMap', configMap({ a: '1' }, { immutable: true }), configMap({ a: '2' }, { immutable: true }), ['data']],
  ['the type of a Secret', objectOf(
    'v1', 'Secret', 'a', { type: 'Opaque' },
  ), objectOf('v1', 'Secret', 'a', { type: 'kubernetes.io/tls' }), ['type']],
])('%s never changes: the object is replaced', (_, before, after, paths) => {
  const [plan] = planOf([before], [after]).objects;
  expect(plan).toMatchObject({ action: 'replaced', immutable: paths.map(path => ({ path, way: expect.stringMatching(/\w/) })) });
});

test('the safe way to another selector keeps the pods where it still matches them', () => {
  const wider = daemonSet({}, {
    selector: {
      matchLabels: { tier: 'node' },
    }, template: { metadata: { labels: { app: 'logs', tier: 'node' } }, spec: daemonSet().spec.template.spec },
  });
  const narrow = daemonSet({}, { template: wider.spec.template });
  expect(planOf([narrow], [wider]).objects[0].immutable[0].way).toContain('--cascade=orphan');
  expect(planOf([daemonSet()], [wider]).objects[0].immutable[0].way).not.toContain('--cascade=orphan');
});

test('a removed agent leaves its state, the configuration of the network and sockets of the kubelet on its nodes', () => {
  const paths = ['/var/lib/agent', '/etc/cni/net.d', '/var/lib/kubelet/plugins/a.example.com', '/var/log'];
  const agent = daemonSet({
    containers: [{
      name: 'main', image: 'a:1', volumeMounts: [
        ...paths, '/var/lib/seen',
      ].map((path, index) => ({ name: `v${index}`, mountPath: path, readOnly: path.endsWith('seen') })),
    }],
    volumes: [...paths, '/var/lib/seen'].map((path, index) => ({ name: `v${index}`, hostPath: { path } })),
  });
  expect(planOf([agent], []).objects).toMatchObject([{
    action: 'removed',
    leftovers: [{
      path: '/etc/cni/net.d', kind: 'cni',
    }, { path: '/var/lib/agent', kind: 'state' }, { path: '/var/lib/kubelet/plugins/a.example.com', kind: 'plugin' }],
  }]);
});

const secret = (data: Wire, field: string = 'data') => objectOf('v1', 'Secret', 'credentials', { [field]: data });
const SHOWN = ['c2VjcmV0', 'secret-value', 'hunter2hunter2'];

test.each<[string, Wire[], Wire[]]>([
  ['a value of a Secret', [secret({ a: 'c2VjcmV0' })], [secret({ a: 'c2VjcmV0Mg==' })]],
  ['a key that is new', [secret({})], [secret({ a: 'c2VjcmV0' })]],
  ['a key that is gone', [secret({ a: 'c2VjcmV0', b: 'eA==' })], [secret({ b: 'eA==' })]],
  ['all of the data', [objectOf('v1', 'Secret', 'credentials')], [secret({ a: 'c2VjcmV0' })]],
  ['stringData', [secret({ a: 'c2VjcmV0' })], [secret({ a: 'secret-value' }, 'stringData')]],
  ['a Secret that is new', [], [secret({ a: 'c2VjcmV0' })]],
  ['a Secret that is gone', [secret({ a: 'c2VjcmV0' })], []],
  ['what kubectl applied last', [secret({ a: 'eA==' })],
    [{
      ...secret({ a: 'eQ==' }), metadata: {
        ...secret({}).metadata, annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"a":"c2VjcmV0"}}' },
      },
    }]],
  ['a password in a variable', [
    daemonSet(),
  ], [daemonSet({ containers: [{ name: 'main', image: 'agent:1.0', env: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] }] })]],
  ['another password', [
    daemonSet({ containers: [{ name: 'main', image: 'a:1', env: [{ name: 'DB_PASSWORD', value: 'hunter1hunter1' }] }] }),
  ],
  [daemonSet({ containers: [{ name: 'main', image: 'a:1', env: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] }] })]],
  ['a password in a file', [
    configMap({ a: 'user: x\npassword: hunter1hunter1\n' }),
  ], [configMap({ a: 'user: x\npassword: hunter2hunter2\n' })]],
  ['a password in an argument', [daemonSet({ containers: [{ name: 'main', image: 'a:1', args: ['--a'] }] })],
    [daemonSet({ containers: [{ name: 'main', image: 'a:1', args: ['--a', '--password=hunter2hunter2'] }] })]],
])('%s is never shown', (_, before, after) => {
  const plan = planOf(before, after);
  expect(plan.objects).toHaveLength(1);
  const text = JSON.stringify(plan.objects[0].changes);
  for (const value of SHOWN) {expect(text).not.toContain(value);}
  if (plan.objects[0].action === 'changed') {expect(plan.objects[0].changes.some(({ isHidden }) => isHidden)).toBe(true);}
});

test('stringData is what data says in base64', () => {
  expect(planOf([secret({ a: 'eA==' })], [secret({ a: 'x' }, 'stringData')]).objects).toEqual([]);
});

test('an argument that is gone is told from the others', () => {
  const withArgs = (...args: string[]) => daemonSet({ containers: [{ name: 'main', image: 'a:1', args }] });
  expect(
    planOf([withArgs('--a', '--b')], [withArgs('--a')]).objects[0].changes,
  ).toMatchObject([{ path: expect.stringContaining('args[]'), before: expect.stringContaining('--b') }]);
});

test.each<[string, string, string, (pod: Wire) => Wire]>([
  ['batch/v1', 'CronJob', 'spec.jobTemplate.spec.template.spec', spec => ({ spec: { jobTemplate: { spec: { template: { spec } } } } })],
  ['v1', 'PodTemplate', 'template.spec', spec => ({ template: { spec } })],
  ['apps/v1', 'Deployment', 'spec.template.spec', spec => ({ spec: { template: { spec } } })],
])('the template of a %s %s keeps its service account where it is', (apiVersion, kind, path, fields) => {
  const withPod = (pod: Wire) => objectOf(apiVersion, kind, 'logs', fields({ containers: [{ name: 'main', image: 'agent:1.0' }], ...pod }));
  expect(planOf([withPod({ serviceAccountName: 'logs' })], [withPod({})]).objects).toEqual([]);
  expect(planOf([withPod({ serviceAccountName: 'logs' })], [withPod({ hostNetwork: true })]).objects)
    .toMatchObject([{ action: 'changed', stays: [`${path}.serviceAccountName`], changes: [{ path: `${path}.hostNetwork` }] }]);
});
