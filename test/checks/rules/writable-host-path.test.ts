import { foundBy } from './found-by';
import { Checks, HostPath, NodeAgent } from '../../../src';
import { daemonSet, hostPath } from '../../../src/checks/example';
import { writableHostPath } from '../../../src/checks/rules/writable-host-path';
import { testChart } from '../../support/golden';

const mounting = (path: string, mount: object = {}, others: object[] = []) =>
  daemonSet({ volumes: [hostPath('host', path), ...others] }, {
    volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }, { name: 'registry', mountPath: '/registration' }],
  });

test.each(['/', '/etc', '/etc/systemd/system', '/usr/local/bin', '/var/log', '/var/log/pods/', '/lib/modules', '/proc', '/sys', '/var',
  '/var/run', '/root/.ssh', '/boot', '/var/lib/docker/containers',
  '/var/lib/kubelet', '/var/lib/k0s/kubelet', '/run/log/journal'])('%s belongs to the node', path => {
  expect(foundBy(writableHostPath, mounting(path))).toEqual([`warning agent containers[0].volumeMounts[0].readOnly (${path})`]);
  expect(foundBy(writableHostPath, mounting(path, { readOnly: true }))).toEqual([]);
});

test.each(['/var/lib/agent', '/var/log/calico/cni', '/etc/cni/net.d', '/opt/cni/bin', '/dev', '/dev/dri', '/proc/sys/net', '/sys/fs/bpf',
  '/run/xtables.lock', '/run/agent', '/var/lib/cni/networks',
  '/var/lib/kubelet/plugins_registry', '/var/lib/kubelet/device-plugins', '/opt/agent', '/etcetera'])('%s is meant to be written', path => {
  expect(foundBy(writableHostPath, mounting(path))).toEqual([]);
});

test('what passes its mounts on has to be written, and so has the directory of the kubelet by a driver', () => {
  expect(foundBy(writableHostPath, mounting('/var/lib/kubelet', { mountPropagation: 'Bidirectional' }))).toEqual([]);
  expect(foundBy(
    writableHostPath, mounting('/var/lib/kubelet', {}, [hostPath('registry', '/var/lib/kubelet/plugins_registry')]),
  )).toEqual([]);
});

test('state in a directory of the node is to be kept in one of the agent', () => {
  const chart = testChart();
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths: [HostPath.state('/etc/agent')] });
  const [found] = Checks.of(chart).findings.filter(({ code }) => code === 'writable-host-path');
  expect(found.fix).toContain("HostPath.state('/var/lib/NAME')");
  expect(found.fix).not.toContain('readOnly');
});

test('a privileged container is root anyway, and an init container installs something', () => {
  const mounts = { volumeMounts: [{ name: 'host', mountPath: '/host' }] };
  expect(foundBy(writableHostPath, mounting('/etc', {}, []))).toHaveLength(1);
  expect(foundBy(
    writableHostPath, daemonSet({ volumes: [hostPath('host', '/etc')] }, { ...mounts, securityContext: { privileged: true } }),
  )).toEqual([]);
  expect(foundBy(
    writableHostPath, daemonSet({ volumes: [hostPath('host', '/etc')], initContainers: [{ name: 'install', image: 'a:1', ...mounts }] }),
  )).toEqual([]);
});

test('an installer of volume plugins writes where the kubelet looks for them', () => {
  const installer = (path: string) => daemonSet({ volumes: [{ name: 'v', hostPath: { path } }] }, {
    volumeMounts: [{ name: 'v', mountPath: '/v' }],
  });
  expect(foundBy(writableHostPath, installer('/etc/kubernetes/volumeplugins/a'), installer('/etc/kubernetes'))).toHaveLength(1);
});
