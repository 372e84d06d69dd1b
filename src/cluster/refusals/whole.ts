import { wrongParts } from './parts/walk';
import type { Entry } from '../../private/entry';
import { definitionOfKind } from '../../private/fields/fields';
import { finding, ObjectFinding } from '../../private/finding';

/**
 * What the API server of a minor refuses in an object by what its fields are to each other. Types, words and formats of single fields are
 * looked at before.
 *
 * @param isRuled whether rules look at the object too
 */
export function* wrongWhole(about: Entry, minor: number, isRuled: boolean): Generator<ObjectFinding> {
  const definition = definitionOfKind(about.apiVersion, about.kind);
  if (definition === undefined) {return;}
  const found = wrongParts(definition, about.object, { minor, kind: about.kind, object: about.object, isRuled });
  for (const { at, ...facts } of found) {yield finding({ ...facts, about, path: at });}
}
