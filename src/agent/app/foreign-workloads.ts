import { ApiObject } from 'cdk8s';
import { PlacedWorkload, SelectingWorkload } from './registered-agent';
import { clusterOf } from './target';
import { describeSelector, selectsLabels } from '../../cluster/label-selector';
import { commonNode } from '../../cluster/node-selection';
import { factsOf, WorkloadFacts } from '../../cluster/workload-facts';
import type { Wire } from '../../private/wire';

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
 * Each of them is written once: what someone else's object cannot write, or what nobody can read in it, is theirs to report.
 *
 * @param workloads those of the agents themselves, which are looked at elsewhere
 */
export function foreignObjects(objects: readonly ApiObject[], workloads: ReadonlySet<ApiObject>): ForeignObjects {
  const found = { placed: [] as PlacedWorkload[], selecting: [] as SelectingWorkload[], policies: [] as Array<ForeignObjects['policies'][number]> };
  for (const object of objects) {
    const selects = SELECTING.has(object.kind) && object.apiGroup === 'apps';
    const isForeign = !('owner' in object);
    const restricts = isForeign && object.kind === 'NetworkPolicy' && object.apiGroup === 'networking.k8s.io';
    if (workloads.has(object) || !(selects || restricts)) {continue;}
    const { metadata, spec = {} } = attempt<Wire>(() => object.toJson()) ?? {};
    const cluster = clusterOf(object);
    if (restricts) {
      found.policies.push({ object, spec });
      continue;
    }
    const selector = spec.selector ?? {};
    const podLabels = spec.template?.metadata?.labels ?? {};
    if (attempt(() => [selectsLabels(selector, podLabels), describeSelector(selector)])) {
      found.selecting.push({
        construct: object, cluster, isForeign, isObject: !isForeign, name: `${object.kind === 'DaemonSet' ? '' : `${object.kind} `}${object.name}`, namespace: metadata?.namespace,
        selector, podLabels,
      });
    }
    const facts = object.kind === 'DaemonSet' ? attempt(() => readFacts(spec)) : undefined;
    if (facts !== undefined && facts.hostPorts.length > 0) {
      found.placed.push({ construct: object, cluster, isForeign, state: () => ({ hostPorts: facts.hostPorts, selection: facts.selection }) });
    }
  }
  return found;
}

function readFacts(spec: Wire): WorkloadFacts {
  const facts = factsOf(spec);
  commonNode(facts.selection, facts.selection);
  return facts;
}

/** What of an object can be read; undefined where it is written as nobody can. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
