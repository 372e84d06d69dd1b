import { keyPath } from '../../private/field-path';
import { finding, Finding, ObjectFinding, ObjectPlace, Place } from '../../private/finding';
import { isLabelValue, isName, isQualifiedName, nameFinding, NameKind } from '../../private/names';
import type { Wire } from '../../private/wire';

/** The most that the keys and values of all annotations of an object may take. */
const MAX_ANNOTATIONS = 262_144;

/** Labels, or a node selector, with keys and values that the API server refuses. */
export function wrongLabels(what: string, labels: Wire | undefined, place: ObjectPlace): Generator<ObjectFinding>;
export function wrongLabels(what: string, labels: Wire | undefined, place: Place): Generator<Finding>;
export function* wrongLabels(what: string, labels: Wire | undefined, place: Place): Generator<Finding> {
  for (const key in labels) {
    const value = labels[key];
    if (!isQualifiedName(key)) {yield nameFinding(key, 'label-key', what, below(place, key))!;}
    if (typeof value === 'string' && !isLabelValue(value)) {yield nameFinding(value, 'label-value', `${what} ${key}`, below(place, key))!;}
  }
}

/**
 * Annotations: their keys, and how much all of them are.
 *
 * @param owner behind the word `annotations`: ` of the pods`
 */
export function wrongAnnotations(owner: string, annotations: Wire | undefined, place: ObjectPlace): Generator<ObjectFinding>;
export function wrongAnnotations(owner: string, annotations: Wire | undefined, place: Place): Generator<Finding>;
export function* wrongAnnotations(owner: string, annotations: Wire | undefined, place: Place): Generator<Finding> {
  let length = 0;
  for (const key in annotations) {
    // unlike those of labels, they may have capitals in front of the slash
    if (!isQualifiedName(key.toLowerCase())) {
      const wrong = nameFinding(key, 'label-key', `an annotation${owner}`, below(place, key));
      if (wrong) {yield wrong;}
    }
    length += key.length + (annotations[key]?.length ?? 0);
  }
  // a character takes three bytes at most
  if (length * 3 <= MAX_ANNOTATIONS) {return;}
  const bytes = Object.entries(annotations!).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)), 0,
  );
  if (bytes > MAX_ANNOTATIONS) {
    yield finding({
      ...place, code: 'annotations-too-large', what: `the annotations${owner} are more than the API server takes`, given: `${bytes} bytes`,
      allowed: `${MAX_ANNOTATIONS} bytes in all`, fix: 'put large texts into a ConfigMap, or into files of the agent',
    });
  }
}

/** A name where one is given. */
export function* wrongName(text: unknown, kind: NameKind, what: string, place: () => ObjectPlace): Generator<ObjectFinding> {
  if (typeof text !== 'string' || text === '') {return;}
  if (isName(text, kind)) {return;}
  yield nameFinding(text, kind, what, place())!;
}

function below(place: Place, key: string): Place {
  return { ...place, path: keyPath(place.path, key) };
}
