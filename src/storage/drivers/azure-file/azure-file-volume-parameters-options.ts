import {
  AzureFileAccessTier, AzureFileGroupChange, AzureFileNetworkEndpoint, AzureFileProtocol, AzureFileRootSquash, AzureFileSku,
} from './azure-file-volume-kinds';

/**
 * What a StorageClass tells the Azure File driver of each volume.
 */
export interface AzureFileVolumeParameters {
  /**
   * The kind of the storage account.
   *
   * @default - AzureFileSku.STANDARD_LRS by the driver, PREMIUM_LRS with NFS
   */
  readonly sku?: AzureFileSku;

  /**
   * How shares are mounted.
   *
   * @default AzureFileProtocol.SMB - by the driver
   */
  readonly protocol?: AzureFileProtocol;

  /**
   * The storage account, which must exist.
   *
   * @default - one that fits, or one that the driver makes
   */
  readonly storageAccount?: string;

  /**
   * The region, such as `westeurope`.
   *
   * @default - that of the cluster
   */
  readonly location?: string;

  /**
   * The resource group of the storage account.
   *
   * @default - that of the nodes
   */
  readonly resourceGroup?: string;

  /**
   * The subscription of the storage account. Needs `resourceGroup`.
   *
   * @default - that of the cluster
   */
  readonly subscriptionId?: string;

  /**
   * The name of the shares: `${pvc.metadata.name}`, `${pvc.metadata.namespace}` and `${pv.metadata.name}` are filled in by the driver.
   *
   * @default - a name for each volume
   */
  readonly shareName?: string;

  /**
   * What the names of shares begin with: up to 20 lower case letters, digits and `-`.
   *
   * @default pvc - by the driver
   */
  readonly shareNamePrefix?: string;

  /**
   * The directory of a share that is mounted, with the same texts that are filled in.
   *
   * @default - the whole share
   */
  readonly folder?: string;

  /**
   * Whether the directory is made where it does not exist. Needs `folder`.
   *
   * @default false
   */
  readonly createsFolder?: boolean;

  /**
   * How the shares are charged for.
   *
   * @default - that of the kind of account
   */
  readonly accessTier?: AzureFileAccessTier;

  /**
   * Operations per second: for kinds of the second generation.
   *
   * @default - as many as follow from the size
   */
  readonly iops?: number;

  /**
   * MiB per second: for kinds of the second generation.
   *
   * @default - what follows from the size
   */
  readonly bandwidth?: number;

  /**
   * Whether shares of a standard account can be larger than 5 TiB.
   *
   * @default false
   */
  readonly largeFileShares?: boolean;

  /**
   * Tags of the accounts that the driver makes.
   *
   * @default - those of the driver
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether an account fits only with these tags. Needs `tags`.
   *
   * @default false
   */
  readonly matchesTags?: boolean;

  /**
   * How many GB the shares of an account may have together before another one is taken.
   *
   * @default 102400 - by the driver
   */
  readonly accountQuota?: number;

  /**
   * From where accounts that the driver makes are reached.
   *
   * @default - from everywhere with SMB, from the subnets of the nodes with NFS
   */
  readonly networkEndpoint?: AzureFileNetworkEndpoint;

  /**
   * Whether accounts that the driver makes are reached from the internet.
   *
   * @default true - by Azure
   */
  readonly publicNetworkAccess?: boolean;

  /**
   * Whether accounts that the driver makes encrypt twice.
   *
   * @default false
   */
  readonly infrastructureEncryption?: boolean;

  /**
   * The virtual network of the nodes, where `networkEndpoint` or NFS needs it.
   *
   * @default - that of the cloud config
   */
  readonly vnetName?: string;

  /**
   * The resource group of the virtual network.
   *
   * @default - that of the cloud config
   */
  readonly vnetResourceGroup?: string;

  /**
   * The subnets that are let in.
   *
   * @default - all of the virtual network
   */
  readonly subnets?: string[];

  /**
   * Whether the key of the account is kept in a Secret of the namespace of the claim: for SMB. Without it nodes ask Azure for the key.
   *
   * @default true - by the driver
   */
  readonly storesAccountKey?: boolean;

  /**
   * The namespace of that Secret: for SMB.
   *
   * @default - that of the claim
   */
  readonly secretNamespace?: string;

  /**
   * Whether shares are made and deleted by the account itself, which has no limit of calls but does not work behind a firewall: for SMB.
   *
   * @default false
   */
  readonly dataPlaneApi?: boolean;

  /**
   * Whether a share can be mounted over several connections (`max_channels` of the mount options): for SMB with premium kinds.
   *
   * @default false
   */
  readonly multichannel?: boolean;

  /**
   * Whether shares are mounted by the identity of the node in place of a key: for SMB. Needs `mountsWithIdentity` of the driver.
   *
   * @default false
   */
  readonly mountsWithIdentity?: boolean;

  /**
   * The client id of the identity that mounts. Needs `mountsWithIdentity`.
   *
   * @default - that of the kubelet
   */
  readonly clientId?: string;

  /**
   * Whether users are taken for nobody: for NFS.
   *
   * @default AzureFileRootSquash.NO_ROOT_SQUASH - by the driver
   */
  readonly rootSquash?: AzureFileRootSquash;

  /**
   * The permissions that the root of each share is set to after it is mounted, 1 to 0o7777: for NFS.
   *
   * @default - the setting of the driver
   */
  readonly mountPermissions?: number;

  /**
   * Whether the driver gives files to the group of the pod: for NFS.
   *
   * @default AzureFileGroupChange.ON_ROOT_MISMATCH - by the driver
   */
  readonly groupChange?: AzureFileGroupChange;

  /**
   * Whether what is read and written is encrypted: for NFS; SMB always is. Needs `encryptsNfs` of the driver.
   *
   * @default false
   */
  readonly encryptsInTransit?: boolean;
}

/**
 * What a VolumeSnapshotClass tells the Azure File driver of each snapshot.
 */
export interface AzureFileSnapshotParameters {
  /**
   * Whether snapshots are made by the account itself, which has no limit of calls but does not work behind a firewall.
   *
   * @default false
   */
  readonly dataPlaneApi?: boolean;
}
