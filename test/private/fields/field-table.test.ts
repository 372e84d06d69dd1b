import * as fields from '../../../src/private/fields/fields';
import * as parser from '../../../src/private/fields/parse-table';

const { definitionNames, fieldOf, fieldsOf, knownMinors } = fields;

test.each([
  [29, 'LifecycleHandler', 'sleep'],
  [29, 'VolumeProjection', 'clusterTrustBundle'],
  [29, 'PodAffinityTerm', 'matchLabelKeys'],
  [29, 'PodAffinityTerm', 'mismatchLabelKeys'],
  [30, 'PodSecurityContext', 'appArmorProfile'],
  [30, 'SecurityContext', 'appArmorProfile'],
  [30, 'VolumeMount', 'recursiveReadOnly'],
  [30, 'ServiceSpec', 'trafficDistribution'],
  [31, 'PodSecurityContext', 'supplementalGroupsPolicy'],
  [31, 'Volume', 'image'],
  [31, 'ResourceClaim', 'request'],
  [32, 'PodSpec', 'resources'],
  [32, 'PodSecurityContext', 'seLinuxChangePolicy'],
  [33, 'Lifecycle', 'stopSignal'],
  [33, 'CSIDriverSpec', 'nodeAllocatableUpdatePeriodSeconds'],
  [34, 'PodSpec', 'hostnameOverride'],
  [34, 'Container', 'restartPolicyRules'],
  [34, 'EnvVarSource', 'fileKeyRef'],
  [34, 'VolumeProjection', 'podCertificate'],
  [35, 'PodSpec', 'workloadRef'],
  [35, 'CSIDriverSpec', 'serviceAccountTokenInSecrets'],
  [36, 'PodSpec', 'schedulingGroup'],
  [36, 'CSIDriverSpec', 'preventPodSchedulingIfMissing'],
])('1.%i brought %s.%s', (minor, definition, name) => {
  expect(fieldOf(definition, name)?.since).toBe(minor);
});

test.each([
  ['Container', 'restartPolicy'],
  ['PodSpec', 'hostUsers'],
  ['RollingUpdateDaemonSet', 'maxSurge'],
])('%s.%s is as old as the table', (definition, name) => {
  expect(fieldOf(definition, name)?.since).toBe(knownMinors().oldest);
});

test('1.36 put schedulingGroup in the place of workloadRef', () => {
  expect(fieldOf('PodSpec', 'workloadRef')?.until).toBe(35);
  expect(fieldOf('PodSpec', 'schedulingGroup')?.until).toBeUndefined();
});

test.each([
  ['PodSpec', 'containers', ['name']],
  ['PodSpec', 'initContainers', ['name']],
  ['PodSpec', 'volumes', ['name']],
  ['PodSpec', 'imagePullSecrets', ['name']],
  ['PodSpec', 'schedulingGates', ['name']],
  ['PodSpec', 'resourceClaims', ['name']],
  ['PodSpec', 'hostAliases', ['ip']],
  ['PodSpec', 'topologySpreadConstraints', ['topologyKey', 'whenUnsatisfiable']],
  ['PodSpec', 'tolerations', []],
  ['Container', 'env', ['name']],
  ['Container', 'ports', ['containerPort', 'protocol']],
  ['Container', 'volumeMounts', ['mountPath']],
  ['Container', 'volumeDevices', ['devicePath']],
  ['ServiceSpec', 'ports', ['port', 'protocol']],
])('the items of %s.%s are kept apart by %j', (definition, name, mapKeys) => {
  expect(fieldOf(definition, name)?.type).toMatchObject({ kind: 'list', mapKeys });
});

test.each([
  ['apps/v1', ['DaemonSet', 'Deployment', 'StatefulSet']],
  ['v1', ['ConfigMap', 'Namespace', 'PersistentVolumeClaim', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount']],
  ['rbac.authorization.k8s.io/v1', ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']],
  ['networking.k8s.io/v1', ['NetworkPolicy']],
  ['node.k8s.io/v1', ['RuntimeClass']],
  ['policy/v1', ['PodDisruptionBudget']],
  ['scheduling.k8s.io/v1', ['PriorityClass']],
  ['storage.k8s.io/v1', ['CSIDriver', 'StorageClass']],
])('the table holds the kinds of %s', (apiVersion, kinds) => {
  expect(kinds.map((kind) => fields.definitionOfKind(apiVersion, kind))).toEqual(kinds);
});

test('every definition that a field leads to is in the table, and every list key is a field of the items', () => {
  const names = new Set(definitionNames());
  const broken = definitionNames().flatMap((definition) => fieldsOf(definition).flatMap(({ name, type }) => {
    const inner = type.kind === 'list' || type.kind === 'map' ? type.of : type;
    if (inner.kind !== 'definition') return [];
    const keys = type.kind === 'list' ? type.mapKeys : [];
    return names.has(inner.definition) && keys.every((key) => fieldOf(inner.definition, key)) ? [] : [`${definition}.${name}`];
  }));
  expect(broken).toEqual([]);
});

test('no field is newer than the table, or gone before it came', () => {
  const { oldest, newest } = knownMinors();
  const all = definitionNames().flatMap(fieldsOf);
  expect(all.filter(({ since, until = newest }) => since < oldest || since > until || until > newest)).toEqual([]);
});

test('importing the module parses nothing, the first question parses the table, and later ones do not', () => {
  jest.isolateModules(() => {
    const parse = jest.spyOn(jest.requireActual<typeof parser>('../../../src/private/fields/parse-table'), 'parseTable');
    const fresh = jest.requireActual<typeof fields>('../../../src/private/fields/fields');
    fresh.knownMinors();
    expect(parse).not.toHaveBeenCalled();
    fresh.fieldOf('PodSpec', 'hostNetwork');
    expect(parse).toHaveBeenCalledTimes(1);
    fresh.checkFields('DaemonSet', {}, { minor: 36 });
    fresh.definitionOfKind('v1', 'Secret');
    expect(parse).toHaveBeenCalledTimes(1);
  });
});
