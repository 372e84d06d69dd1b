import { isQualifiedName, nameProblem, NameKind } from '../../private/names';
import type { Problem } from '../../private/problem';
import type { Wire } from '../../private/wire';

/** The most that the keys and values of all annotations of an object may take. */
const MAX_ANNOTATIONS = 262_144;

/** Labels, or anything else that is held against them. */
export function findWrongLabels(what: string, labels: Wire | undefined, problems: Problem[]): void {
  for (const key in labels) {
    push(problems, nameProblem(key, 'label-key', what));
    if (typeof labels[key] === 'string') {push(problems, nameProblem(labels[key], 'label-value', `${what} ${key}`));}
  }
}

/** Annotations: their keys, and how much all of them are. */
export function findWrongAnnotations(what: string, annotations: Wire | undefined, problems: Problem[]): void {
  let length = 0;
  for (const key in annotations) {
    // other than those of labels, they may have capitals in front of the slash
    if (!isQualifiedName(key.toLowerCase())) {push(problems, nameProblem(key, 'label-key', what));}
    length += key.length + (annotations[key]?.length ?? 0);
  }
  // a character takes three bytes at most
  if (length * 3 <= MAX_ANNOTATIONS) {return;}
  const bytes = Object.entries(annotations!).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)), 0);
  if (bytes > MAX_ANNOTATIONS) {
    problems.push({
      code: 'annotations-too-large', what: `${what.replace(/^an annotation/, 'the annotations')} are more than the API server takes`, given: `${bytes} bytes`, allowed: `${MAX_ANNOTATIONS} bytes in all`,
      fix: 'put large texts into a ConfigMap, or into files of the agent',
    });
  }
}

/** A name where one is given. */
export function findWrongName(text: unknown, kind: NameKind, what: string, problems: Problem[]): void {
  if (typeof text === 'string' && text !== '') {push(problems, nameProblem(text, kind, what));}
}

function push(problems: Problem[], problem: Problem | undefined): void {
  if (problem !== undefined) {problems.push(problem);}
}
