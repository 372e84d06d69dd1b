import { FieldChange, fieldChanges } from './field-changes';
import { asCreated, withFieldsOfOthers, withKeptFields } from './kept-fields';
import { Leftover, leftoversOf } from './leftovers';
import { withoutCarriedOver } from './live-object';
import { objectsByKey } from './object-key';
import { adoptedFrom, isOwn } from './ownership';
import { RefusedChange, refusedChanges, refusedTogether } from './refused-changes';
import { workloadOf } from '../../cluster/inventory/workload';
import type { Entry } from '../../private/entry';

/**
 * What becomes of an object.
 *
 * - `created`: it is not there yet.
 * - `changed`: an apply changes it in place.
 * - `replaced`: the API server refuses the change, so it must be deleted and created.
 * - `adopted`: it is there, and belongs to another tool, whose fields stay where the new object does not say them.
 * - `removed`: it is there, and no longer wanted.
 */
export type ObjectAction = 'created' | 'changed' | 'replaced' | 'adopted' | 'removed';

/** What a change does to an object. */
export interface ObjectPlan {
  readonly action: ObjectAction;
  /** As it will be; as it is where it is removed. */
  readonly about: Entry;
  /** What changes in it; nothing where it is created or removed. */
  readonly changes: readonly FieldChange[];
  /** What the API server refuses to change. */
  readonly immutable: readonly RefusedChange[];
  /** Whose object it was; also where it is replaced. */
  readonly adoptedFrom?: string;
  /** What an apply leaves although the new object does not say it, by path: what another tool said, and what no update takes away. */
  readonly stays: readonly string[];
  /** What stays on the nodes when it is removed. */
  readonly leftovers: readonly Leftover[];
}

/** Objects before and after, and what becomes of each. */
export interface ObjectPlans {
  /** In the order of the new objects; what is removed comes last. */
  readonly plans: readonly ObjectPlan[];
  /** Objects that are no longer wanted and stay, since nothing says that they are ours. */
  readonly kept: readonly Entry[];
  /** The old objects, without what an apply leaves as it is. */
  readonly previous: readonly Entry[];
  /** The new objects, with what stays of other tools. */
  readonly next: readonly Entry[];
}

const UNCHANGED = { changes: [], immutable: [], stays: [], leftovers: [] } as const;

/** What becomes of each object. @param prune whether everything is removed that is no longer wanted, whoever it belongs to */
export function planObjects(before: readonly Entry[], after: readonly Entry[], prune: boolean): ObjectPlans {
  const [old, wanted] = [objectsByKey(before), objectsByKey(after)];
  const previous = new Map([...old].map(([key, entry]) => {
    const next = wanted.get(key);
    return [key, next ? withoutCarriedOver(entry, next) : entry];
  }));
  const gone = [...old].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry);
  const removed = gone.filter(entry => prune || isOwn(entry));
  const planned = [...wanted].map(([key, entry]) => planFor(entry, previous.get(key)));
  return {
    plans: [
      ...planned.flatMap(({ plan }) => plan ?? []),
      ...removed.map((about): ObjectPlan => ({ ...UNCHANGED, action: 'removed', about, leftovers: leftoversIn(about) })),
    ],
    kept: gone.filter(entry => !removed.includes(entry)),
    previous: [...previous.values()],
    next: planned.map(({ entry }) => entry),
  };
}

/** A new object as it will be, and what becomes of it; no plan where nothing does. */
function planFor(next: Entry, written: Entry | undefined): { readonly entry: Entry; readonly plan?: ObjectPlan } {
  if (written === undefined) {return { entry: next, plan: { ...UNCHANGED, action: 'created', about: next } };}
  const [manager, previous] = [adoptedFrom(written, next), asCreated(written)];
  const { entry, stays } = manager === undefined ? withKeptFields(written, next) : withFieldsOfOthers(previous, next);
  const changes = fieldChanges(previous, entry);
  if (manager === undefined && changes.length === 0) {return { entry };}
  const immutable = [...refusedChanges(previous, entry, changes), ...manager === undefined ? [] : refusedTogether(next, entry)];
  const of = { ...UNCHANGED, immutable, ...manager !== undefined && { adoptedFrom: manager } };
  if (immutable.length === 0) {
    return { entry, plan: { ...of, action: manager === undefined ? 'changed' : 'adopted', about: entry, changes, stays } };
  }
  // one that is deleted and created has nothing of the previous one
  const whole = asCreated(next);
  return { entry: whole, plan: { ...of, action: 'replaced', about: whole, changes: fieldChanges(previous, whole) } };
}

function leftoversIn(entry: Entry): readonly Leftover[] {
  const workload = workloadOf(entry);
  return workload ? leftoversOf(workload) : [];
}
