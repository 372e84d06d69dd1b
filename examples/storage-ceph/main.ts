import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, CephImageFeature, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass, CsiStorageClass, CsiVolumeParameters,
  ReclaimPolicy,
} from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'ceph-csi', { namespace: 'ceph-csi' });
new AgentNamespace(chart, 'namespace');

const clusterId = 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8';
const clusters = [{
  id: clusterId, monitors: ['10.0.0.11:6789', '10.0.0.12:6789', '10.0.0.13:6789'], readAffinityLabels: ['topology.kubernetes.io/zone'],
}];
// Secrets with userID and userKey, which are not written here
const maker = { name: 'ceph-provisioner', namespace: 'ceph-csi' };
const mounter = { name: 'ceph-node', namespace: 'ceph-csi' };

const rbd = CsiDriver.cephRbd({ clusters, clusterName: 'shop', metrics: true, logVerbosity: 1 });
const cephFs = CsiDriver.cephFs({ clusters, clusterName: 'shop', metrics: true, logVerbosity: 1 });
new CsiNodePlugin(chart, 'rbd', { driver: rbd });
new CsiController(chart, 'rbd-controller', { driver: rbd });
new CsiNodePlugin(chart, 'cephfs', { driver: cephFs });
new CsiController(chart, 'cephfs-controller', { driver: cephFs });

new CsiStorageClass(chart, 'rbd-disks', {
  driver: rbd,
  parameters: CsiVolumeParameters.cephRbd({
    clusterId, pool: 'kubernetes', secret: maker, nodeSecret: mounter,
    imageFeatures: [CephImageFeature.LAYERING, CephImageFeature.EXCLUSIVE_LOCK, CephImageFeature.OBJECT_MAP, CephImageFeature.FAST_DIFF],
  }),
  mountOptions: ['discard'],
  isDefault: true,
});
new CsiStorageClass(chart, 'cephfs-shares', {
  driver: cephFs,
  parameters: CsiVolumeParameters.cephFs({ clusterId, fileSystemName: 'shared', secret: maker, nodeSecret: mounter }),
  reclaimPolicy: ReclaimPolicy.RETAIN,
});
const { parameters } = CsiVolumeParameters.cephSnapshots({ clusterId, secret: maker });
new CsiSnapshotClass(chart, 'rbd-snapshots', { driver: rbd, parameters });
new CsiSnapshotClass(chart, 'cephfs-snapshots', { driver: cephFs, parameters });

app.synth();
