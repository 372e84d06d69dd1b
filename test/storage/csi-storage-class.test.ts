import {
  CsiDriver, CsiSidecar, CsiSnapshotClass, CsiStorageClass, CsiStorageClassProps, CsiVolumeParameters, NfsOnDelete, ReclaimPolicy,
  VolumeBindingMode,
} from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';
import { wrongWith } from '../support/refused';

const EBS = CsiDriver.of({ name: 'ebs.csi.aws.com', image: 'images.example.com/ebs:v1.64.0', controller: { resizer: CsiSidecar.of() } });

function classOf(props: CsiStorageClassProps): any {
  const chart = testChart();
  new CsiStorageClass(chart, 'fast', props);
  return objectOf(chart, 'StorageClass');
}

test('a class of NFS volumes names the share, and has no namespace', () => {
  expect(classOf({
    driver: CsiDriver.nfs(),
    parameters: CsiVolumeParameters.nfs({
      server: 'nfs.example.com', share: '/exports', subDirectory: '${pvc.metadata.namespace}', onDelete: NfsOnDelete.ARCHIVE,
      mountPermissions: 0o770,
    }),
    mountOptions: ['nfsvers=4.1'], reclaimPolicy: ReclaimPolicy.RETAIN, isDefault: true, labels: { team: 'storage' },
    annotations: { note: 'shares' },
  })).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'fast', labels: { team: 'storage' }, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true', 'note': 'shares' },
    },
    provisioner: 'nfs.csi.k8s.io',
    parameters: {
      server: 'nfs.example.com', share: '/exports', subDir: '${pvc.metadata.namespace}', onDelete: 'archive', mountPermissions: '0770',
    },
    mountOptions: ['nfsvers=4.1'],
    reclaimPolicy: 'Retain',
    allowVolumeExpansion: true,
  });
});

test('volumes that are attached are made where their pod runs', () => {
  expect(classOf({ driver: EBS, parameters: CsiVolumeParameters.of({ type: 'gp3' }) })).toMatchObject({
    provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' }, volumeBindingMode: 'WaitForFirstConsumer', allowVolumeExpansion: true,
  });
  expect(classOf({ driver: EBS, volumeBindingMode: VolumeBindingMode.IMMEDIATE, allowVolumeExpansion: false })).toMatchObject({
    volumeBindingMode: 'Immediate', allowVolumeExpansion: false,
  });
  expect(classOf({ driver: EBS, allowedTopologies: { 'topology.kubernetes.io/zone': ['a', 'b'] } }).allowedTopologies).toEqual([
    { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a', 'b'] }] },
  ]);
});

test('a class of snapshots belongs to a driver', () => {
  const chart = testChart();
  new CsiSnapshotClass(chart, 'nightly', { driver: EBS, deletionPolicy: ReclaimPolicy.RETAIN, parameters: { a: 'b' }, isDefault: true });
  expect(objectOf(chart, 'VolumeSnapshotClass')).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'nightly', annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
    driver: 'ebs.csi.aws.com',
    deletionPolicy: 'Retain',
    parameters: { a: 'b' },
  });
});

test('parameters of another driver, and topologies without a value, are refused at synth', () => {
  const codes = (props: CsiStorageClassProps) => {
    const chart = testChart();
    new CsiStorageClass(chart, 'fast', props);
    return codesOf(chart).map(line => line.replace(/^.*\] /, ''));
  };
  const parameters = CsiVolumeParameters.nfs({ server: 'nfs.example.com', share: '/' });
  expect(codes({ driver: CsiDriver.nfs(), parameters })).toEqual([]);
  expect(codes({ driver: EBS, parameters })).toEqual([]);
  expect(codes({ driver: EBS, allowedTopologies: { zone: [] } })).toEqual(['invalid-storage-class']);
  expect(codes({ driver: EBS, name: 'Not a name' })).toEqual(['invalid-name']);
});

test.each([
  ['a server with a path', { server: 'nfs.example.com/exports', share: '/' }],
  ['a share that is no absolute path', { server: 'nfs.example.com', share: 'exports' }],
])('%s is refused', (_, options) => {
  expect(wrongWith(CsiVolumeParameters.nfs(options)).map(({ code }) => code)).toEqual(['invalid-storage-class']);
});
