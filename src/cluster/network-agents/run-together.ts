import type { CheckContext } from '../inventory/check-context';
import type { Workload } from '../inventory/workload';
import { NodeSharing } from '../placement/node-sharing';

/** Labels that say what a machine is: nobody takes an agent off nodes by them. */
const OF_MACHINES: ReadonlySet<string> = new Set([
  'kubernetes.io/os', 'kubernetes.io/arch', 'beta.kubernetes.io/os', 'beta.kubernetes.io/arch',
]);

/**
 * Whether two agents run on the same nodes for all that is known. Where no node is known, an agent that asks for a label which the other
 * does not ask for may be one that is switched off by it, as Calico and Cilium advise for kube-proxy and the Amazon VPC CNI: that counts as
 * apart.
 */
export function runTogether(context: CheckContext, one: Workload, other: Workload): boolean {
  if (!NodeSharing.in(context).share(one, other)) {return false;}
  if ((context.nodes ?? []).length > 0) {return true;}
  const [mine, theirs] = [labelsOf(one), labelsOf(other)];
  return mine.size === theirs.size && [...mine].every(key => theirs.has(key));
}

/** The labels that nodes must have. */
function labelsOf({ facts: { selection: { nodeSelector, terms } } }: Workload): ReadonlySet<string> {
  const asked = (terms ?? []).flatMap(({ matchExpressions }) => matchExpressions ?? [])
    .filter(({ operator }) => operator === 'In' || operator === 'Exists');
  return new Set([...Object.keys(nodeSelector ?? {}), ...asked.map(({ key }) => key)].filter(key => !OF_MACHINES.has(key)));
}
