import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { staleMounts } from '../../../src/checks/rules/stale-mounts';
import type { Wire } from '../../../src/private/wire';

const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };
const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const mounted = (hostPath: Wire, mount: Wire = {}, pod: Wire = {}) => daemonSet({ ...pod, volumes: volumes(hostPath) }, {
  volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }],
});

test.each<[string, Wire, Wire, number]>([
  ['/', {}, {}, 1], ['/', { mountPropagation: 'HostToContainer' }, {}, 0], ['/', { mountPropagation: 'None' }, {}, 1],
  ['/', { readOnly: true, recursiveReadOnly: 'Enabled' }, {}, 0],
  ['/var/lib/kubelet/pods', {}, {}, 1], ['/var/snap/microk8s/common/var/lib/kubelet', {}, {}, 1], ['/var/lib/kubelet/plugins', {}, {}, 0],
  ['/var/log', {}, {}, 0], ['/mnt', {}, {}, 0], ['/etc/default/kubelet', {}, {}, 0], ['/media', {}, {}, 0], ['/sys', {}, {}, 0],
  ['/var', {}, WINDOWS, 0],
])('the mount of %s, %j %j', (path, mount, pod, count) => {
  expect(foundBy(staleMounts, mounted({ path }, mount, pod))).toHaveLength(count);
});

test('an init container is gone before its mounts are old', () => {
  expect(foundBy(
    staleMounts,
    daemonSet({ volumes: volumes({ path: '/' }), initContainers: [{ name: 'init', volumeMounts: [{ name: 'v0', mountPath: '/v' }] }] }),
  )).toEqual([]);
});

test('a privileged container that writes the root, or a disk, enters its node or keeps its own files', () => {
  const agent = (path: string, mount: Wire, privileged: boolean) => daemonSet({ volumes: volumes({ path }) }, {
    securityContext: { privileged }, volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }],
  });
  expect(foundBy(staleMounts, agent('/', {}, true), agent('/mnt', {}, true))).toEqual([]);
  expect([
    agent('/', { readOnly: true }, true), agent('/', {}, false), agent('/var/lib', {}, true), agent('/run/netns', {}, true),
  ].map(each => foundBy(staleMounts, each).length)).toEqual([1, 1, 1, 1]);
});
