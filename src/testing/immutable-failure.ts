import { entryText, Failure } from './message/failure';
import { ImmutableChange, immutableChanges, previousOf } from '../cluster/replacement/immutable-fields';
import { Difference, fieldStep } from '../private/compare/difference';
import { valueText } from '../private/compare/value-text';
import type { Entry } from '../private/entry';

/** Why an apply does not change the objects of the previous manifests into these; undefined where it does. */
export function immutableFailure(entries: readonly Entry[], previous: readonly Entry[]): Failure | undefined {
  const refused = entries.flatMap(entry => {
    const before = previousOf(entry, previous);
    const changes = before === undefined ? [] : immutableChanges(before, entry);
    return changes.length === 0 ? [] : [{ entry, changes }];
  });
  if (refused.length === 0) {return undefined;}
  const [{ entry, changes }] = refused;
  return {
    expected: `Expected the objects to replace the previous ones in place, and ${refused.length === 1 ? 'one' : refused.length} of them `
      + 'cannot:',
    about: entry,
    differences: changes.map(differenceOf),
    more: refused.slice(1).map(each => entryText(each.entry)),
    hints: [entry.kind === 'CSIDriver'
      ? 'keep the fields, or delete the CSIDriver first: mounted volumes stay, and pods that start meanwhile wait'
      : 'keep the fields, or delete the object before the apply'],
  };
}

function differenceOf({ path, before, now }: ImmutableChange): Difference {
  return { path: path.map(fieldStep), found: now, wanted: `${valueText(before)}, unchanged`, weight: 1 };
}
