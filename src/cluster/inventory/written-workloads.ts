import type { CheckContext } from './check-context';
import type { Inventory } from './inventory';
import { isDaemonSet, Workload } from './workload';
import type { Entry } from '../../private/entry';
import { memo } from '../../private/memo';

/** What the controllers of Kubernetes make of other objects. */
const MADE: ReadonlySet<string> = new Set(['Pod', 'ReplicaSet', 'ReplicationController', 'ControllerRevision', 'EndpointSlice']);

/** The groups of the controllers that make objects with templates, such as the Jobs of a CronJob. */
const MAKERS = /^(apps|batch|extensions)\/|^v1$/;

/**
 * Whether an object is to be judged: what a controller of Kubernetes made of another object is fixed there. What an operator made, such as
 * a DaemonSet, is judged: the cluster gets no other. Whatever the types of its fields are.
 */
export function isWritten({ kind, object }: Pick<Entry, 'kind' | 'object'>): boolean {
  const owners: unknown = object.metadata?.ownerReferences;
  return !(Array.isArray(owners)
    && owners.some(owner => owner?.controller === true && (MADE.has(kind) || MAKERS.test(String(owner.apiVersion)))));
}

const written = memo(({ workloads }: Inventory): readonly Workload[] => workloads.filter(isWritten));
const writtenSets = memo((inventory: Inventory): readonly Workload[] => written(inventory).filter(isDaemonSet));

/** The workloads that someone wrote. What a controller made of another object is fixed there: `kubectl get -o yaml` shows both. */
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
