/**
 * The kinds of storage accounts that shares are made in.
 */
export enum AzureFileSku {
  /** Magnetic, kept three times in one zone. */
  STANDARD_LRS = 'Standard_LRS',
  /** Magnetic, kept in three zones. */
  STANDARD_ZRS = 'Standard_ZRS',
  /** Magnetic, kept in two regions. */
  STANDARD_GRS = 'Standard_GRS',
  /** Magnetic, kept in two regions of which the second can be read. */
  STANDARD_RAGRS = 'Standard_RAGRS',
  /** SSD, kept three times in one zone. */
  PREMIUM_LRS = 'Premium_LRS',
  /** SSD, kept in three zones. */
  PREMIUM_ZRS = 'Premium_ZRS',
  /** Magnetic, of the second generation, kept three times in one zone. */
  STANDARD_V2_LRS = 'StandardV2_LRS',
  /** Magnetic, of the second generation, kept in three zones. */
  STANDARD_V2_ZRS = 'StandardV2_ZRS',
  /** Magnetic, of the second generation, kept in two regions. */
  STANDARD_V2_GRS = 'StandardV2_GRS',
  /** Magnetic, of the second generation, kept in three zones and a second region. */
  STANDARD_V2_GZRS = 'StandardV2_GZRS',
  /** SSD, of the second generation, kept three times in one zone. */
  PREMIUM_V2_LRS = 'PremiumV2_LRS',
  /** SSD, of the second generation, kept in three zones. */
  PREMIUM_V2_ZRS = 'PremiumV2_ZRS',
}

/**
 * How shares are mounted.
 */
export enum AzureFileProtocol {
  /** With a key or an identity: on Linux and Windows. */
  SMB = 'smb',
  /** Without either, from networks that the account lets in: on Linux. */
  NFS = 'nfs',
}

/**
 * How a share is charged for, and how fast it is.
 */
export enum AzureFileAccessTier {
  /** For many calls. */
  TRANSACTION_OPTIMIZED = 'TransactionOptimized',
  /** For what is read often. */
  HOT = 'Hot',
  /** For what is kept. */
  COOL = 'Cool',
  /** The one of premium accounts. */
  PREMIUM = 'Premium',
}

/**
 * From where an account that the driver makes is reached.
 */
export enum AzureFileNetworkEndpoint {
  /** By an address of its own in the virtual network. */
  PRIVATE_ENDPOINT = 'privateEndpoint',
  /** From the subnets of the nodes. */
  SERVICE_ENDPOINT = 'serviceEndpoint',
}

/**
 * Whether users of an NFS share are taken for nobody.
 */
export enum AzureFileRootSquash {
  /** Nobody is. */
  NO_ROOT_SQUASH = 'NoRootSquash',
  /** Root is. */
  ROOT_SQUASH = 'RootSquash',
  /** All are. */
  ALL_SQUASH = 'AllSquash',
}

/**
 * Whether the driver gives the files of an NFS volume to the group of the pod.
 */
export enum AzureFileGroupChange {
  /** Where the root of the volume has another group. */
  ON_ROOT_MISMATCH = 'OnRootMismatch',
  /** Each time it is mounted. */
  ALWAYS = 'Always',
  /** Never. */
  NONE = 'None',
}
