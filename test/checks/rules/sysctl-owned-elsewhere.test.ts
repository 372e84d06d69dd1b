import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { sysctlOwnedElsewhere } from '../../../src/checks/rules/sysctl-owned-elsewhere';

const found = (setting: string) => foundBy(sysctlOwnedElsewhere, daemonSet({
  initContainers: [{ name: 'init', image: 'example.com/shell:1.0.0', command: ['sysctl', '-w', setting] }],
}, {}, { name: 'tuning' })).map(line => line.split(' ')[0]);

test.each<[string, string[]]>([
  ['vm.overcommit_memory=0', ['error']],
  ['vm.overcommit_memory=1', []],
  ['kernel.panic=0', ['error']],
  ['kernel.panic=10', []],
  ['kernel.panic_on_oops=0', ['error']],
  ['kernel.keys.root_maxbytes=25000000', []],
  ['net.netfilter.nf_conntrack_max=1000000', ['warning']],
  ['net.ipv4.ip_forward=0', ['error']],
  ['net.ipv4.ip_forward=1', []],
  ['net/ipv6/conf/all/forwarding=0', ['error']],
  ['net.bridge.bridge-nf-call-iptables=0', ['warning']],
  ['net.ipv4.conf.all.rp_filter=1', ['warning']],
  ['net.ipv4.conf.all.rp_filter=2', []],
  ['vm.max_map_count=262144', []],
])('%s', (setting, expected) => {
  expect(found(setting)).toEqual(expected);
});
