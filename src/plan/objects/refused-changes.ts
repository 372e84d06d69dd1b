import type { FieldChange } from './field-changes';
import { isDaemonSet } from '../../cluster/inventory/workload';
import { wrongWhole } from '../../cluster/refusals/whole';
import { immutableChanges } from '../../cluster/replacement/immutable-fields';
import { selectorChange, wayToChangeSelector } from '../../cluster/rollout/selector-change';
import { pathText } from '../../private/compare/difference';
import type { Entry } from '../../private/entry';
import { isFieldAtOrBelow } from '../../private/field-path';

/** A change that the API server refuses, so that the object must be deleted and created. */
export interface RefusedChange {
  /** `spec.selector` */
  readonly path: string;
  /** Why it is refused, after the path: `never changes` */
  readonly why: string;
  /** How to go on without harm. */
  readonly way: string;
}

const NEVER = 'never changes';

/** The changes of an object that the API server refuses, among those that there are. */
export function refusedChanges(previous: Entry, next: Entry, changes: readonly FieldChange[]): RefusedChange[] {
  if (isDaemonSet(next)) {
    const change = selectorChange(previous, next);
    return change ? [{ path: 'spec.selector', why: NEVER, way: wayToChangeSelector(change, next.name) }] : [];
  }
  const strategy = leftStrategy(previous, next);
  if (strategy) {return [strategy];}
  if (needsAddress(previous, next)) {return [{ path: 'spec.clusterIP', why: NEVER, way: wayFor(next) }];}
  const changed = immutableChanges(previous, next).map(({ path }) => pathText(path));
  return changed.filter(path => changes.some(each => isFieldAtOrBelow(each.path, path)))
    .map(path => ({ path, why: NEVER, way: wayFor(next) }));
}

/** What the API server refuses in a new object together with what another tool has said, and takes in the new object alone. */
export function refusedTogether(next: Entry, merged: Entry): RefusedChange[] {
  const [alone, together] = [next, merged].map(entry => [...wrongWhole(entry, Infinity, false)]);
  const known = new Set(alone.map(({ path }) => path));
  return together.filter(({ path }) => !known.has(path)).map(({ path }) => ({
    path, why: 'does not go with what the other tool has said', way: 'delete the object first, or say in it what the other tool does',
  }));
}

/** By kind: where its strategy is, and the type that takes no parameters of a rolling update. */
const STRATEGIES: { readonly [kind: string]: readonly [field: string, type: string] } = {
  Deployment: ['strategy', 'Recreate'], StatefulSet: ['updateStrategy', 'OnDelete'],
};

/**
 * The strategy, where it is no rolling update any more, and its parameters were never written: what the API server has filled in stays, and
 * does not go with the new type.
 */
function leftStrategy({ object: before }: Entry, { kind, object: now }: Entry): RefusedChange | undefined {
  const [field, alone] = STRATEGIES[kind] ?? [];
  if (field === undefined) {return undefined;}
  const { type = 'RollingUpdate', rollingUpdate } = before.spec?.[field] ?? {};
  return now.spec?.[field]?.type === alone && type === 'RollingUpdate' && rollingUpdate === undefined
    ? { path: `spec.${field}`, why: 'does not go with what the API server has filled in', way: `patch ${field} to { type: ${alone}, rollingUpdate: null } first, or delete the object and create it` }
    : undefined;
}

/** Whether a Service without an address, which it keeps, is to have a type that takes one. */
function needsAddress({ object: before }: Entry, { kind, object: now }: Entry): boolean {
  return kind === 'Service' && before.spec?.clusterIP === 'None' && ['NodePort', 'LoadBalancer'].includes(now.spec?.type);
}

const WAYS: { readonly [kind: string]: string } = {
  ClusterRoleBinding: 'delete the binding and create it in one go: in between the pods have none of its rights',
  ConfigMap: 'give it another name, and change the name in the pods: this one is immutable',
  CSIDriver: 'delete the CSIDriver first: mounted volumes stay, and pods that start meanwhile wait',
  PriorityClass: 'give the class another name: pods that have it keep their priority',
  RoleBinding: 'delete the binding and create it in one go: in between the pods have none of its rights',
  RuntimeClass: 'give the class another name',
  Secret: 'give it another name, and change the name in the pods',
  Service: 'delete the Service first: clients lose its address until it is there again',
  StorageClass: 'give the class another name, or delete it first: volumes stay as they are, and claims wait until it is there again',
};

function wayFor({ kind, name }: Entry): string {
  return WAYS[kind]
    ?? `keep the field, or delete the object and keep its pods: kubectl delete ${kind.toLowerCase()} ${name} --cascade=orphan`;
}
