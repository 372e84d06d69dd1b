import * as fc from 'fast-check';
import { maybe } from './values';
import { AzureCloudConfig, AzureFileSecretAuthorization, CsiDriver, SmbOnDelete } from '../../../src';

const ofAzure = {
  cloudConfig: maybe(fc.constantFrom(AzureCloudConfig.secret(), AzureCloudConfig.nodeFile('/etc/azure/cloud.json'))),
  controllerOnHostNetwork: maybe(fc.boolean()),
  metrics: maybe(fc.boolean()), modifiesVolumes: maybe(fc.boolean()), logVerbosity: maybe(fc.integer({ min: 0, max: 9 })),
};

const azureDisk = fc.record({
  ...ofAzure, version: maybe(fc.constantFrom('1.34.3', '1.40.0')), removesStartupTaint: maybe(fc.boolean()),
  nodeInfoFromLabels: maybe(fc.boolean()),
  volumeAttachLimit: maybe(fc.integer({ min: 1, max: 64 })), supportsZones: maybe(fc.boolean()), seLinuxMount: maybe(fc.boolean()),
  scaleSetsOnly: maybe(fc.boolean()),
}).map(options => CsiDriver.azureDisk(options));

const azureFile = fc.record({
  ...ofAzure, storesAccountKeys: maybe(fc.boolean()), encryptsNfs: maybe(fc.boolean()), mountsWithIdentity: maybe(fc.boolean()),
  kataContainers: maybe(fc.boolean()),
  disksInShares: maybe(fc.boolean()), mountPermissions: maybe(fc.integer({ min: 1, max: 0o7777 })),
  inlineSecrets: maybe(fc.constantFrom(...Object.values(AzureFileSecretAuthorization))),
}).map(options => CsiDriver.azureFile(options));

const gcePersistentDisk = fc.record({
  credentialsSecret: maybe(fc.constant('cloud-sa')), dataCache: maybe(fc.boolean()), storagePools: maybe(fc.boolean()),
  extraLabels: maybe(fc.constant({ team: 'a' })),
  removesStartupTaint: maybe(fc.boolean()), seLinuxMount: maybe(fc.boolean()), modifiesVolumes: maybe(fc.boolean()),
  livenessPort: maybe(fc.integer({ min: 30_001, max: 31_000 })),
}).map(options => CsiDriver.gcePersistentDisk(options));

const smb = fc.record({
  inlineVolumes: maybe(fc.boolean()), kerberos: maybe(fc.boolean()), onDelete: maybe(fc.constantFrom(...Object.values(SmbOnDelete))),
  metrics: maybe(fc.boolean()),
}).map(options => CsiDriver.smb(options));

const nfs = fc.record({
  mountPermissions: maybe(fc.integer({ min: 1, max: 0o7777 })), logVerbosity: maybe(fc.integer({ min: 0, max: 9 })),
  registrarHealth: maybe(fc.boolean()), extraControllerArgs: maybe(fc.constant<string[]>(['--default-ondelete-policy=retain'])),
}).map(options => CsiDriver.nfs(options));

const hostPath = fc.record({
  capacity: maybe(fc.constantFrom<{ [kind: string]: string }>({ fast: '100Gi' }, { a: '1Ti', b: '500M' })),
  dataDirectory: maybe(fc.constant('/mnt/scratch')), maxVolumes: maybe(fc.integer({ min: 1, max: 99 })),
}).map(options => CsiDriver.hostPath(options));

/** Drivers for Azure, Google, NFS and SMB, which have controllers. */
export const randomVolumeDriver: fc.Arbitrary<CsiDriver> = fc.oneof(azureDisk, azureFile, gcePersistentDisk, nfs, smb);

/** Drivers for Azure, Google, NFS, SMB and tests. */
export const randomOtherDriver: fc.Arbitrary<CsiDriver> = fc.oneof(randomVolumeDriver, hostPath);
