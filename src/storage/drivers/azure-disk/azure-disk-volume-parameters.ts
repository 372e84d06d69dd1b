import { AzureDiskSnapshotParameters } from './azure-disk-snapshot-parameters-options';
import {
  AzureDiskCaching, AzureDiskNetworkAccess, AzureDiskPerformanceProfile, AzureDiskSku, AzureDiskVolumeParameters,
} from './azure-disk-volume-parameters-options';
import { quote } from '../../../private/agent-error';
import { isWholeNumber } from '../../../private/whole-number';
import { sortedEntries } from '../../../private/wire';
import { azureTags } from '../../private/azure-tags';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

const { PREMIUM_LRS, PREMIUM_ZRS, PREMIUM_V2_LRS, STANDARD_LRS, STANDARD_SSD_LRS, STANDARD_SSD_ZRS, ULTRA_SSD_LRS } = AzureDiskSku;

/** Kinds whose speed is asked for by itself. */
const PROVISIONED: readonly AzureDiskSku[] = [PREMIUM_V2_LRS, ULTRA_SSD_LRS];

/** The kinds of disks that can have each of the options. */
const KINDS: { readonly [option in keyof AzureDiskVolumeParameters]?: readonly AzureDiskSku[] } = {
  iops: PROVISIONED, throughput: PROVISIONED, logicalSectorSize: PROVISIONED,
  writeAccelerator: [PREMIUM_LRS],
  bursting: [PREMIUM_LRS, PREMIUM_ZRS],
  performancePlus: [STANDARD_LRS, STANDARD_SSD_LRS, STANDARD_SSD_ZRS, PREMIUM_LRS, PREMIUM_ZRS],
};

/** The parameters of the driver for volumes. */
export function azureDiskVolumeParameters(options: AzureDiskVolumeParameters): { [name: string]: string } {
  const { sku, caching, performanceProfile, attachDelay } = options;
  requireSound(options);
  return parameterTexts({
    'skuName': sku,
    'csi.storage.k8s.io/fstype': options.fileSystem,
    // the driver would take ReadOnly, which Azure refuses for these disks
    'cachingMode': caching ?? (sku !== undefined && PROVISIONED.includes(sku) ? AzureDiskCaching.NONE : undefined),
    'location': options.location,
    'resourceGroup': options.resourceGroup,
    'subscriptionID': options.subscriptionId,
    'DiskIOPSReadWrite': options.iops,
    'DiskMBpsReadWrite': options.throughput,
    'LogicalSectorSize': options.logicalSectorSize,
    'maxShares': options.maxShares,
    'diskName': options.diskName,
    'tags': azureTags(options.tags),
    'diskEncryptionSetID': options.encryptionSetId,
    'diskEncryptionType': options.encryption,
    'writeAcceleratorEnabled': options.writeAccelerator,
    'enableBursting': options.bursting,
    'enablePerformancePlus': options.performancePlus,
    'perfProfile': performanceProfile,
    ...Object.fromEntries(sortedEntries(options.deviceSettings ?? {}).map(([path, value]) => [`device-setting/${path}`, value])),
    'networkAccessPolicy': options.networkAccess,
    'diskAccessID': options.diskAccessId,
    'publicNetworkAccess': enabled(options.publicNetworkAccess),
    'attachDiskInitialDelay': attachDelay?.toMilliseconds(),
  });
}

/** The parameters of the driver for snapshots. */
export function azureDiskSnapshotParameters(options: AzureDiskSnapshotParameters): { [name: string]: string } {
  const rules = new ParameterRules('snapshots of Azure disks', options);
  rules.needs('subscriptionId', 'resourceGroup');
  if (options.subscriptionId !== undefined && options.incremental !== false) {
    rules.refuse('of another subscription keep everything', 'subscriptionId, no `incremental: false`', 'both', 'say `incremental: false`');
  }
  const minutes = options.instantAccess?.toMinutes({ integral: false });
  if (minutes !== undefined && !isWholeNumber(minutes, 60, 300)) {
    rules.refuse(
      'cannot be read this long before they are copied', `instantAccess: ${minutes} minutes`, '60 to 300 whole minutes',
      'use Duration.hours',
    );
  }
  return parameterTexts({
    incremental: options.incremental,
    resourceGroup: options.resourceGroup,
    subscriptionID: options.subscriptionId,
    location: options.location,
    dataAccessAuthMode: options.requiresSignIn === undefined ? undefined : options.requiresSignIn ? 'AzureActiveDirectory' : 'None',
    networkAccessPolicy: options.networkAccess,
    publicNetworkAccess: enabled(options.publicNetworkAccess),
    instantAccessDurationMinutes: minutes,
    tags: azureTags(options.tags),
  });
}

function enabled(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'Enabled' : 'Disabled';
}

function requireSound(options: AzureDiskVolumeParameters): void {
  const rules = new ParameterRules('disks of Azure', options);
  const { sku = STANDARD_SSD_LRS, caching, networkAccess, diskAccessId, performanceProfile, deviceSettings = {} } = options;
  rules.whole(['iops', 'throughput', 'maxShares']);
  rules.only('kind', sku, KINDS);
  rules.needs('subscriptionId', 'resourceGroup');
  rules.needs('encryption', 'encryptionSetId');
  if (options.logicalSectorSize !== undefined && ![512, 4096].includes(options.logicalSectorSize)) {
    rules.refuse('cannot have such sectors', `logicalSectorSize: ${options.logicalSectorSize}`, '512 or 4096', 'leave it out for 4096');
  }
  if (caching === AzureDiskCaching.READ_ONLY && PROVISIONED.includes(sku)) {
    rules.refuse(
      'of this kind are not kept by the host', `caching: ${caching}, sku: ${sku}`, 'AzureDiskCaching.NONE', 'leave `caching` out',
    );
  }
  if ((networkAccess === AzureDiskNetworkAccess.ALLOW_PRIVATE) !== (diskAccessId !== undefined)) {
    rules.refuse('have a private endpoint and the policy for it, or '
      + 'neither', `networkAccess: ${networkAccess}, diskAccessId: ${diskAccessId}`,
    'AzureDiskNetworkAccess.ALLOW_PRIVATE with diskAccessId', 'give both, or leave both out');
  }
  const paths = Object.keys(deviceSettings);
  if ((performanceProfile === AzureDiskPerformanceProfile.ADVANCED) !== (paths.length > 0)) {
    rules.refuse('have settings of the device and the profile for them, or '
      + 'neither', `performanceProfile: ${performanceProfile}, ${paths.length} deviceSettings`,
    'AzureDiskPerformanceProfile.ADVANCED with deviceSettings', 'give both, or leave both out');
  }
  const odd = paths.find(path => !/^\w+(\/\w+)*$/.test(path));
  if (odd !== undefined) {
    rules.refuse('have no such setting', quote(odd), 'a path below /sys/block/DEVICE', 'write queue/scheduler');
  }
  const delay = options.attachDelay?.toMilliseconds();
  if (delay !== undefined && delay > 60_000) {
    rules.refuse('should not wait this long for their node', `attachDelay: ${delay} ms`, 'up to a minute', 'use Duration.seconds(1)');
  }
}
