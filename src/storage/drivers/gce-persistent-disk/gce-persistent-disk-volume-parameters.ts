import { gceLabels } from './gce-labels';
import {
  GcePersistentDiskSnapshotParameters, GcePersistentDiskType, GcePersistentDiskVolumeParameters, GceSnapshotType,
} from './gce-persistent-disk-volume-parameters-options';
import { quote } from '../../../private/agent-error';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

const {
  HYPERDISK_BALANCED, HYPERDISK_BALANCED_HIGH_AVAILABILITY, HYPERDISK_EXTREME, HYPERDISK_ML, HYPERDISK_THROUGHPUT,
  PD_BALANCED, PD_EXTREME, PD_SSD, PD_STANDARD,
} = GcePersistentDiskType;

/** The kinds of disks that can have each of the options. */
const KINDS: { readonly [option in keyof GcePersistentDiskVolumeParameters]?: readonly GcePersistentDiskType[] } = {
  regional: [PD_BALANCED, PD_SSD, PD_STANDARD],
  iops: [PD_EXTREME, HYPERDISK_BALANCED, HYPERDISK_BALANCED_HIGH_AVAILABILITY, HYPERDISK_EXTREME],
  throughput: [HYPERDISK_BALANCED, HYPERDISK_BALANCED_HIGH_AVAILABILITY, HYPERDISK_THROUGHPUT, HYPERDISK_ML],
  confidential: [HYPERDISK_BALANCED],
  storagePools: [HYPERDISK_BALANCED, HYPERDISK_THROUGHPUT],
};

const KEY = /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+(\/cryptoKeyVersions\/[^/]+)?$/;
const POOL = /^projects\/[^/]+\/zones\/[^/]+\/storagePools\/[^/]+$/;

/** The parameters of the driver for volumes. */
export function gcePersistentDiskVolumeParameters(options: GcePersistentDiskVolumeParameters): { [name: string]: string } {
  requireSound(options);
  const { regional, hardFailover, throughput, labels = {} } = options;
  return parameterTexts({
    'type': options.type,
    'csi.storage.k8s.io/fstype': options.fileSystem,
    'replication-type': regional === undefined ? undefined : regional ? 'regional-pd' : 'none',
    'availability-class': hardFailover === undefined ? undefined : hardFailover ? 'regional-hard-failover' : 'none',
    'provisioned-iops-on-create': options.iops,
    'provisioned-throughput-on-create': throughput === undefined ? undefined : `${throughput}Mi`,
    'disk-encryption-kms-key': options.kmsKey,
    'enable-confidential-storage': options.confidential,
    'storage-pools': options.storagePools?.join(','),
    'data-cache-size': options.dataCacheSize,
    'data-cache-mode': options.dataCacheMode,
    'labels': gceLabels(labels, 'invalid-storage-class'),
  });
}

/** The parameters of the driver for snapshots. */
export function gcePersistentDiskSnapshotParameters(options: GcePersistentDiskSnapshotParameters): { [name: string]: string } {
  const { type, imageFamily, labels = {} } = options;
  if (imageFamily !== undefined && type !== GceSnapshotType.IMAGES) {
    new ParameterRules('snapshots of Google disks', options)
      .refuse(
        'that are no images are of no family', `imageFamily, type: ${type}`, 'GceSnapshotType.IMAGES',
        'say `type: GceSnapshotType.IMAGES`, or leave `imageFamily` out',
      );
  }
  return parameterTexts({
    'snapshot-type': type, 'storage-locations': options.storageLocation, 'image-family': imageFamily,
    'labels': gceLabels(labels, 'invalid-storage-class'),
  });
}

function requireSound(options: GcePersistentDiskVolumeParameters): void {
  const rules = new ParameterRules('disks of Google Cloud', options);
  const { type = PD_STANDARD, regional, hardFailover, kmsKey, storagePools, dataCacheSize } = options;
  rules.whole(['iops', 'throughput']);
  rules.only('kind', type, KINDS);
  rules.needs('confidential', 'kmsKey');
  rules.needs('dataCacheMode', 'dataCacheSize');
  if (hardFailover && !regional && type !== HYPERDISK_BALANCED_HIGH_AVAILABILITY) {
    rules.refuse(
      'of one zone have nowhere to go', 'hardFailover, not regional', 'disks that are kept in two zones',
      'say `regional: true`, or leave `hardFailover` out',
    );
  }
  if (kmsKey !== undefined && !KEY.test(kmsKey)) {
    rules.refuse(
      'cannot be encrypted with this key', quote(kmsKey), 'projects/P/locations/L/keyRings/R/cryptoKeys/K',
      'copy the resource name of the key',
    );
  }
  const odd = storagePools?.find(pool => !POOL.test(pool));
  if (storagePools?.length === 0 || odd !== undefined) {
    rules.refuse(
      'cannot be made in this storage pool', `storagePools: ${quote(odd ?? '')}`, 'projects/P/zones/Z/storagePools/N, at least one',
      'copy the resource name of the pool',
    );
  }
  if (dataCacheSize !== undefined && !/^\d+[KMGT]i?$/.test(dataCacheSize)) {
    rules.refuse('cannot have a cache of this size', quote(dataCacheSize), 'an amount such as 50Gi', 'write 50Gi');
  }
}
