import { SYSCTL_CONFLICT, sysctlConflicts } from '../../cluster/sysctls/sysctl-conflicts';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const setter = (name: string, value: string) => daemonSet({
  initContainers: [{ name: 'sysctl', image: 'example.com/busybox:1.37.0', command: ['sysctl', '-w', `vm.max_map_count=${value}`] }],
}, {}, { name });

export const sysctlConflict: Rule = {
  ...SYSCTL_CONFLICT,
  summary: 'Two workloads set one kernel parameter of the same nodes.',
  looksAt: '`command` and `args` of containers that call sysctl, and `name=value` arguments of those that write `/proc/sys` of the node. '
    + 'Two agents with one value are a warning; a workload that is no DaemonSet is one where it wants another value.',
  why: 'A parameter has one value on a node. It is that of the pod that started last, so it differs from node to node and after each '
    + 'restart.',
  example: () => ({ fails: [setter('tuning', '262144'), setter('search', '65530')], passes: [setter('tuning', '262144')] }),
  check: sysctlConflicts,
};
