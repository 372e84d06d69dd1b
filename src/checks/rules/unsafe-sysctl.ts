import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { dotted, safeSysctls, scopeOf } from '../../cluster/sysctls/sysctl-scope';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const unsafeSysctl: Rule = {
  id: 'unsafe-sysctl',
  level: 'warning',
  summary: 'A pod sets a kernel parameter that kubelets refuse unless a flag allows it.',
  looksAt: '`securityContext.sysctls` of the pods of workloads, against the parameters that the kubelets of the oldest Kubernetes take '
    + 'without `--allowed-unsafe-sysctls`.',
  why: 'The API server takes the pod, and the kubelet refuses it with `SysctlForbidden`. The controller creates it again, and the same '
    + 'happens: a DaemonSet leaves a failed pod behind for each try.',
  fix: 'Set `allowedUnsafeSysctls` of the kubelet on every node that runs the pods, and acknowledge this, or leave the parameter out.',
  example: () => ({
    fails: [setting('net.core.somaxconn', '1024')],
    passes: [setting('net.ipv4.tcp_syncookies', '1')],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod, podPath } = workload;
      for (const [index, { name }] of (pod.securityContext?.sysctls ?? []).entries()) {
        const bare = dotted(String(name));
        const scope = scopeOf(bare);
        // what no pod can have is refused by the kubelet whatever its flags
        if (scope === 'node' || scope === 'uts' || safeSysctls(context.minor).includes(bare)) {continue;}
        yield findingOf(unsafeSysctl, {
          about: workload, path: `${podPath}.securityContext.sysctls[${index}].name`, given: String(name),
          what: `kubelets of Kubernetes 1.${context.minor} refuse the pod unless \`--allowed-unsafe-sysctls\` names the parameter`,
        });
      }
    }
  },
};

function setting(name: string, value: string) {
  return daemonSet({ securityContext: { sysctls: [{ name, value }] } });
}
