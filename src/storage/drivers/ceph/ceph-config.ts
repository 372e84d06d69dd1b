import { CephCluster } from './ceph-cluster';
import { fail, quote } from '../../../private/agent-error';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { compact, orUndefined, Wire } from '../../../private/wire';

const MAX_ID = 36;

/** The clusters, as `config.json` has them. */
export function cephConfig(clusters: readonly CephCluster[]): string {
  if (clusters.length === 0) {
    refuse('the driver of Ceph would find no cluster', 'clusters: []', 'at least one cluster', 'name one, or leave `clusters` out');
  }
  const ids = clusters.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    refuse('two clusters of Ceph have one name', quote(twice), 'an `id` for each', 'the driver takes the first: leave the other out');
  }
  return `${JSON.stringify(clusters.map(entry), undefined, 2)}\n`;
}

function entry(cluster: CephCluster): Wire {
  requireCluster(cluster);
  return compact({
    clusterID: cluster.id,
    monitors: cluster.monitors,
    rbd: orUndefined({ radosNamespace: cluster.rbdRadosNamespace, mirrorDaemonCount: cluster.rbdMirrorDaemons }),
    cephFS: orUndefined({
      subvolumeGroup: cluster.subvolumeGroup,
      radosNamespace: cluster.cephFsRadosNamespace,
      kernelMountOptions: cluster.kernelMountOptions?.join(','),
      fuseMountOptions: cluster.fuseMountOptions?.join(','),
    }),
    readAffinity: cluster.readAffinityLabels && { enabled: true, crushLocationLabels: cluster.readAffinityLabels },
  });
}

function requireCluster({ id, monitors, rbdMirrorDaemons }: CephCluster): void {
  if (id === '' || Buffer.byteLength(id) > MAX_ID || /\s/.test(id)) {
    refuse('a cluster of Ceph cannot have this name', quote(id), `1 to ${MAX_ID} characters without blanks`, 'take its fsid: ceph fsid');
  }
  const odd = monitors.find(monitor => monitor === '' || /[\s,]/.test(monitor));
  if (monitors.length === 0 || odd !== undefined) {
    refuse(
      `the cluster of Ceph ${quote(id)} cannot be reached by these monitors`, odd === undefined ? 'monitors: []' : quote(odd),
      'at least one address, such as 10.0.0.11:6789', 'list them one by one, as `ceph mon dump` shows them',
    );
  }
  if (rbdMirrorDaemons !== undefined && !isWholeNumber(rbdMirrorDaemons, 1, MAX_INT32)) {
    refuse('images are mirrored by no such number of daemons', `rbdMirrorDaemons: ${rbdMirrorDaemons}`, '1 or more', 'use a whole number');
  }
}

function refuse(what: string, given: string, allowed: string, fix: string): never {
  return fail({ code: 'invalid-csi-driver', what, given, allowed, fix });
}
