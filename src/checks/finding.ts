import type { Entry } from '../private/entry';

/** How bad it is: an `error` does not work, a `warning` works until it hurts, a `note` is good to know. */
export type Level = 'error' | 'warning' | 'note';

/** What a rule found in an object. */
export interface Finding {
  /** The id of the rule, or a code of docs/errors. */
  readonly code: string;
  readonly level: Level;
  /** The object that is to be changed. */
  readonly about: Entry;
  /** Where in the object, in the spelling of the manifest: `spec.template.spec.containers[0].image`. Empty for the object itself. */
  readonly path: string;
  /** The container that it is about, where it is about one. */
  readonly container?: string;
  /** What is wrong. */
  readonly what: string;
  /** The value that was given. */
  readonly given?: string;
  /** The values that are wanted. */
  readonly wanted?: string;
  /** What to do about it. */
  readonly fix: string;
  /** Why it was accepted. */
  readonly acknowledged?: string;
}
