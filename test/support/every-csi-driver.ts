import { CsiDriver } from '../../src';

/** Every driver of the library as it is without options, or with the fewest that it asks for. */
export const EVERY_CSI_DRIVER: { readonly [preset: string]: () => CsiDriver } = {
  awsEbs: () => CsiDriver.awsEbs(),
  awsEfs: () => CsiDriver.awsEfs(),
  azureDisk: () => CsiDriver.azureDisk(),
  azureFile: () => CsiDriver.azureFile(),
  cephFs: () => CsiDriver.cephFs(),
  cephRbd: () => CsiDriver.cephRbd(),
  gcePersistentDisk: () => CsiDriver.gcePersistentDisk(),
  hostPath: () => CsiDriver.hostPath(),
  mountpointS3: () => CsiDriver.mountpointS3(),
  nfs: () => CsiDriver.nfs(),
  secretsStore: () => CsiDriver.secretsStore(),
  smb: () => CsiDriver.smb(),
};
