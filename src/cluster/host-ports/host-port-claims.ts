import { knownPorts } from './known-ports';
import type { CheckContext } from '../inventory/check-context';
import type { Workload } from '../inventory/workload';
import type { HostPortClaim } from '../workload-facts';

/** What is known beyond the workload itself. */
type Known = Pick<CheckContext, 'own'> & Partial<Pick<CheckContext, 'inventory'>>;

/**
 * The ports of the node that a workload takes: those of its manifest, and on the host network those that its agent, or the table of
 * programs, knows to be open without being declared.
 */
export function hostPortClaims({ own, inventory }: Known, workload: Workload): readonly HostPortClaim[] {
  const { hostPorts, hostNetwork } = workload.facts;
  if (!hostNetwork) {return hostPorts;}
  const said = [...hostPorts, ...own?.knowledgeOf(workload)?.openPorts ?? []];
  const known = inventory === undefined ? [] : knownPorts({ inventory }, workload);
  return [...said, ...known.filter(({ port, protocol }) => !said.some(each => each.port === port && each.protocol === protocol))];
}
