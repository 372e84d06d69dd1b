import { Duration } from 'cdk8s';
import {
  CsiDriver, CsiDriverObject, CsiDriverObjectOptions, CsiDriverOptions, CsiNodePlugin, FsGroupPolicy, KubernetesVersion, PodSecurityLevel,
  TargetCluster,
  VolumeLifecycleMode,
} from '../../src';
import { errorsOf, expectStrict, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

const BASE: CsiDriverOptions = { name: 'block.csi.example.com', image: 'images.example.com/csi-block:v1.2.3' };
const EVERY_FIELD: CsiDriverObjectOptions = {
  attachRequired: true,
  volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT, VolumeLifecycleMode.EPHEMERAL],
  podInfoOnMount: true,
  fsGroupPolicy: FsGroupPolicy.NONE,
  storageCapacity: true,
  tokenRequests: [{ audience: 'sts.example.com', expiration: Duration.minutes(10) }, { audience: '' }],
  requiresRepublish: true,
  seLinuxMount: true,
  nodeAllocatableUpdatePeriod: Duration.seconds(10),
  serviceAccountTokenInSecrets: true,
  preventPodSchedulingIfMissing: true,
};

function chartFor(object: CsiDriverObjectOptions | undefined, driverObject?: CsiDriverObject, version: string = '1.36') {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of(version) });
  new CsiNodePlugin(chart, 'storage', { driver: CsiDriver.of({ ...BASE, driverObject: object }), driverObject });
  return chart;
}

test.each<[string, CsiDriverObjectOptions, boolean | undefined]>([
  ['1.35', { tokenRequests: [{ audience: 'a' }] }, undefined],
  ['1.36', { tokenRequests: [{ audience: 'a' }] }, false],
  ['1.36', { tokenRequests: [{ audience: 'a' }], serviceAccountTokenInSecrets: true }, true],
  ['1.36', { tokenRequests: [] }, undefined],
  ['1.36', {}, undefined],
])('for Kubernetes %s and %j the object says %p of tokens in secrets', (version, options, said) => {
  expect(objectOf(chartFor(options, undefined, version), 'CSIDriver').spec.serviceAccountTokenInSecrets).toBe(said);
});

test('every field of the object is typed', () => {
  const chart = chartFor(EVERY_FIELD);
  expect(objectOf(chart, 'CSIDriver')).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIDriver',
    metadata: {
      name: 'block.csi.example.com',
      labels: { 'app.kubernetes.io/name': 'block.csi.example.com', 'app.kubernetes.io/instance': 'storage' },
    },
    spec: {
      attachRequired: true,
      volumeLifecycleModes: ['Persistent', 'Ephemeral'],
      podInfoOnMount: true,
      fsGroupPolicy: 'None',
      storageCapacity: true,
      tokenRequests: [{ audience: 'sts.example.com', expirationSeconds: 600 }, { audience: '' }],
      requiresRepublish: true,
      seLinuxMount: true,
      nodeAllocatableUpdatePeriodSeconds: 10,
      serviceAccountTokenInSecrets: true,
      preventPodSchedulingIfMissing: true,
    },
  });
  expectStrict(chart.toJson(), 36);
});

test.each([
  ['nodeAllocatableUpdatePeriodSeconds', '1.35', '1.34'], ['serviceAccountTokenInSecrets', '1.35', '1.34'],
  ['preventPodSchedulingIfMissing', '1.36', '1.35'],
])('%s is refused before Kubernetes %s', (field, since, before) => {
  expect(errorsOf(chartFor(EVERY_FIELD, undefined, before))).toContainEqual(expect.stringContaining(
    `spec.${field} needs Kubernetes ${since}; given: kubernetesVersion ${before}`,
  ));
  expect(errorsOf(chartFor(EVERY_FIELD, undefined, since)).filter(error => error.includes(field))).toEqual([]);
});

test('the user has the last word on each field, and what he does not mention stays as the driver says', () => {
  const given = CsiDriverObject.managed({ fsGroupPolicy: FsGroupPolicy.NONE });
  const chart = chartFor({ attachRequired: false, fsGroupPolicy: FsGroupPolicy.FILE }, given);
  expect(objectOf(chart, 'CSIDriver').spec).toEqual({ attachRequired: false, fsGroupPolicy: 'None' });
});

test('a driver that says nothing gets an object with the defaults of Kubernetes', () => {
  expect(objectOf(chartFor(undefined), 'CSIDriver').spec).toEqual({});
});

test('the object can be left to someone else', () => {
  const chart = testChart();
  const plugin = new CsiNodePlugin(chart, 'storage', { driver: CsiDriver.of(BASE), driverObject: CsiDriverObject.unmanaged() });
  expect(plugin.findObject('CSIDriver')).toBeUndefined();
  expect(chart.toJson().map((object: any) => object.kind)).toEqual(['DaemonSet']);
});

test('labels and the rest of the object are reached by its own methods', () => {
  const chart = testChart();
  const plugin = new CsiNodePlugin(chart, 'storage', { driver: CsiDriver.of(BASE) });
  plugin.findObject('CSIDriver')!.metadata.addLabel('security.openshift.io/csi-ephemeral-volume-profile', 'restricted');
  expect(objectOf(chart, 'CSIDriver').metadata.labels['security.openshift.io/csi-ephemeral-volume-profile']).toBe('restricted');
});

test.each<[string, CsiDriverObjectOptions, string]>([
  [
    'two tokens for one audience', { tokenRequests: [{ audience: 'a' }, { audience: 'b' }, { audience: 'a' }] },
    refusal('invalid-csi-driver', { given: "'a'" }),
  ],
  [
    'a token of less than ten minutes', { tokenRequests: [{ audience: 'a', expiration: Duration.seconds(599) }] },
    refusal('invalid-csi-driver', { given: '599 seconds', allowed: '600 to 4294967296 seconds', names: ['a'] }),
  ],
  [
    'a token for longer than 2^32 seconds', { tokenRequests: [{ audience: 'a', expiration: Duration.seconds(2 ** 32 + 1) }] },
    refusal('invalid-csi-driver', { given: '4294967297 seconds', allowed: '600 to 4294967296 seconds', names: ['a'] }),
  ],
  [
    'an update period of less than ten seconds', { nodeAllocatableUpdatePeriod: Duration.seconds(9) },
    refusal('invalid-csi-driver', { given: 'nodeAllocatableUpdatePeriod: 9 s', names: ['10'] }),
  ],
  [
    'one mode twice', { volumeLifecycleModes: [VolumeLifecycleMode.EPHEMERAL, VolumeLifecycleMode.EPHEMERAL] },
    refusal('invalid-csi-driver', { given: 'Ephemeral, Ephemeral' }),
  ],
])('%s is refused, by the driver and by the plugin', (_, object, message) => {
  expect(reading(() => CsiDriver.of({ ...BASE, driverObject: object }))).toThrow(message);
  expect(reading(() => CsiDriverObject.managed(object))).toThrow(message);
});

test('tokens in secrets need a token, wherever it was asked for', () => {
  expect(reading(() => chartFor(undefined, CsiDriverObject.managed({ serviceAccountTokenInSecrets: false })).toJson())).toThrow(
    refusal('invalid-csi-driver', { at: 'test/storage', names: ['serviceAccountTokenInSecrets', 'tokenRequests', 'tokenRequests'] }));
  expect(reading(() => chartFor(
    { tokenRequests: [{ audience: 'a' }] }, CsiDriverObject.managed({ serviceAccountTokenInSecrets: true }),
  ))).not.toThrow();
});

test('inline volumes are let into pods of OpenShift by a label of the object', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', {
    driver: CsiDriver.nfs(), driverObject: CsiDriverObject.managed({ openShiftEphemeralProfile: PodSecurityLevel.RESTRICTED }),
  });
  expect(objectOf(chart, 'CSIDriver').metadata.labels['security.openshift.io/csi-ephemeral-volume-profile']).toBe('restricted');
});
