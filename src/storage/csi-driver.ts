import { CsiDriverOptions } from './csi-driver-options';
import { fail, quote } from '../private/agent-error';
import { isDnsSubdomain } from '../private/names';
import { awsEbsCsiDriver } from './drivers/aws-ebs/aws-ebs-csi-driver';
import { AwsEbsCsiDriverOptions } from './drivers/aws-ebs/aws-ebs-csi-driver-options';
import { awsEfsCsiDriver } from './drivers/aws-efs/aws-efs-csi-driver';
import { AwsEfsCsiDriverOptions } from './drivers/aws-efs/aws-efs-csi-driver-options';
import { azureDiskCsiDriver } from './drivers/azure-disk/azure-disk-csi-driver';
import { AzureDiskCsiDriverOptions } from './drivers/azure-disk/azure-disk-csi-driver-options';
import { azureFileCsiDriver } from './drivers/azure-file/azure-file-csi-driver';
import { AzureFileCsiDriverOptions } from './drivers/azure-file/azure-file-csi-driver-options';
import { cephFsCsiDriver } from './drivers/ceph/ceph-fs-csi-driver';
import { CephFsCsiDriverOptions } from './drivers/ceph/ceph-fs-csi-driver-options';
import { cephRbdCsiDriver } from './drivers/ceph/ceph-rbd-csi-driver';
import { CephRbdCsiDriverOptions } from './drivers/ceph/ceph-rbd-csi-driver-options';
import { GCE_STARTUP_TAINT } from './drivers/gce-persistent-disk/gce-persistent-disk-controller';
import { gcePersistentDiskCsiDriver } from './drivers/gce-persistent-disk/gce-persistent-disk-csi-driver';
import { GcePersistentDiskCsiDriverOptions } from './drivers/gce-persistent-disk/gce-persistent-disk-csi-driver-options';
import { hostPathCsiDriver } from './drivers/host-path/host-path-csi-driver';
import { HostPathCsiDriverOptions } from './drivers/host-path/host-path-csi-driver-options';
import { mountpointS3CsiDriver } from './drivers/mountpoint-s3/mountpoint-s3-csi-driver';
import { MountpointS3CsiDriverOptions } from './drivers/mountpoint-s3/mountpoint-s3-csi-driver-options';
import { nfsCsiDriver } from './drivers/nfs/nfs-csi-driver';
import { NfsCsiDriverOptions } from './drivers/nfs/nfs-csi-driver-options';
import { secretsStoreCsiDriver } from './drivers/secrets-store/secrets-store-csi-driver';
import { SecretsStoreCsiDriverOptions } from './drivers/secrets-store/secrets-store-csi-driver-options';
import { smbCsiDriver } from './drivers/smb/smb-csi-driver';
import { SmbCsiDriverOptions } from './drivers/smb/smb-csi-driver-options';
import { requireDriverObject } from './private/driver-object-spec';
import type { NodePlatform } from '../agent/node-platform';
import { TaintEffect, Toleration } from '../agent/nodes/toleration';
import type { TargetCluster } from '../agent/target-cluster';
import { guardClass } from '../private/doors/guard-class';

/**
 * A CSI driver: which image, what it needs of its node, and what Kubernetes must know of its volumes.
 */
export class CsiDriver {
  /**
   * Any driver, from its own manifest.
   *
   * @throws invalid-name
   * @throws invalid-csi-driver
   */
  public static of(options: CsiDriverOptions): CsiDriver {
    return new CsiDriver(options);
  }

  /**
   * File shares of NFS servers, by csi-driver-nfs. Shares that exist are mounted by its node plugin alone; to have them made for claims, a
   * CsiController is needed as well.
   *
   * @throws invalid-name
   * @throws unknown-csi-driver-version
   */
  public static nfs(options: NfsCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(nfsCsiDriver(options), 'nfs');
  }

  /**
   * Disks of Amazon EBS, by aws-ebs-csi-driver: on Linux nodes, in its controller, and on Windows nodes as HostProcess containers.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static awsEbs(options: AwsEbsCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(awsEbsCsiDriver(options), 'awsEbs');
  }

  /**
   * File systems of Amazon EFS and S3 Files, by aws-efs-csi-driver. Its proxies die with its pod, so it is replaced when someone deletes
   * it: `rollout` says otherwise.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static awsEfs(options: AwsEfsCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(awsEfsCsiDriver(options), 'awsEfs');
  }

  /**
   * Secrets of external stores as files, by secrets-store-csi-driver. The custom resources of SecretProviderClasses come first, and each
   * store needs its provider.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static secretsStore(options: SecretsStoreCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(secretsStoreCsiDriver(options), 'secretsStore');
  }

  /**
   * Buckets of Amazon S3 as directories, by mountpoint-s3-csi-driver. Volumes are written by hand; the controller starts the pods that
   * serve them, and both need its custom resource.
   *
   * @throws unknown-csi-driver-version
   */
  public static mountpointS3(options: MountpointS3CsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(mountpointS3CsiDriver(options), 'mountpointS3',
      platform => mountpointS3CsiDriver({ ...options, openShift: options.openShift ?? platform?.id === 'openshift' }));
  }

  /**
   * RBD images of Ceph, by ceph-csi. The Ceph clusters are named in `clusters`, or in a ConfigMap that exists.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static cephRbd(options: CephRbdCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(cephRbdCsiDriver(options), 'cephRbd');
  }

  /**
   * Subvolumes of CephFS, by ceph-csi. The Ceph clusters are named in `clusters`, or in a ConfigMap that exists.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static cephFs(options: CephFsCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(cephFsCsiDriver(options), 'cephFs');
  }

  /**
   * Disks of Azure, by azuredisk-csi-driver: on Linux nodes, in its controller, and on Windows nodes as HostProcess containers.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static azureDisk(options: AzureDiskCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(azureDiskCsiDriver(options), 'azureDisk');
  }

  /**
   * Files of Azure, by azurefile-csi-driver: shares by SMB and NFS on Linux nodes, in its controller, and by SMB on Windows nodes as
   * HostProcess containers.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static azureFile(options: AzureFileCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(azureFileCsiDriver(options), 'azureFile');
  }

  /**
   * Persistent disks and Hyperdisks of Google Cloud, by gcp-compute-persistent-disk-csi-driver: on Linux nodes and in its controller.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static gcePersistentDisk(options: GcePersistentDiskCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(gcePersistentDiskCsiDriver(options), 'gcePersistentDisk', undefined, GCE_STARTUP_TAINT);
  }

  /**
   * Directories of the node, by csi-driver-host-path: for tests alone, since volumes go with their node. Its provisioner runs on each node,
   * so it has no controller.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static hostPath(options: HostPathCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(hostPathCsiDriver(options), 'hostPath');
  }

  /**
   * Shares of SMB servers, by csi-driver-smb: on Linux nodes, in its controller, and on Windows nodes as HostProcess containers.
   *
   * @throws invalid-csi-driver
   * @throws unknown-csi-driver-version
   */
  public static smb(options: SmbCsiDriverOptions = {}): CsiDriver {
    return new CsiDriver(smbCsiDriver(options), 'smb');
  }

  /** The name of the driver, which is also the name of its CSIDriver object. */
  public readonly name: string;

  private constructor(
    /** @internal */
    public readonly _options: CsiDriverOptions,
    /** @internal the factory that made it, for parameters that are those of one driver */
    public readonly _preset?: string,
    private readonly onPlatform?: (platform: NodePlatform | undefined) => CsiDriverOptions,
    private readonly taintKey?: string,
  ) {
    const { name } = _options;
    this.name = name;
    if (name.length > MAX_NAME || !isDnsSubdomain(name)) {
      fail({
        code: 'invalid-name',
        what: 'a CSI driver cannot have this name',
        given: `${quote(name)}, ${name.length} characters`,
        allowed: `1 to ${MAX_NAME} lower case letters, digits, \`-\` and \`.\`, a letter or digit at both ends and beside every \`.\``,
        fix: 'copy the name from the CSIDriver object of the driver\'s own manifest',
      });
    }
    requireDriverObject(_options.driverObject ?? {});
  }

  /** @internal the driver on the platform of a cluster, for what no option says */
  public _on({ platform }: TargetCluster): CsiDriver {
    return this.onPlatform === undefined ? this : new CsiDriver(this.onPlatform(platform), this._preset, undefined, this.taintKey);
  }

  /**
   * The taint that keeps pods off a new node until the driver has registered, for drivers that remove it: `<name>/agent-not-ready`, and
   * `pd.csi.storage.gke.io/not-ready` for Google disks.
   */
  public get startupTaintKey(): string {
    return this.taintKey ?? `${this.name}/agent-not-ready`;
  }

  /**
   * What a plugin has to tolerate that is not to tolerate everything: the start-up taint, and the taints of nodes that autoscalers empty,
   * on which it has to outlive the pods whose volumes it unmounts.
   */
  public get lifecycleTolerations(): Toleration[] {
    return [
      Toleration.exists(this.startupTaintKey),
      Toleration.exists('ToBeDeletedByClusterAutoscaler', { effect: TaintEffect.NO_SCHEDULE }),
      Toleration.exists('karpenter.sh/disrupted'),
      Toleration.exists('karpenter.sh/disruption'),
      Toleration.exists('node.kubernetes.io/not-ready', { effect: TaintEffect.NO_SCHEDULE }),
    ];
  }
}

guardClass({ CsiDriver });

/** What CSINode objects take as the name of a driver. */
const MAX_NAME = 63;
