import type { Workload } from '../inventory/workload';
import type { NodeRequirement } from '../node-selection';
import { selectionIn } from '../placement/node-terms';

const LABEL = 'kubernetes.io/os';

/** The system of the nodes that a workload asks for, as far as it says; undefined where it would take any. */
export function operatingSystemOf(workload: Pick<Workload, 'pod'>): string | undefined {
  const { pod } = workload;
  const selected = pod.os?.name ?? pod.nodeSelector?.[LABEL];
  if (typeof selected === 'string') {return selected;}
  if (!pod.affinity?.nodeAffinity) {return undefined;}
  const { terms = [] } = selectionIn(workload);
  const systems = new Set(terms.map(({ matchExpressions }) => (matchExpressions ?? []).find(namesOne)?.values![0]));
  return systems.size === 1 ? [...systems][0] : undefined;
}

function namesOne({ key, operator, values }: NodeRequirement): boolean {
  return key === LABEL && operator === 'In' && values?.length === 1;
}
