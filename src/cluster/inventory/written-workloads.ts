import type { CheckContext } from './check-context';
import type { Inventory } from './inventory';
import { isDaemonSet, Workload } from './workload';
import type { Entry } from '../../private/entry';
import { memo } from '../../private/memo';

/** Whether someone wrote an object: what a controller made of another one is mended there. Whatever the types of its fields are. */
export function isWritten({ object }: Entry): boolean {
  const owners: unknown = object.metadata?.ownerReferences;
  return !(Array.isArray(owners) && owners.some(owner => owner?.controller === true));
}

const written = memo(({ workloads }: Inventory): readonly Workload[] => workloads.filter(isWritten));
const writtenSets = memo((inventory: Inventory): readonly Workload[] => written(inventory).filter(isDaemonSet));

/** The workloads that someone wrote. What a controller made of another object is mended there: `kubectl get -o yaml` shows both. */
export function writtenWorkloads({ inventory }: Pick<CheckContext, 'inventory'>): readonly Workload[] {
  return written(inventory);
}

/** The DaemonSets among them. */
export function writtenDaemonSets({ inventory }: Pick<CheckContext, 'inventory'>): readonly Workload[] {
  return writtenSets(inventory);
}

/** What applies a change of its pods by itself, and how: those that make a new pod for each run, and bare pods, do not. */
export function isRolledOut({ apiVersion, kind }: Pick<Workload, 'apiVersion' | 'kind'>): boolean {
  return apiVersion.startsWith('apps/') && (kind === 'DaemonSet' || kind === 'Deployment' || kind === 'StatefulSet');
}
