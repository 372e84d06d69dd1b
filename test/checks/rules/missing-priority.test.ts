import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { missingPriority } from '../../../src/checks/rules/missing-priority';
import type { Wire } from '../../../src/private/wire';

test.each<[string, Wire, Wire, number]>([
  ['/etc/cni/net.d', {}, {}, 1], ['/opt/cni/bin', {}, {}, 1], ['/var/lib/kubelet/plugins_registry', {}, {}, 1], ['/var/lib/k0s/kubelet/device-plugins', {}, {}, 1],
  ['/etc/cni/net.d', {}, { readOnly: true }, 0], ['/etc/cni/net.d', { priorityClassName: 'agents' }, {}, 0], ['/var/lib/kubelet/pods', {}, {}, 0], ['/var/log', {}, {}, 0],
])('an agent that writes %s, %j %j', (path, pod, mount, count) => {
  const agent = daemonSet({ ...pod, volumes: [{ name: 'v', hostPath: { path } }] }, { volumeMounts: [{ name: 'v', mountPath: '/v', ...mount }] });
  expect(foundBy(missingPriority, agent)).toHaveLength(count);
});
