import { removedIn } from '../../cluster/inventory/removed-versions';
import { LISTS_OF_REFUSALS, REQUIRED_BY_REFUSALS } from '../../cluster/refusals';
import type { Entry } from '../../private/entry';
import { checkFields, definitionOfKind } from '../../private/fields/fields';
import { NO_FINDINGS, ObjectFinding } from '../../private/finding';
import { RULES } from '../rules';

/** Lists and fields that a rule looks at, or that are looked at as parts of a workload. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...LISTS_OF_REFUSALS, ...REQUIRED_BY_REFUSALS, ...RULES.flatMap(({ lists = [] }) => lists),
]);

/** Nobody writes these, and the API server drops what someone does. */
const IGNORED: ReadonlySet<string> = new Set(['status', 'metadata.managedFields']);

/** Kinds whose pods may end. */
const ENDING: ReadonlySet<string> = new Set(['CronJob', 'Job', 'Pod', 'PodTemplate']);

const WORDS_OF_ENDING = { 'PodSpec.restartPolicy': ['Always', 'OnFailure', 'Never'] };

/**
 * What the API server of a minor would refuse in an object by the names of its fields, their words, and what is repeated or missing. Types
 * are looked at before.
 */
export function fieldFindings(about: Entry, minor: number): readonly ObjectFinding[] {
  const definition = definitionOfKind(about.apiVersion, about.kind);
  if (definition === undefined || removedIn(about, minor)) {return NO_FINDINGS;}
  return checkFields(definition, about.object, {
    about, minor, aspects: ['names', 'words', 'keys', 'required', 'formats'], elsewhere: ELSEWHERE, ignored: IGNORED,
    ...ENDING.has(about.kind) && { words: WORDS_OF_ENDING },
  });
}
