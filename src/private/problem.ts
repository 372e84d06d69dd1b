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

const OURS = new WeakSet<object>();

/** A problem that a feature of this library reports: the compiler holds its code against the catalogue. */
export function ours(problem: Problem): Problem {
  OURS.add(problem);
  return problem;
}

/** A problem that a feature names. Codes of its own have a `/`, so that they are not taken for ours, which have pages. */
export function problemOf(named: Omit<Problem, 'code'> & { readonly code?: string }): Problem {
  const { code = 'feature-error' } = named;
  if (code !== 'feature-error' && !code.includes('/') && !OURS.has(named)) {
    fail({
      code: 'feature-error', what: 'a feature reports a problem under a code that may be one of the library', given: quote(code),
      allowed: 'a prefix of your own, `/`, and a name', fix: `write 'acme/${code}' with your own prefix, or leave \`code\` out`,
    });
  }
  return { ...named, code: code as ErrorCode };
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

/** The problem of a line that `describeProblem` wrote: nothing else is left of an error that went through another language. */
export function readProblem(line: string): Problem | undefined {
  const parts = /^(?:AgentError: )?([\w/-]+): (?:\[[^\]]*\] )?(.+?)(?:; given: (.+?))?(?:; allowed: (.+?))?; fix: (.+)$/.exec(line);
  if (!parts) {return undefined;}
  const [, code, what, given, allowed, fix] = parts;
  return { code: code as ErrorCode, what, given, allowed, fix };
}

/** Thrown at once when a single value is wrong whatever stands around it. */
export class AgentError extends Error {
  public readonly code: ErrorCode;

  /** @param cause what was thrown before, where this tells of it */
  public constructor(public readonly problem: Problem, path?: string, cause?: unknown) {
    super(describeProblem(problem, path), cause === undefined ? undefined : { cause });
    this.name = 'AgentError';
    this.code = problem.code;
  }
}

/** Says in which construct a value turned out to be wrong. */
export function located<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof AgentError ? new AgentError(error.problem, path, error.cause) : error;
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
