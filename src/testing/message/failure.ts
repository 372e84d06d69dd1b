import { differenceLines } from './difference-tree';
import type { Difference } from '../../private/compare/difference';
import type { Entry } from '../../private/entry';

/** What an assertion says when it does not hold. */
export interface Failure {
  /** One sentence: what was expected, and what there is instead. */
  readonly expected: string;
  /** The object that it is about, or that comes nearest. */
  readonly about?: Entry;
  /** Where in that object. */
  readonly differences?: readonly Difference[];
  /** What is to be seen next to the object, a line each: other objects, reasons. */
  readonly more?: readonly string[];
  /** The likely causes, and what to do about them. */
  readonly hints?: readonly string[];
}

/**
 * The text of a failure: what was expected, the object, the branch in question, and what is behind it. No colours: it reads the same in
 * every log.
 */
export function failureText({ expected, about, differences = [], more = [], hints = [] }: Failure): string {
  return [
    expected,
    ...about === undefined ? [] : [entryText(about)],
    ...differenceLines(differences),
    ...more.map(line => `   ${line}`),
    ...[...new Set(hints)].slice(0, 3).map(hint => `Hint: ${hint}`),
  ].join('\n');
}

/**
 * Fails the test.
 *
 * @param caller the method that the test called: the stack then begins in the test
 */
export function throwFailure(failure: Failure, caller?: (...args: never[]) => unknown): never {
  const error = new Error(failureText(failure));
  Error.captureStackTrace(error, caller ?? throwFailure);
  throw error;
}

/** An object and where it comes from: `DaemonSet/node-agents/logs [platform/logs/Resource]`. */
export function entryText({ kind, namespace, name, source: { constructPath, line } }: Entry): string {
  const origin = constructPath ?? (line === undefined ? undefined : `line ${line}`);
  return [kind, ...namespace === undefined ? [] : [namespace], name].join('/') + (origin === undefined ? '' : ` [${origin}]`);
}
