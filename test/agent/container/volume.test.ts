import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ContainerSecurity, EmptyDirOptions, KubernetesVersion, TargetCluster, Volume, VolumeMount } from '../../../src/index';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { messageOf, podOf, problemsOf } from '../make-agent';

const volumeOf = (volume: Volume) => podOf({
  volumeMounts: [VolumeMount.of(volume, '/v')], securityContext: ContainerSecurity.none(),
}).volumes[0];
const emptyDir = (options?: EmptyDirOptions) => Volume.emptyDir('v', options);

test.each([
  ['an empty directory', emptyDir(), { emptyDir: {} }],
  ['one in memory', emptyDir({ inMemory: true, sizeLimit: Size.mebibytes(1024) }), { emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }],
  ['a ConfigMap', Volume.configMap('v', 'settings'), { configMap: { name: 'settings' } }],
  ['keys of a ConfigMap, by key', Volume.configMap('v', 'settings', {
    items: { 'b.conf': 'sub/b', 'a.conf': 'a' }, defaultMode: 0o400, optional: true,
  }),
  {
    configMap: {
      name: 'settings', items: [{ key: 'a.conf', path: 'a' }, { key: 'b.conf', path: 'sub/b' }], defaultMode: 0o400, optional: true,
    },
  }],
  ['a Secret', Volume.secret('v', 'creds', { defaultMode: 0, optional: false }), {
    secret: { secretName: 'creds', defaultMode: 0, optional: false },
  }],
  ['any other source', Volume.raw('v', {
    ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } },
  }),
  { ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } }],
])('%s', (_, volume, source) => {
  expect(volumeOf(volume)).toEqual({ name: 'v', ...source });
});

test('objects of cdk8s-plus are referred to by their names', () => {
  const chart = testChart();
  const settings = new kplus.ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
  const secret = new kplus.Secret(chart, 'secret', { metadata: { name: 'creds' } });
  const claim = new kplus.PersistentVolumeClaim(chart, 'claim', { metadata: { name: 'claim' } });
  expect(volumeOf(Volume.fromConfigMap('v', settings, { optional: true }))).toEqual({
    name: 'v', configMap: { name: 'settings', optional: true },
  });
  expect(volumeOf(Volume.fromSecret('v', secret))).toEqual({ name: 'v', secret: { secretName: 'creds' } });
  expect(volumeOf(Volume.persistentVolumeClaim('v', claim))).toEqual({ name: 'v', persistentVolumeClaim: { claimName: 'claim' } });
});

test('what is written by hand comes out as the API server stores it', () => {
  expect(volumeOf(Volume.raw('v', { nfs: { server: 'a', path: '/', readOnly: false } }))).toEqual({
    name: 'v', nfs: { server: 'a', path: '/' },
  });
  expect(volumeOf(Volume.raw('v', { emptyDir: { medium: '', sizeLimit: '1024Mi' } }))).toEqual({
    name: 'v', emptyDir: { sizeLimit: '1Gi' },
  });
  expect(volumeOf(Volume.raw('v', { csi: { driver: 'a', readOnly: false } }))).toEqual({
    name: 'v', csi: { driver: 'a', readOnly: false },
  });
});

test('one volume may be mounted often, and is there once', () => {
  const shared = Volume.emptyDir('shared');
  const pod = podOf({
    volumeMounts: [VolumeMount.of(shared, '/a')],
    containers: [{ name: 'other', image: 'a:1', volumeMounts: [VolumeMount.of(shared, '/b')] }],
  });
  expect(pod.volumes).toEqual([{ name: 'shared', emptyDir: {} }]);
});

describe('fails', () => {
  test.each([
    ['a name that is no label', () => Volume.emptyDir('My Volume'),
      refusal('invalid-name', { given: "'My Volume'", names: ['63'] })],
    ['an object without a name', () => Volume.configMap('v', ''),
      refusal('invalid-name', { given: "''", names: ['ConfigMap', '253'] })],
    ['a Secret that cannot be', () => Volume.secret('v', 'My_Secret'),
      refusal('invalid-name', { given: "'My_Secret'", names: ['253'] })],
    ['a key that cannot be', () => Volume.secret('v', 'creds', { items: { 'a/b': 'x' } }),
      refusal('invalid-name', { given: "'a/b'", names: ['253', '_'] })],
    ['a path that leaves the volume', () => Volume.secret('v', 'creds', { items: { a: '../x' } }),
      refusal('invalid-path', { given: "'../x'" })],
    ['permissions that cannot be', () => Volume.configMap('v', 'settings', { defaultMode: 1.5 }),
      refusal('invalid-file', { given: '1.5', allowed: '0 to 0o777' })],
  ])('for %s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('for two volumes of one name', () => {
    expect(problemsOf({
      volumeMounts: [VolumeMount.of(Volume.emptyDir('v'), '/a'), VolumeMount.of(Volume.secret('v', 'creds'), '/b')],
    })).toEqual([
      refusal('conflicting-volume', { given: '{"emptyDir":{}} and {"secret":{"secretName":"creds"}}', names: ['v', 'emptyDir'] }),
    ]);
  });

  test('for a source that has a slip in it, is too new or of the wrong type', () => {
    const volumes = [
      { emptyDri: {} }, { image: { reference: 'a:1' } }, { hostPath: { path: 7 } },
    ].map((source, index) => Volume.raw(`v${index}`, source));
    expect(problemsOf({ volumeMounts: volumes.map(volume => VolumeMount.of(volume, `/${volume.name}`)) })).toEqual([
      refusal('unknown-field', { given: "'emptyDri'", allowed: "'emptyDir'", names: ['v0', 'emptyDri'] }),
      refusal('field-too-new', { given: 'kubernetesVersion 1.28', allowed: '1.35 or newer', names: ['v1', '1.35'] }),
      refusal('invalid-field', { given: '7', allowed: 'string', names: ['v2', 'hostPath.path'] }),
    ]);
  });

  test('for two sources in one volume', () => {
    const chart = testChart();
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
    expect(problemsOf(
      { volumeMounts: [VolumeMount.of(Volume.raw('v', { emptyDir: {}, nfs: { server: 'a', path: '/' } }), '/v')] }, chart,
    )).toEqual([
      refusal('conflicting-volume', { given: 'emptyDir, nfs', allowed: 'one source', names: ['v'] }),
    ]);
  });
});
