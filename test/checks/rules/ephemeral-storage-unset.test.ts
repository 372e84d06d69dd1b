import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { ephemeralStorageUnset } from '../../../src/checks/rules/ephemeral-storage-unset';
import type { Wire } from '../../../src/private/wire';

const buffering = (emptyDir: Wire, mount: Wire = {}, container: Wire = {}) =>
  daemonSet({ volumes: [{ name: 'a', configMap: { name: 'a' } }, { name: 'buffer', emptyDir }] }, {
    volumeMounts: [{ name: 'buffer', mountPath: '/b', ...mount }], ...container,
  });

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
  ['a directory of sockets', buffering({}, { mountPath: '/var/run/agent' })],
  ['sockets of CSI', buffering({}, { mountPath: '/csi' })],
  ['certificates', buffering({}, { mountPath: '/etc/agent/certs' })],
])('%s is bounded', (_, agent) => {
  expect(foundBy(ephemeralStorageUnset, agent)).toEqual([]);
});

test.each<[string, string, number]>([
  ['tmp', '/x', 0], ['x', '/tmp', 0], ['state', '/x', 1],
  ['grafana-storage', '/x', 1], ['x', '/var/cache/agent', 1], ['x', '/data', 1], ['x', '/var/lib/agent/queue', 1],
  ['levelzerosocket', '/x', 0], ['fluentdconf', '/x', 0], ['x', '/etc/agent/config', 0], ['rules-install-dir', '/rules', 0],
  ['plugins', '/opt/plugins', 0], ['artifact-state-dir', '/x', 0], ['tmp-certs', '/tmp/certs', 0],
])('the volume %s at %s', (name, mountPath, count) => {
  const agent = daemonSet({ volumes: [{ name, emptyDir: {} }] }, { volumeMounts: [{ name, mountPath }] });
  expect(foundBy(ephemeralStorageUnset, agent)).toHaveLength(count);
});

test('it is about agents, which fill the disk of every node', () => {
  const pod = { volumes: [{ name: 'cache', emptyDir: {} }] };
  const container = { volumeMounts: [{ name: 'cache', mountPath: '/var/cache/nginx' }] };
  expect(foundBy(ephemeralStorageUnset, deployment(pod, container))).toEqual([]);
  expect(foundBy(ephemeralStorageUnset, daemonSet(pod, container))).toHaveLength(1);
});
