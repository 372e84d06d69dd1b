import type { CheckContext } from '../inventory/check-context';
import type { Workload } from '../inventory/workload';
import type { HostPortClaim } from '../workload-facts';

/** The ports of the node that a workload takes: those of its manifest, and on the host network those that its agent knows to be open. */
export function hostPortClaims({ own }: Pick<CheckContext, 'own'>, workload: Workload): readonly HostPortClaim[] {
  const { hostPorts, hostNetwork } = workload.facts;
  const open = hostNetwork ? own?.knowledgeOf(workload)?.openPorts ?? [] : [];
  return open.length === 0 ? hostPorts : [...hostPorts, ...open];
}
