import { isAtOrBelow, isOwnDirectory } from '../../../src/cluster/host-state/host-directories';

test.each(['/var/lib/agent', '/var/lib/agent/positions', '/var/cache/x', '/opt/agent', '/run/agent',
  '/var/lib/kubelet/plugins/csi.example.com', '/var/lib/k0s/kubelet/plugins/x', 'C:\\ProgramData\\agent',
  'C:/var/lib/agent'])('%s is the directory of one program', path => {
  expect(isOwnDirectory(path)).toBe(true);
});

test.each(['/', '/var/lib', '/var/log', '/var/log/agent', '/etc/agent', '/opt', '/opt/cni/bin', '/run', '/run/containerd',
  '/run/containerd/containerd.sock', '/run/xtables.lock', '/run/agent.sock',
  '/var/lib/agent/x.lock', '/var/lib/kubelet', '/var/lib/kubelet/pods', '/var/lib/kubelet/plugins',
  '/var/lib/kubelet/plugins/kubernetes.io/csi', '/var/lib/kubelet/plugins_registry',
  '/var/lib/k0s/kubelet/device-plugins', '/var/lib/docker/containers', '/var/lib/rancher/k3s', 'C:\\ProgramData',
  'relative'])('%s is not', path => {
  expect(isOwnDirectory(path)).toBe(false);
});

test('a path is below another by whole names', () => {
  expect(isAtOrBelow('/a', '/a')).toBe(true);
  expect(isAtOrBelow('/a/b', '/a')).toBe(true);
  expect(isAtOrBelow('/ab', '/a')).toBe(false);
  expect(isAtOrBelow('/a', '/a/b')).toBe(false);
  expect(isAtOrBelow('/a', '/')).toBe(true);
});
