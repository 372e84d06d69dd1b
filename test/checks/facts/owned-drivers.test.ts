import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contextOf } from '../../../src/checks/example';
import { csiDriver } from '../../../src/checks/facts/csi-example';
import { OWNED_DRIVERS } from '../../../src/checks/facts/owned-drivers';
import { csiDriverOfPlatform } from '../../../src/checks/rules/csi-driver-of-platform';

const found = (platform: string, driver: string) => [...csiDriverOfPlatform.check(contextOf([csiDriver(driver, {})], 28, platform))].length;

test('every driver that a platform owns has its source in the table and in the guide', () => {
  const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guides', 'storage.md'), 'utf8');
  for (const { drivers, source } of OWNED_DRIVERS) {
    expect(source).toMatch(/^https:\/\//);
    const row = guide.split('\n').find(line => line.startsWith('|') && line.includes(`(${source})`));
    expect([source, row]).toEqual([source, expect.any(String)]);
    drivers.forEach(driver => expect(row).toContain(`\`${driver}\``));
  }
});

test.each([
  ['gke-autopilot', 'pd.csi.storage.gke.io'], ['aks', 'disk.csi.azure.com'], ['eks-auto', 'ebs.csi.eks.amazonaws.com'],
  ['openshift', 'file.csi.azure.com'],
])('%s owns %s', (platform, driver) => {
  expect(found(platform, driver)).toBe(1);
});

test.each([
  ['eks-auto', 'ebs.csi.aws.com'], ['eks', 'ebs.csi.aws.com'], ['openshift', 'efs.csi.aws.com'], ['openshift', 'smb.csi.k8s.io'],
  ['k3s', 'nfs.csi.k8s.io'],
])('%s leaves %s to whoever installs it', (platform, driver) => {
  expect(found(platform, driver)).toBe(0);
});
