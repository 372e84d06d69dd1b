import { HostMount, hostMountsIn, tidyPath } from './host-mounts';
import type { CheckContext } from '../inventory/check-context';
import type { Workload } from '../inventory/workload';

/**
 * The mounts of directories of the node of which the agent of a workload knows that only one pod may write them at a time. The whole
 * directory counts, also where a part of it is mounted.
 */
export function stateMountsIn({ own }: Pick<CheckContext, 'own'>, workload: Workload): readonly HostMount[] {
  const paths = own?.knowledgeOf(workload)?.statePaths ?? [];
  if (paths.length === 0) {return NONE;}
  const known = new Set(paths.map(tidyPath));
  return hostMountsIn(workload).filter(mount => known.has(statePathOf(mount)));
}

/** The directory of a volume, in one spelling. */
export function statePathOf({ volume }: HostMount): string {
  return tidyPath(volume.hostPath.path);
}

const NONE: readonly HostMount[] = [];
