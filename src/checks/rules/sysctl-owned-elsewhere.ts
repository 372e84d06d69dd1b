import { SYSCTL_OWNED_ELSEWHERE, sysctlsOwnedElsewhere } from '../../cluster/sysctls/sysctl-owners';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const setter = (setting: string) => daemonSet({
  initContainers: [{ name: 'sysctl', image: 'example.com/busybox:1.37.0', command: ['sysctl', '-w', setting] }],
});

export const sysctlOwnedElsewhere: Rule = {
  ...SYSCTL_OWNED_ELSEWHERE,
  summary: 'A kernel parameter is set that the kubelet, kube-proxy or the network of pods sets too.',
  looksAt: '`command` and `args` of containers that call sysctl, and `name=value` arguments of those that write `/proc/sys` of the node.',
  why: 'The kubelet and kube-proxy write their values at each start, and a kubelet with `protectKernelDefaults` ends where it finds '
    + 'another one. Without forwarding, pods lose their network. What kube-proxy sets, and what a network sets for its own devices, is a '
    + 'warning: not every cluster has them.',
  example: () => ({ fails: [setter('vm.overcommit_memory=2')], passes: [setter('vm.overcommit_memory=1')] }),
  check: sysctlsOwnedElsewhere,
};
