import { awsEbsSnapshotParameters, awsEbsVolumeParameters } from './drivers/aws-ebs/aws-ebs-volume-parameters';
import { AwsEbsSnapshotParameters, AwsEbsVolumeParameters } from './drivers/aws-ebs/aws-ebs-volume-parameters-options';
import { awsEfsVolumeParameters } from './drivers/aws-efs/aws-efs-volume-parameters';
import { AwsEfsVolumeParameters } from './drivers/aws-efs/aws-efs-volume-parameters-options';
import { AzureDiskSnapshotParameters } from './drivers/azure-disk/azure-disk-snapshot-parameters-options';
import { azureDiskSnapshotParameters, azureDiskVolumeParameters } from './drivers/azure-disk/azure-disk-volume-parameters';
import { AzureDiskVolumeParameters } from './drivers/azure-disk/azure-disk-volume-parameters-options';
import { azureFileSnapshotParameters, azureFileVolumeParameters } from './drivers/azure-file/azure-file-volume-parameters';
import { AzureFileSnapshotParameters, AzureFileVolumeParameters } from './drivers/azure-file/azure-file-volume-parameters-options';
import { CephRbdVolumeParameters } from './drivers/ceph/ceph-rbd-volume-parameters-options';
import { cephFsVolumeParameters, cephRbdVolumeParameters, cephSnapshotParameters } from './drivers/ceph/ceph-volume-parameters';
import { CephFsVolumeParameters, CephSnapshotParameters } from './drivers/ceph/ceph-volume-parameters-options';
import {
  gcePersistentDiskSnapshotParameters, gcePersistentDiskVolumeParameters,
} from './drivers/gce-persistent-disk/gce-persistent-disk-volume-parameters';
import {
  GcePersistentDiskSnapshotParameters, GcePersistentDiskVolumeParameters,
} from './drivers/gce-persistent-disk/gce-persistent-disk-volume-parameters-options';
import { hostPathVolumeParameters } from './drivers/host-path/host-path-volume-parameters';
import { HostPathVolumeParameters } from './drivers/host-path/host-path-volume-parameters-options';
import { nfsVolumeParameters } from './drivers/nfs/nfs-volume-parameters';
import { NfsVolumeParameters } from './drivers/nfs/nfs-volume-parameters-options';
import { smbVolumeParameters } from './drivers/smb/smb-volume-parameters';
import { SmbVolumeParameters } from './drivers/smb/smb-volume-parameters-options';
import { guardClass } from '../private/doors/guard-class';

/**
 * What a StorageClass tells the driver of each volume. They can never change on an object that exists.
 */
export class CsiVolumeParameters {
  /** Any parameters, as the driver documents them. */
  public static of(parameters: { [name: string]: string }): CsiVolumeParameters {
    return new CsiVolumeParameters({ ...parameters });
  }

  /** Directories of a share of an NFS server, for `CsiDriver.nfs`. */
  public static nfs(options: NfsVolumeParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(nfsVolumeParameters(options), 'nfs');
  }

  /**
   * Disks of Amazon EBS, for `CsiDriver.awsEbs`.
   *
   * @throws invalid-storage-class
   */
  public static awsEbs(options: AwsEbsVolumeParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(awsEbsVolumeParameters(options), 'awsEbs');
  }

  /**
   * Snapshots of disks of Amazon EBS: its `parameters` are those of a CsiSnapshotClass.
   *
   * @throws invalid-storage-class
   */
  public static awsEbsSnapshots(options: AwsEbsSnapshotParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(awsEbsSnapshotParameters(options), 'awsEbsSnapshots');
  }

  /**
   * Access points of a file system of Amazon EFS or S3 Files, for `CsiDriver.awsEfs`.
   *
   * @throws invalid-storage-class
   */
  public static awsEfs(options: AwsEfsVolumeParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(awsEfsVolumeParameters(options), 'awsEfs');
  }

  /**
   * RBD images of Ceph, for `CsiDriver.cephRbd`.
   *
   * @throws invalid-storage-class
   */
  public static cephRbd(options: CephRbdVolumeParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(cephRbdVolumeParameters(options), 'cephRbd');
  }

  /**
   * Subvolumes of CephFS, for `CsiDriver.cephFs`.
   *
   * @throws invalid-storage-class
   */
  public static cephFs(options: CephFsVolumeParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(cephFsVolumeParameters(options), 'cephFs');
  }

  /**
   * Snapshots of both drivers of Ceph: its `parameters` are those of a CsiSnapshotClass.
   *
   * @throws invalid-storage-class
   */
  public static cephSnapshots(options: CephSnapshotParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(cephSnapshotParameters(options), 'cephSnapshots');
  }

  /**
   * Disks of Azure, for `CsiDriver.azureDisk`.
   *
   * @throws invalid-storage-class
   */
  public static azureDisk(options: AzureDiskVolumeParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(azureDiskVolumeParameters(options), 'azureDisk');
  }

  /**
   * Snapshots of disks of Azure: its `parameters` are those of a CsiSnapshotClass.
   *
   * @throws invalid-storage-class
   */
  public static azureDiskSnapshots(options: AzureDiskSnapshotParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(azureDiskSnapshotParameters(options), 'azureDiskSnapshots');
  }

  /**
   * Shares of Azure, for `CsiDriver.azureFile`.
   *
   * @throws invalid-storage-class
   */
  public static azureFile(options: AzureFileVolumeParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(azureFileVolumeParameters(options), 'azureFile');
  }

  /**
   * Snapshots of shares of Azure: its `parameters` are those of a CsiSnapshotClass.
   *
   * @throws invalid-storage-class
   */
  public static azureFileSnapshots(options: AzureFileSnapshotParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(azureFileSnapshotParameters(options), 'azureFileSnapshots');
  }

  /**
   * Disks of Google Cloud, for `CsiDriver.gcePersistentDisk`.
   *
   * @throws invalid-storage-class
   */
  public static gcePersistentDisk(options: GcePersistentDiskVolumeParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(gcePersistentDiskVolumeParameters(options), 'gcePersistentDisk');
  }

  /**
   * Snapshots of disks of Google Cloud: its `parameters` are those of a CsiSnapshotClass.
   *
   * @throws invalid-storage-class
   */
  public static gcePersistentDiskSnapshots(options: GcePersistentDiskSnapshotParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(gcePersistentDiskSnapshotParameters(options), 'gcePersistentDiskSnapshots');
  }

  /**
   * Directories of nodes, for `CsiDriver.hostPath`.
   *
   * @throws invalid-storage-class
   */
  public static hostPath(options: HostPathVolumeParameters = {}): CsiVolumeParameters {
    return new CsiVolumeParameters(hostPathVolumeParameters(options), 'hostPath');
  }

  /**
   * Directories of a share of an SMB server, for `CsiDriver.smb`.
   *
   * @throws invalid-storage-class
   */
  public static smb(options: SmbVolumeParameters): CsiVolumeParameters {
    return new CsiVolumeParameters(smbVolumeParameters(options), 'smb');
  }

  private constructor(
    /** The parameters, as they are written. */
    public readonly parameters: { [name: string]: string },
    /** @internal the factory of the driver that takes them; undefined for any driver */
    public readonly _preset?: string,
  ) {}
}

guardClass({ CsiVolumeParameters });
