import { CephImageFeature, CephRbdMounter, CephRbdVolumeParameters, CephTopologyPool } from './ceph-rbd-volume-parameters-options';
import {
  CephEncryptionType, CephFsVolumeParameters, CephSecretReference, CephSnapshotParameters, CephVolumeParameters,
} from './ceph-volume-parameters-options';
import { fail, quote } from '../../../private/agent-error';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { compact, sortedEntries } from '../../../private/wire';

/** Parameters in the spelling of the drivers, which take texts alone. */
type Texts = { [name: string]: string };

/** The feature without which another one has no effect. */
const NEEDED: { readonly [feature in CephImageFeature]?: CephImageFeature } = {
  [CephImageFeature.OBJECT_MAP]: CephImageFeature.EXCLUSIVE_LOCK,
  [CephImageFeature.FAST_DIFF]: CephImageFeature.OBJECT_MAP,
  [CephImageFeature.JOURNALING]: CephImageFeature.EXCLUSIVE_LOCK,
};

/** The parameters of the driver for RBD. */
export function cephRbdVolumeParameters(options: CephRbdVolumeParameters): Texts {
  const { pool, topologyPools, imageFeatures, stripeUnit, stripeCount, objectSize } = options;
  if (pool === undefined && (topologyPools === undefined || topologyPools.length === 0)) {
    refuse('RBD images are made in a pool', 'no pool', 'pool, or at least one of topologyPools', 'name the pool');
  }
  requireFeatures(imageFeatures, options.mounter);
  if ((stripeUnit === undefined) !== (stripeCount === undefined)) {
    const given = stripeUnit === undefined ? 'stripeCount alone' : 'stripeUnit alone';
    refuse('a stripe has a length and a width', given, 'both or none', 'give both');
  }
  Object.entries({ stripeUnit, stripeCount, objectSize }).forEach(([option, value]) => requireCount(option, value));
  if (objectSize !== undefined && !Number.isInteger(Math.log2(objectSize))) {
    refuse('objects of RBD images have no such size', `objectSize: ${objectSize}`, 'a power of two', 'use 4194304, or another one');
  }
  return texts({
    ...commonParameters(options),
    pool,
    'dataPool': options.dataPool,
    'topologyConstrainedPools': topologyPools && JSON.stringify(topologyPools.map(topologyPool)),
    'imageFeatures': imageFeatures?.join(','),
    'csi.storage.k8s.io/fstype': options.fileSystem,
    'mkfsOptions': options.mkfsOptions,
    'mounter': options.mounter,
    'tryOtherMounters': options.tryOtherMounters,
    'mapOptions': options.mapOptions,
    'unmapOptions': options.unmapOptions,
    stripeUnit, stripeCount, objectSize,
  });
}

/** The parameters of the driver for CephFS. */
export function cephFsVolumeParameters(options: CephFsVolumeParameters): Texts {
  requireText('fileSystemName', options.fileSystemName);
  if (options.encryption?.type === CephEncryptionType.BLOCK) {
    refuse('CephFS has no device to encrypt', 'type: CephEncryptionType.BLOCK', 'CephEncryptionType.FILE', 'leave `type` out');
  }
  if (options.backingSnapshot && options.pool !== undefined) {
    refuse('a volume that is a snapshot has its pool', 'backingSnapshot: true, pool', 'one of them', 'leave one of them out');
  }
  return texts({
    ...commonParameters(options),
    fsName: options.fileSystemName,
    pool: options.pool,
    mounter: options.mounter,
    kernelMountOptions: options.kernelMountOptions?.join(','),
    fuseMountOptions: options.fuseMountOptions?.join(','),
    backingSnapshot: options.backingSnapshot,
  });
}

/** The parameters of both drivers for snapshots. */
export function cephSnapshotParameters({ clusterId, secret, snapshotNamePrefix }: CephSnapshotParameters): Texts {
  requireText('clusterId', clusterId);
  return texts({ clusterID: clusterId, snapshotNamePrefix, ...secretOf('snapshotter', secret) });
}

function commonParameters(options: CephVolumeParameters): { [name: string]: string | undefined } {
  const { clusterId, secret, nodeSecret = secret, volumeNamePrefix, encryption } = options;
  requireText('clusterId', clusterId);
  return {
    clusterID: clusterId,
    volumeNamePrefix,
    encrypted: encryption && 'true',
    encryptionType: encryption?.type,
    encryptionKMSID: encryption?.kmsId,
    ...secretOf('provisioner', secret),
    ...secretOf('controller-expand', secret),
    ...secretOf('node-stage', nodeSecret),
  };
}

function secretOf(role: string, { name, namespace }: CephSecretReference): Texts {
  requireText('secret.name', name);
  requireText('secret.namespace', namespace);
  return { [`csi.storage.k8s.io/${role}-secret-name`]: name, [`csi.storage.k8s.io/${role}-secret-namespace`]: namespace };
}

function topologyPool({ pool, dataPool, domain }: CephTopologyPool): { [field: string]: unknown } {
  requireText('topologyPools.pool', pool);
  const segments = sortedEntries(domain).map(([domainLabel, value]) => ({ domainLabel, value }));
  if (segments.length === 0) {
    refuse('a pool of a failure domain says which', `${quote(pool)} with domain: {}`, 'at least one label', 'use `pool` for the others');
  }
  return compact({ poolName: pool, dataPool, domainSegments: segments });
}

function requireFeatures(features: readonly CephImageFeature[] | undefined, mounter: CephRbdMounter | undefined): void {
  const lone = features?.find(feature => NEEDED[feature] !== undefined && !features.includes(NEEDED[feature]));
  if (lone !== undefined) {
    refuse('a feature of RBD images has no effect by itself', lone, `${lone} together with ${NEEDED[lone]}`, `add ${NEEDED[lone]}`);
  }
  if (features?.includes(CephImageFeature.JOURNALING) && mounter !== CephRbdMounter.NBD) {
    refuse(
      'the kernel keeps no journal of RBD images', `journaling, mounter ${mounter ?? 'not given'}`, 'mounter: CephRbdMounter.NBD',
      'mirror by snapshots, or take rbd-nbd',
    );
  }
}

function requireText(option: string, text: string): void {
  if (text.trim() === '') {
    refuse('a class of Ceph says where its volumes are', `${option}: ${quote(text)}`, 'a name', `name the ${option}`);
  }
}

function requireCount(option: string, value: number | undefined): void {
  if (value !== undefined && !isWholeNumber(value, 1, MAX_INT32)) {
    refuse('a parameter of RBD images is a whole number', `${option}: ${value}`, `1 to ${MAX_INT32}`, 'use a whole number');
  }
}

function texts(values: { readonly [name: string]: string | number | boolean | undefined }): Texts {
  return Object.fromEntries(Object.entries(compact(values)).map(([name, value]) => [name, String(value)]));
}

function refuse(what: string, given: string, allowed: string, fix: string): never {
  return fail({ code: 'invalid-storage-class', what, given, allowed, fix });
}
