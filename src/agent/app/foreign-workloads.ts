import { ApiObject } from 'cdk8s';
import { PlacedWorkload, SelectingWorkload } from './registered-agent';
import { clusterOf } from './target';
import { factsOf } from '../../cluster/workload-facts';

/** What stands beside the workloads of agents, and agents must get along with: written by others, or by agents as objects of any kind. */
export interface ForeignObjects {
  /**
   * DaemonSets: they take ports of nodes like any other. Deployments, StatefulSets and the like are left out: on how many nodes their pods run, and on which, nobody
   * knows before the scheduler, and most often there is room for both.
   */
  readonly placed: readonly PlacedWorkload[];
  /** Everything that selects pods. */
  readonly selecting: readonly SelectingWorkload[];
  /** Network policies, as they are written. */
  readonly policies: ReadonlyArray<{ readonly object: ApiObject; readonly spec: { readonly [field: string]: any } }>;
}

const SELECTING = new Set(['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet']);

/**
 * Each of them is written once: what someone else's object cannot write is theirs to report.
 *
 * @param workloads those of the agents themselves, which are looked at elsewhere
 */
export function foreignObjects(objects: readonly ApiObject[], workloads: ReadonlySet<ApiObject>): ForeignObjects {
  const found = { placed: [] as PlacedWorkload[], selecting: [] as SelectingWorkload[], policies: [] as Array<ForeignObjects['policies'][number]> };
  for (const object of objects) {
    const selects = SELECTING.has(object.kind) && object.apiGroup === 'apps';
    const isForeign = !('owner' in object);
    if (workloads.has(object) || !(selects || object.kind === 'DaemonSet' || isForeign && object.kind === 'NetworkPolicy')) {continue;}
    const { metadata, spec = {} } = manifestOf(object);
    const cluster = clusterOf(object);
    if (object.kind === 'NetworkPolicy') {found.policies.push({ object, spec });}
    if (selects) {
      found.selecting.push({
        construct: object, cluster, isForeign, isObject: !isForeign, name: `${object.kind === 'DaemonSet' ? '' : `${object.kind} `}${object.name}`, namespace: metadata?.namespace,
        selector: spec.selector ?? {}, podLabels: spec.template?.metadata?.labels ?? {},
      });
    }
    if (object.kind === 'DaemonSet') {
      const facts = factsOf(spec);
      if (facts.hostPorts.length > 0) {
        found.placed.push({ construct: object, cluster, isForeign, state: () => ({ hostPorts: facts.hostPorts, selection: facts.selection }) });
      }
    }
  }
  return found;
}

function manifestOf(object: ApiObject): { [field: string]: any } {
  try {
    return object.toJson();
  } catch {
    return {};
  }
}
