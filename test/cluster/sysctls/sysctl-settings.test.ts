import { daemonSet, hostPath } from '../../../src/checks/example';
import { Inventory } from '../../../src/cluster/inventory/inventory';
import { dotted, scopeOf } from '../../../src/cluster/sysctls/sysctl-scope';
import { sysctlSettingsIn } from '../../../src/cluster/sysctls/sysctl-settings';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

function settingsOf(container: Wire, volumes: Wire[] = []): string[] {
  const [workload] = new Inventory([...entriesOf(daemonSet({ volumes, initContainers: [{ name: 'init', ...container }] }))]).workloads;
  return sysctlSettingsIn(workload).map(({ name, value, field }) => `${field} ${name}=${value}`);
}

test.each<[string, Wire, string[]]>([
  ['a list', { command: ['sysctl', '-w', 'vm.max_map_count=262144'] }, ['command vm.max_map_count=262144']],
  ['arguments of a command', {
    command: ['/sbin/sysctl', '-w'], args: ['vm.swappiness=1', 'net/core/somaxconn=2'],
  }, ['args vm.swappiness=1', 'args net.core.somaxconn=2']],
  ['a script', {
    command: ['sh', '-c', 'set -e; sysctl -w vm.swappiness=1 && sysctl -qw "net.ipv4.tcp_rmem=1 2 3" fs.nr_open=4\necho a.b=1'],
  },
  ['command vm.swappiness=1', 'command net.ipv4.tcp_rmem=1 2 3', 'command fs.nr_open=4']],
  ['a quoted value', { args: ['sysctl', '-w', 'net.ipv4.tcp_rmem="1  2 3"'] }, ['args net.ipv4.tcp_rmem=1 2 3']],
  ['what only reads', { command: ['sysctl', '-n', 'vm.swappiness'] }, []],
  ['another program', { command: ['my-sysctl', 'vm.swappiness=1'] }, []],
  ['lists of something else', { command: 'sysctl', args: [1, null] }, []],
])('%s', (_, container, expected) => {
  expect(settingsOf(container)).toEqual(expected);
});

test('arguments of what writes /proc/sys of the node are read, and of what only reads it are not', () => {
  const setter = (readOnly: boolean) => settingsOf(
    { args: ['-vm.swappiness=1', 'other=2', '--flag=3'], volumeMounts: [{ name: 'sys', mountPath: '/host', readOnly }] },
    [hostPath('sys', '/proc/sys/')]);
  expect(setter(false)).toEqual(['args vm.swappiness=1']);
  expect(setter(true)).toEqual([]);
});

test('slashes and dots of names swap', () => {
  expect(dotted('net/ipv4/conf/eth0.100/rp_filter')).toBe('net.ipv4.conf.eth0/100.rp_filter');
  expect(dotted('net.ipv4.conf.eth0/100.rp_filter')).toBe('net.ipv4.conf.eth0/100.rp_filter');
});

test('a parameter belongs to the node or to a namespace', () => {
  expect(['vm.swappiness', 'net.core.somaxconn', 'kernel.sem', 'kernel.msgmax', 'fs.mqueue.msg_max', 'kernel.hostname'].map(scopeOf))
    .toEqual(['node', 'network', 'ipc', 'ipc', 'ipc', 'uts']);
});
