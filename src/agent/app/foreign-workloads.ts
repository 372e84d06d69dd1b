import { ApiObject } from 'cdk8s';
import { PlacedWorkload, SelectingWorkload } from './registered-agent';
import { clusterOf } from './target';
import { factsOf } from '../../cluster/workload-facts';

/** What others in the app write and agents must get along with. */
export interface ForeignObjects {
  /** DaemonSets: they take ports of nodes like any other. */
  readonly placed: readonly PlacedWorkload[];
  /** Everything that selects pods. */
  readonly selecting: readonly SelectingWorkload[];
  /** Network policies, as they are written. */
  readonly policies: ReadonlyArray<{ readonly object: ApiObject; readonly spec: { readonly [field: string]: any } }>;
}

const SELECTING = new Set(['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet']);

/** Each of them is written once: what someone else's object cannot write is theirs to report. */
export function foreignObjects(objects: readonly ApiObject[]): ForeignObjects {
  const found = { placed: [] as PlacedWorkload[], selecting: [] as SelectingWorkload[], policies: [] as Array<ForeignObjects['policies'][number]> };
  for (const object of objects) {
    const selects = SELECTING.has(object.kind) && object.apiGroup === 'apps';
    if ('owner' in object || !(selects || object.kind === 'DaemonSet' || object.kind === 'NetworkPolicy')) {continue;}
    const { metadata, spec = {} } = manifestOf(object);
    const cluster = clusterOf(object);
    if (object.kind === 'NetworkPolicy') {found.policies.push({ object, spec });}
    if (selects) {
      found.selecting.push({
        construct: object, cluster, isForeign: true, name: `${object.kind === 'DaemonSet' ? '' : `${object.kind} `}${object.name}`, namespace: metadata?.namespace,
        selector: spec.selector ?? {}, podLabels: spec.template?.metadata?.labels ?? {},
      });
    }
    if (object.kind === 'DaemonSet') {
      const facts = factsOf(spec);
      if (facts.hostPorts.length > 0) {
        found.placed.push({ construct: object, cluster, isForeign: true, state: () => ({ hostPorts: facts.hostPorts, selection: facts.selection }) });
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
