import type { ErrorCode } from './error-catalogue';

/** What is wrong, as data; the text is made from it in one place. */
export interface Problem {
  /** Names the page under docs/errors. */
  readonly code: ErrorCode;
  /** What is wrong, in the words of the user's own lines. */
  readonly what: string;
  /** The value that was given. */
  readonly given?: string;
  /** The values that are allowed. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A problem that a feature names: codes of its own are as good as ours. */
export function problemOf(named: Omit<Problem, 'code'> & { readonly code?: string }): Problem {
  return { ...named, code: (named.code ?? 'feature-error') as ErrorCode };
}

/** One line, its code first: jsii hands other languages the message and nothing else of an exception. */
export function describeProblem(problem: Problem, path?: string): string {
  return [
    `${problem.code}: ${path === undefined ? '' : `[${path}] `}${problem.what}`,
    ...problem.given === undefined ? [] : [`given: ${problem.given}`],
    ...problem.allowed === undefined ? [] : [`allowed: ${problem.allowed}`],
    `fix: ${problem.fix}`,
  ].join('; ');
}

/** Thrown at once when a single value is wrong whatever stands around it. */
export class AgentError extends Error {
  public readonly code: ErrorCode;

  public constructor(public readonly problem: Problem, path?: string) {
    super(describeProblem(problem, path));
    this.name = 'AgentError';
    this.code = problem.code;
  }
}

/** Says in which construct a value turned out to be wrong. */
export function located<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof AgentError ? new AgentError(error.problem, path) : error;
  }
}

export function fail(problem: Problem): never {
  throw new AgentError(problem);
}

/** A value as a reader would type it: strings in quotes, everything else as JSON. */
export function quote(value: unknown): string {
  if (typeof value === 'number') {return String(value);}
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value) ?? String(value);
}
