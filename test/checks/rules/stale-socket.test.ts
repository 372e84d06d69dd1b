import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { staleSocket } from '../../../src/checks/rules/stale-socket';
import type { Wire } from '../../../src/private/wire';

const volumes = (...paths: Wire[]) => paths.map((hostPath, index) => ({ name: `v${index}`, hostPath }));
const mounted = (hostPath: Wire, mount: Wire = {}, pod: Wire = {}) => daemonSet({ ...pod, volumes: volumes(hostPath) }, {
  volumeMounts: [{ name: 'v0', mountPath: '/v', ...mount }],
});

test.each([
  ['/run/containerd/containerd.sock', 1], ['/var/lib/kubelet/device-plugins/kubelet.sock', 1], ['/run/containerd', 0],
  ['/run/agent.sock', 0],
])('the socket %s goes stale', (path, count) => {
  expect(foundBy(staleSocket, mounted({ path }))).toHaveLength(count);
});

test('the sockets of a workload are one finding', () => {
  const agent = daemonSet({ volumes: volumes({ path: '/run/containerd/containerd.sock' }, { path: '/run/crio/crio.sock' }) }, {
    volumeMounts: [{ name: 'v0', mountPath: '/v' }, { name: 'v1', mountPath: '/w' }],
  });
  expect(foundBy(staleSocket, agent)).toEqual([
    'note agent containers[0].volumeMounts[0] (/run/containerd/containerd.sock, /run/crio/crio.sock)',
  ]);
});

test('an init container is gone before the runtime restarts', () => {
  const initContainers = [{ name: 'init', image: 'a:1', volumeMounts: [{ name: 'v0', mountPath: '/v' }] }];
  expect(foundBy(staleSocket, daemonSet({ initContainers, volumes: volumes({ path: '/run/containerd/containerd.sock' }) }))).toEqual([]);
});

test('so is a Job', () => {
  const agent = mounted({ path: '/run/containerd/containerd.sock' });
  expect(foundBy(staleSocket, { ...agent, apiVersion: 'batch/v1', kind: 'Job' })).toEqual([]);
});
