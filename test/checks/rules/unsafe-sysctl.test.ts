import { foundBy } from './found-by';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { unsafeSysctl } from '../../../src/checks/rules/unsafe-sysctl';
import { runRules } from '../../../src/checks/run-checks';

const setting = (name: string, pod: object = {}) => daemonSet({ securityContext: { sysctls: [{ name, value: '1' }] }, ...pod });

test.each(['net.core.somaxconn', 'net/core/somaxconn', 'net.ipv4.ip_forward', 'kernel.shmmax', 'kernel.sem', 'fs.mqueue.msg_max'])(
  '%s is a parameter of a pod that kubelets refuse unless a flag names it', name => {
    expect(foundBy(unsafeSysctl, setting(name))).toEqual([`warning agent securityContext.sysctls[0].name (${name})`]);
  });

test.each([
  'kernel.shm_rmid_forced', 'net.ipv4.ip_unprivileged_port_start', 'net/ipv4/tcp_syncookies', 'net.ipv4.ping_group_range',
])('%s is safe', name => {
  expect(foundBy(unsafeSysctl, setting(name))).toEqual([]);
});

test.each(['vm.max_map_count', 'fs.inotify.max_user_watches', 'kernel.hostname'])('%s is refused whatever the flags, not here', name => {
  expect(foundBy(unsafeSysctl, setting(name))).toEqual([]);
});

test('what is safe depends on the version of the kubelets', () => {
  const at = (minor: number) => runRules([unsafeSysctl], contextOf([setting('net.ipv4.tcp_keepalive_time')], minor)).length;
  expect([28, 29, 36].map(at)).toEqual([1, 0, 0]);
});
