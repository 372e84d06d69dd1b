import { WINDOWS_INCOMPATIBLE, windowsFields } from '../../cluster/operating-system/windows-fields';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const windowsIncompatible: Rule = {
  ...WINDOWS_INCOMPATIBLE,
  summary: 'A workload on Windows nodes asks for what Windows does not have.',
  looksAt: 'Workloads that ask for Windows nodes, by `os` or by node labels, and agents that run on Windows nodes where the nodes are '
    + 'known: host namespaces, security contexts, mounts, and HostProcess containers.',
  why: 'Where `os.name` says windows the API server refuses such fields. Where only a node label says so it takes them, and the kubelet '
    + 'leaves them out: containers get neither the network of the node nor privileges, and run as other users than was written down. '
    + 'Capabilities that are dropped and profiles of seccomp have no effect there, and do no harm. Paths such as /proc do not exist there.',
  example: () => ({
    fails: [daemonSet({ hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'windows' } })],
    passes: [daemonSet({
      hostNetwork: true, nodeSelector: { 'kubernetes.io/os': 'windows' },
      securityContext: { windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } },
    })],
  }),
  check: windowsFields,
};
