import { foundBy } from './found-by';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { missingPriority } from '../../../src/checks/rules/missing-priority';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

test.each<[string, Wire, Wire, number]>([
  ['/etc/cni/net.d', {}, {}, 1], ['/opt/cni/bin', {}, {}, 1], ['/var/lib/kubelet/plugins_registry', {}, {}, 1],
  ['/var/lib/k0s/kubelet/device-plugins', {}, {}, 1],
  ['/etc/cni/net.d', {}, { readOnly: true }, 0], ['/etc/cni/net.d', { priorityClassName: 'agents' }, {}, 0],
  ['/var/lib/kubelet/pods', {}, {}, 0], ['/var/log', {}, {}, 0],
])('an agent that writes %s, %j %j', (path, pod, mount, count) => {
  const agent = daemonSet({ ...pod, volumes: [{ name: 'v', hostPath: { path } }] }, {
    volumeMounts: [{ name: 'v', mountPath: '/v', ...mount }],
  });
  expect(foundBy(missingPriority, agent)).toHaveLength(count);
});

const waits = (...containers: Wire[]) => runRules([missingPriority], contextOf([daemonSet({
  initContainers: containers.filter(({ name }) => name === 'init'), containers: containers.filter(({ name }) => name !== 'init'),
  volumes: ['/etc/cni/net.d', '/opt/cni/bin', '/var/lib/kubelet/plugins_registry', '/var/lib/kubelet/device-plugins'].map(
    path => ({ name: path.split('/').pop()!.replace(/[._]/g, '-'), hostPath: { path } }),
  ),
})])).map(({ what }) => /(network|volume|device|serves)/.exec(what)?.[1]);
const container = (name: string, image: string, ...names: string[]) => ({
  name, image, volumeMounts: names.map(volume => ({ name: volume, mountPath: `/${volume}` })),
});

test('a device plugin that also registers drivers is told of devices, not of volumes', () => {
  expect(waits(container('a', 'a:1', 'plugins-registry', 'device-plugins'))).toEqual(['device']);
  expect(waits(container('a', 'a:1', 'plugins-registry'))).toEqual(['serves']);
  expect(waits(container('a', 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0', 'plugins-registry'))).toEqual(['volume']);
});

test('an init container that changes the CNI configuration alone is no CNI plugin', () => {
  expect(waits(container('init', 'antrea/antrea-migrator:v2', 'net-d'), container('a', 'antrea/antrea-migrator:v2'))).toEqual([]);
  expect(waits(container('init', 'example.com/cni:1', 'net-d', 'bin'), container('a', 'example.com/cni:1'))).toEqual(['network']);
  expect(waits(container('init', 'example.com/flannel:1', 'net-d'), container('a', 'ghcr.io/flannel-io/flannel:v0.28.9'))).toEqual([
    'network',
  ]);
});

test('the directory of all programs of a GKE node is one of CNI plugins where a name says so', () => {
  const installer = (name: string, mountPath: string) => daemonSet(
    { volumes: [{ name, hostPath: { path: '/home/kubernetes/bin' } }] }, { volumeMounts: [{ name, mountPath }] },
  );
  expect(foundBy(missingPriority, installer('library-dir-host', '/usr/local'))).toEqual([]);
  expect(foundBy(missingPriority, installer('cni-bin-dir', '/host/bin'))).toHaveLength(1);
  expect(foundBy(missingPriority, installer('host-bin', '/opt/cni/bin'))).toHaveLength(1);
});

test('without a plugin for further networks pods still get their first one', () => {
  const saysFurther = (image: string) => runRules([missingPriority], contextOf([
    daemonSet({ volumes: [{ name: 'bin', hostPath: { path: '/opt/cni/bin' } }] }, {
      image, volumeMounts: [{ name: 'bin', mountPath: '/host' }],
    }),
  ]))[0].what.includes('further');
  expect([saysFurther('ghcr.io/k8snetworkplumbingwg/whereabouts:v0.9.0'), saysFurther('example.com/cni:1')]).toEqual([true, false]);
});
