import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { ephemeralStorageUnset } from '../../../src/checks/rules/ephemeral-storage-unset';
import type { Wire } from '../../../src/private/wire';

const buffering = (emptyDir: Wire, mount: Wire = {}, container: Wire = {}) =>
  daemonSet({ volumes: [{ name: 'a', configMap: { name: 'a' } }, { name: 'buffer', emptyDir }] }, { volumeMounts: [{ name: 'buffer', mountPath: '/b', ...mount }], ...container });

test('a volume that a container writes', () => {
  expect(foundBy(ephemeralStorageUnset, buffering({}))).toEqual(['warning agent volumes[1].emptyDir.sizeLimit']);
  expect(foundBy(ephemeralStorageUnset, buffering({ medium: '' }))).toHaveLength(1);
});

test.each<[string, Wire]>([
  ['a size', buffering({ sizeLimit: '1Gi' })],
  ['memory', buffering({ medium: 'Memory' })],
  ['huge pages', buffering({ medium: 'HugePages-2Mi' })],
  ['readers alone', buffering({}, { readOnly: true })],
  ['nobody', daemonSet({ volumes: [{ name: 'buffer', emptyDir: {} }] })],
  ['a limit of the container', buffering({}, {}, { resources: { limits: { 'ephemeral-storage': '1Gi' } } })],
])('%s is bounded', (_, agent) => {
  expect(foundBy(ephemeralStorageUnset, agent)).toEqual([]);
});
