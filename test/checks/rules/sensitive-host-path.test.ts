import { foundBy } from './found-by';
import { contextOf, daemonSet, hostPath } from '../../../src/checks/example';
import { sensitiveHostPath } from '../../../src/checks/rules/sensitive-host-path';
import { runRules } from '../../../src/checks/run-checks';

const mounting = (path: string, mount: object = { readOnly: true }, container: object = {}) =>
  daemonSet({ volumes: [hostPath('host', path)] }, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }], ...container });
const whatOf = (path: string) => runRules([sensitiveHostPath], contextOf([mounting(path)])).map(({ what }) => what);

test.each<[string, string]>([
  ['/', 'sees all files of the node'], ['//', 'sees all files of the node'], ['/etc/', 'sees keys and passwords of the node'], ['/var/run/docker.sock', 'is root on the node'],
  ['/run/containerd', 'is root on the node'], ['/var/run', 'is root on the node'], ['/var/lib/kubelet', 'the Secrets of all pods'], ['/var/lib/k0s/kubelet/pods', 'the Secrets of all pods'],
  ['/var/lib', 'the keys of the kubelet'], ['/var', 'the keys of the kubelet'], ['/proc', 'the environment of every process'], ['/dev', 'its disks'], ['/etc/kubernetes', 'the control plane its keys'],
  ['/var/lib/etcd', 'every Secret of the cluster'], ['/home', 'home directories'], ['/var/lib/containerd', 'the files of every container'],
])('%s: it %s', (path, why) => {
  expect(whatOf(path)).toEqual([expect.stringContaining(why)]);
});

test.each(['/var/log', '/var/log/pods', '/etc/os-release', '/etc/cni/net.d', '/sys', '/usr', '/lib/modules', '/boot', '/dev/kmsg', '/var/lib/docker/containers', '/var/lib/agent',
  '/proc/sys/net', '/opt/cni/bin', '/run/udev', '/etcetera'])('%s gives nothing away', path => {
  expect(whatOf(path)).toEqual([]);
});

test('a part of a volume is what counts', () => {
  expect(foundBy(sensitiveHostPath, mounting('/etc', { subPath: 'os-release' }))).toEqual([]);
  expect(foundBy(sensitiveHostPath, mounting('/var', { subPath: 'lib/kubelet' }))).toHaveLength(1);
});

test('it is told whether it may be written, and by whom', () => {
  expect(foundBy(sensitiveHostPath, mounting('/etc', {}))).toEqual(['warning agent volumes[0].hostPath.path (/etc, writable)']);
  const whatBy = (securityContext: object) => runRules([sensitiveHostPath], contextOf([mounting('/proc', {}, { securityContext })])).map(({ what }) => what);
  expect(whatBy({ runAsUser: 65534 })).toEqual(['the container sees the environment of every process of the node, as far as a user other than root may']);
  for (const root of [{}, { runAsUser: 0 }, { runAsUser: 1000, privileged: true }]) {expect(whatBy(root)).toEqual(['the container sees the environment of every process of the node']);}
});

test('a volume of several containers is told once, one that nobody mounts is not', () => {
  const containers = ['a', 'b'].map(name => ({ name, image: 'a:1', volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true }] }));
  expect(runRules([sensitiveHostPath], contextOf([daemonSet({ volumes: [hostPath('host', '/etc')], containers })])).map(({ what, container }) => [what, container])).toEqual([
    ['each of the containers a, b sees keys and passwords of the node', undefined],
  ]);
  expect(foundBy(sensitiveHostPath, daemonSet({ volumes: [hostPath('host', '/etc')] }))).toEqual([]);
});

test('plugins are made for the volumes of pods and for devices', () => {
  const driver = (path: string) => daemonSet({ volumes: [hostPath('host', path), hostPath('registry', '/var/lib/kubelet/plugins_registry')] }, {
    volumeMounts: [{ name: 'host', mountPath: '/host' }, { name: 'registry', mountPath: '/registration' }],
  });
  for (const path of ['/var/lib/kubelet/pods', '/var/lib/kubelet', '/dev']) {expect(foundBy(sensitiveHostPath, driver(path))).toEqual([]);}
  expect(foundBy(sensitiveHostPath, driver('/etc'))).toHaveLength(1);
});
