import { workloadOf } from '../../cluster/inventory/workload';
import type { Entry } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** An object as it will be, and what the API server keeps of the previous one though the new one leaves it out, by path. */
export interface KeptFields {
  readonly entry: Entry;
  readonly stays: readonly string[];
}

/**
 * A new object with what no update takes away. A pod template keeps its service account: the old name of the field is filled in with it,
 * and nobody removes that one. A Service keeps its address.
 */
export function withKeptFields(previous: Entry, next: Entry): KeptFields {
  const [before, now] = [workloadOf(previous)?.pod, workloadOf(next)];
  const account = before?.serviceAccountName ?? before?.serviceAccount;
  if (now && account !== undefined && now.pod.serviceAccountName === undefined && now.pod.serviceAccount === undefined) {
    return kept(next, `${now.podPath}.serviceAccountName`, account);
  }
  if (next.kind === 'Service' && next.apiVersion === 'v1' && keepsAddress(previous.object.spec, next.object.spec)) {
    return kept(next, 'spec.clusterIP', previous.object.spec.clusterIP);
  }
  return { entry: next, stays: [] };
}

function kept(next: Entry, path: string, value: unknown): KeptFields {
  return { entry: { ...next, object: withAt(next.object, path.split('.'), value) }, stays: [path] };
}

function withAt(object: Wire, [step, ...rest]: readonly string[], value: unknown): Wire {
  return { ...object, [step]: rest.length === 0 ? value : withAt(object[step], rest, value) };
}

function keepsAddress(before: Wire = {}, now: Wire = {}): boolean {
  return before.clusterIP !== undefined && now.clusterIP === undefined && before.type !== 'ExternalName' && now.type !== 'ExternalName';
}
