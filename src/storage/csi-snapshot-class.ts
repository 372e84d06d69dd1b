import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { CsiSnapshotClassProps } from './csi-snapshot-class-props';
import { ReclaimPolicy } from './csi-storage-class-props';
import { classAnnotations } from './private/default-class';
import { ClusterObject } from '../agent/cluster-object';
import { carrying, enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';
import { compact } from '../private/wire';

/**
 * A class of snapshots that a CSI driver makes: what a VolumeSnapshot names as its `volumeSnapshotClassName`.
 *
 *     new CsiSnapshotClass(chart, 'nightly', { driver });
 */
export class CsiSnapshotClass extends ClusterObject {
  public constructor(scope: Construct, id: string, props: CsiSnapshotClassProps) {
    const { props: given, findings } = enter('CsiSnapshotClass', scope, id, props, new.target !== CsiSnapshotClass);
    // plain JavaScript can leave the driver out, which is an error of its own
    const { driver = CsiDriver.nfs(), name, labels, parameters, deletionPolicy = ReclaimPolicy.DELETE } = given;
    super(scope, id, carrying({
      apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', name, labels,
      annotations: classAnnotations('snapshot.storage.kubernetes.io/is-default-class', given),
      fields: compact({ driver: driver.name, deletionPolicy, parameters }),
    }, findings));
  }
}

guardClass({ CsiSnapshotClass });
