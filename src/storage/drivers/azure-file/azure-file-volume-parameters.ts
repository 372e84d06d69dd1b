import { AzureFileProtocol, AzureFileSku } from './azure-file-volume-kinds';
import { AzureFileSnapshotParameters, AzureFileVolumeParameters } from './azure-file-volume-parameters-options';
import { quote } from '../../../private/agent-error';
import { azureTags } from '../../private/azure-tags';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

const { NFS, SMB } = AzureFileProtocol;
const { PREMIUM_LRS, PREMIUM_ZRS, PREMIUM_V2_LRS, PREMIUM_V2_ZRS, STANDARD_LRS, STANDARD_ZRS, STANDARD_GRS, STANDARD_RAGRS } = AzureFileSku;

const PREMIUM = [PREMIUM_LRS, PREMIUM_ZRS, PREMIUM_V2_LRS, PREMIUM_V2_ZRS];
const SECOND_GENERATION = Object.values(AzureFileSku).filter(sku => sku.includes('V2_'));

/** The options that one of the protocols has alone. */
const PROTOCOLS: { readonly [option in keyof AzureFileVolumeParameters]?: readonly AzureFileProtocol[] } = {
  storesAccountKey: [SMB], secretNamespace: [SMB], dataPlaneApi: [SMB], multichannel: [SMB], mountsWithIdentity: [SMB], clientId: [SMB],
  rootSquash: [NFS], mountPermissions: [NFS], groupChange: [NFS], encryptsInTransit: [NFS],
};

/** The options that some kinds of accounts have alone. */
const KINDS: { readonly [option in keyof AzureFileVolumeParameters]?: readonly AzureFileSku[] } = {
  iops: SECOND_GENERATION, bandwidth: SECOND_GENERATION, multichannel: PREMIUM,
  largeFileShares: [STANDARD_LRS, STANDARD_ZRS, STANDARD_GRS, STANDARD_RAGRS],
};

/** The parameters of the driver for volumes. */
export function azureFileVolumeParameters(options: AzureFileVolumeParameters): { [name: string]: string } {
  requireSound(options);
  const { publicNetworkAccess, mountPermissions } = options;
  return parameterTexts({
    skuName: options.sku,
    protocol: options.protocol,
    storageAccount: options.storageAccount,
    location: options.location,
    resourceGroup: options.resourceGroup,
    subscriptionID: options.subscriptionId,
    shareName: options.shareName,
    shareNamePrefix: options.shareNamePrefix,
    folderName: options.folder,
    createFolderIfNotExist: options.createsFolder,
    shareAccessTier: options.accessTier,
    provisionedIOPS: options.iops,
    provisionedBandwidth: options.bandwidth,
    enableLargeFileShares: options.largeFileShares,
    tags: azureTags(options.tags),
    matchTags: options.matchesTags,
    accountQuota: options.accountQuota,
    networkEndpointType: options.networkEndpoint,
    publicNetworkAccess: publicNetworkAccess === undefined ? undefined : publicNetworkAccess ? 'Enabled' : 'Disabled',
    requireInfraEncryption: options.infrastructureEncryption,
    vnetName: options.vnetName,
    vnetResourceGroup: options.vnetResourceGroup,
    subnetName: options.subnets?.join(','),
    storeAccountKey: options.storesAccountKey,
    secretNamespace: options.secretNamespace,
    useDataPlaneAPI: options.dataPlaneApi,
    enableMultichannel: options.multichannel,
    mountWithManagedIdentity: options.mountsWithIdentity,
    clientID: options.clientId,
    rootSquashType: options.rootSquash,
    mountPermissions: mountPermissions === undefined ? undefined : `0${mountPermissions.toString(8)}`,
    fsGroupChangePolicy: options.groupChange,
    encryptInTransit: options.encryptsInTransit,
  });
}

/** The parameters of the driver for snapshots. */
export function azureFileSnapshotParameters({ dataPlaneApi }: AzureFileSnapshotParameters): { [name: string]: string } {
  return parameterTexts({ useDataPlaneAPI: dataPlaneApi });
}

function requireSound(options: AzureFileVolumeParameters): void {
  const { protocol = SMB, sku, shareNamePrefix, subnets } = options;
  const rules = new ParameterRules('shares of Azure', options);
  rules.whole(['iops', 'bandwidth', 'accountQuota']);
  rules.whole(['mountPermissions'], 1, 0o7777);
  rules.only('protocol', protocol, PROTOCOLS);
  rules.only('kind', sku ?? (protocol === NFS ? PREMIUM_LRS : STANDARD_LRS), KINDS);
  rules.notBoth('shareName', 'shareNamePrefix');
  rules.needs('subscriptionId', 'resourceGroup');
  rules.needs('createsFolder', 'folder');
  rules.needs('matchesTags', 'tags');
  rules.needs('clientId', 'mountsWithIdentity');
  if (protocol === NFS && sku !== undefined && !PREMIUM.includes(sku)) {
    rules.refuse(
      'by NFS are of premium kinds', `protocol: nfs, sku: ${sku}`, PREMIUM.join(', '), 'take AzureFileSku.PREMIUM_LRS, or leave `sku` out',
    );
  }
  if (shareNamePrefix !== undefined && !/^[a-z0-9][a-z0-9-]{0,19}$/.test(shareNamePrefix)) {
    rules.refuse(
      'cannot begin with this name', quote(shareNamePrefix), 'up to 20 lower case letters, digits and `-`', 'choose another one',
    );
  }
  if (subnets?.length === 0) {
    rules.refuse('would be reached from no subnet', 'subnets: []', 'at least one', 'leave it out for all of them');
  }
}
