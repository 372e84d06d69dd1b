import { fieldFindings } from './field-findings';
import { metadataFindings } from './metadata-findings';
import { soundnessOf } from '../../cluster/inventory/soundness';
import { workloadOf } from '../../cluster/inventory/workload';
import { refusalsIn } from '../../cluster/refusals';
import { wrongWhole } from '../../cluster/refusals/whole';
import type { Entry } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import type { ObjectFinding } from '../../private/finding';

/** What the API server of a minor would refuse in one object, whatever wrote it. */
export function refusedIn(about: Entry, minor: number): ObjectFinding[] {
  return refused(about, minor, false);
}

/** The same, without what rules say of it: they look at the object too. */
export function refusedBesideRules(about: Entry, minor: number): ObjectFinding[] {
  return refused(about, minor, true);
}

function refused(about: Entry, minor: number, isRuled: boolean): ObjectFinding[] {
  const { sound: [entry], findings } = soundnessOf([about]);
  if (entry === undefined) {return [...findings, ...fieldFindings(about, minor)];}
  const workload = definitionOfKind(about.apiVersion, about.kind) === undefined ? undefined : workloadOf(entry);
  const said = [...fieldFindings(entry, minor), ...metadataFindings(entry, minor), ...workload ? refusalsIn(workload) : []];
  return [...said, ...besides(said, [...wrongWhole(entry, minor, isRuled)])];
}

/** What is not said of the same place already: a rule, or the function for a field, has more to say of it. */
export function besides(said: readonly ObjectFinding[], found: readonly ObjectFinding[]): readonly ObjectFinding[] {
  if (found.length === 0) {return found;}
  const known = new Map<object, Set<string>>();
  for (const { about, path, refusedBy } of said) {
    if (refusedBy === 'api-server') {known.set(about.object, (known.get(about.object) ?? new Set()).add(path));}
  }
  return found.filter(({ about, path }) => !known.get(about.object)?.has(path));
}
