import { AzureCsiDriverOptions } from '../../azure-csi-driver-options';

/**
 * What is looked up before a volume that is written into a pod gets the Secret that it names.
 */
export enum AzureFileSecretAuthorization {
  /** Nothing: who can make pods in a namespace can mount with any Secret of it. */
  OFF = 'off',
  /** Whether the service account of the pod may read the Secret. Where it may not, the log says so. */
  WARN = 'warn',
  /** Whether the service account of the pod may read the Secret. Where it may not, nothing is mounted. */
  ENFORCE = 'enforce',
}

/**
 * Details of the driver for files of Azure.
 */
export interface AzureFileCsiDriverOptions extends AzureCsiDriverOptions {
  /**
   * Whether keys of storage accounts are in Secrets of the namespaces of claims: the controller writes them, and nodes read any Secret of
   * the cluster by its name. Without it neither has a right to Secrets: classes then say `storesAccountKey: false`, and nodes ask Azure for
   * the key.
   *
   * @default true
   */
  readonly storesAccountKeys?: boolean;

  /**
   * Whether a program is installed on every node by which NFS shares are mounted with encryption in transit (`encryptsInTransit`): a
   * privileged container writes to `/usr` and `/etc` of the node, in its process namespace, and starts a service of it. For Ubuntu and
   * Azure Linux on x86.
   *
   * @default false
   */
  readonly encryptsNfs?: boolean;

  /**
   * Whether SMB shares are mounted by an identity in place of a key: a privileged container replaces `/etc/krb5.conf` of every node, and
   * one more renews the tickets.
   *
   * @default false
   */
  readonly mountsWithIdentity?: boolean;

  /**
   * Whether pods in confidential containers of Kata have volumes.
   *
   * @default false
   */
  readonly kataContainers?: boolean;

  /**
   * Whether a volume can be a file system of its own in a file of a share (`fsType` ext4, xfs): the driver then needs the devices of the
   * node.
   *
   * @default false
   */
  readonly disksInShares?: boolean;

  /**
   * What is looked up before a volume that is written into a pod gets the Secret that it names.
   *
   * @default AzureFileSecretAuthorization.OFF - by the driver
   */
  readonly inlineSecrets?: AzureFileSecretAuthorization;

  /**
   * The permissions that the root of each NFS share is set to after it is mounted, 1 to 0o7777.
   *
   * @default 0o777 - by the driver
   */
  readonly mountPermissions?: number;

  /**
   * Whether shares are changed by VolumeAttributesClasses. Needs Kubernetes 1.34.
   *
   * @default false
   */
  readonly modifiesVolumes?: boolean;
}
