import type { ErrorCode } from './error-catalogue';
import { Finding, finding as findingUnder, findingOf, isOurs } from './finding';
import { pageOfCode } from './pages';

/** Thrown at once when a single value is wrong whatever stands around it. */
export class AgentError extends Error {
  public readonly code: string;

  /**
   * @param constructPath the construct in which the value was given
   * @param cause what was thrown before
   */
  public constructor(public readonly finding: Finding, constructPath?: string, cause?: unknown) {
    super(`${errorLine(finding, constructPath)}${pageBehind(finding.code)}`, cause === undefined ? undefined : { cause });
    this.name = 'AgentError';
    this.code = finding.code;
  }
}

/** One line, its code first: jsii hands other languages the message and nothing else of an exception. */
export function errorLine({ code, option, what, given, allowed, fix }: Finding, constructPath?: string): string {
  return [
    `${code}: ${constructPath === undefined ? '' : `[${constructPath}] `}${option ? `${option}: ` : ''}${what}`,
    ...given === undefined ? [] : [`given: ${given}`],
    ...allowed === undefined ? [] : [`allowed: ${allowed}`],
    `fix: ${fix}`,
  ].join('; ');
}

/** The page about a code, as lines end with it; nothing for codes of features, which have a `/`. */
export function pageBehind(code: string): string {
  return code.includes('/') ? '' : `; docs: ${pageOfCode(code)}`;
}

/** The finding of a line that `errorLine` wrote: nothing else is left of an error that went through another language. */
export function readErrorLine(line: string): Finding | undefined {
  const parts = /^(?:AgentError: )?([\w/-]+): (?:\[[^\]]*\] )?(.+?)(?:; given: (.+?))?(?:; allowed: (.+?))?; fix: (.+?)(?:; docs: \S+)?$/.exec(line);
  if (!parts) {return undefined;}
  const [, code, what, given, allowed, fix] = parts;
  return asFinding({ code, what, given, allowed, fix });
}

type Reported = Pick<Finding, 'what' | 'given' | 'allowed' | 'fix'> & Partial<Pick<Finding, 'code' | 'path' | 'container'>>;

/** Something that a feature reports. Codes of its own have a `/`, so that they are not taken for ours, which have pages. */
export function reported(named: Reported): Finding {
  if (isOurs(named)) {return named as Finding;}
  const { code = 'feature-error' } = named;
  if (code !== 'feature-error' && !code.includes('/')) {
    fail({
      code: 'feature-error', what: 'a feature reports a problem under a code that may be one of the library', given: quote(code),
      allowed: 'a prefix of your own, `/`, and a name', fix: `write 'acme/${code}' with your own prefix, or leave \`code\` out`,
    });
  }
  return asFinding(named);
}

function asFinding({ code = 'feature-error', what, given, allowed, fix, path, container }: Reported): Finding {
  return findingOf({ id: code, level: 'error', fix }, { what, given, allowed, path, container });
}

/** Says in which construct a value turned out to be wrong. */
export function located<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof AgentError ? new AgentError(error.finding, path, error.cause) : error;
  }
}

/** Refuses a value that was given to the API. */
export function fail(facts: Pick<Finding, 'what' | 'given' | 'allowed' | 'fix'> & { readonly code: ErrorCode }): never {
  throw new AgentError(findingUnder(facts));
}

/** A value as a reader would type it: strings in quotes, everything else as JSON. */
export function quote(value: unknown): string {
  if (typeof value === 'number') {return String(value);}
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value) ?? String(value);
}
