import { AgentError } from '../agent-error';
import { noteOrigin } from '../equality-key';
import type { Finding } from '../finding';
import { acceptsAll } from './accepts';
import { methodLines, Signature, signatureOf } from './read-table';
import { BRAND, refusedValue } from './refused';
import { Taking } from './take';

type Method = (this: any, ...args: any[]) => unknown;

/** What a class does itself with what its methods refuse. What is missing in the arguments was wrong. */
export interface Refuses {
  _refuse(findings: readonly Finding[], method: string, args: readonly unknown[]): unknown;
}

const prototypes = new Map<string, object>();

/** How many calls of the library deep: there everything was looked at before, and the first error ends them all. */
let depth = 0;

/**
 * Makes every public method of a class look at what it is given. A factory gives back a refused value where that is wrong; another method
 * reports it to its object, or throws an AgentError where the object keeps no findings.
 */
export function guardClass(classes: { readonly [name: string]: { readonly prototype: object } }): void {
  for (const [name, guarded] of Object.entries(classes)) {
    const lines = methodLines(name);
    if (lines === undefined) {continue;}
    const { prototype } = guarded;
    prototypes.set(name, prototype);
    Object.defineProperty(prototype, BRAND, { value: name });
    for (const [constant, value] of Object.entries(guarded)) {noteOrigin(value, `${name}.${constant}`, []);}
    for (const { method, isStatic, hasParameters, line } of lines) {
      if (!isStatic && !hasParameters) {continue;}
      const owner: { [method: string]: unknown } = isStatic ? guarded as any : prototype;
      const own = owner[method] as Method;
      const door = isStatic ? factory(name, method, line, own) : mutator(name, method, line, own);
      Object.defineProperty(owner, method, { value: door, writable: true, configurable: true, enumerable: false });
    }
  }
}

/** Runs code of the library: what is wrong there is thrown at once, by factories too. */
export function strictly<T>(act: () => T): T {
  depth += 1;
  try {
    return act();
  } finally {
    depth -= 1;
  }
}

/** Whether code of the library is running that wants what is wrong thrown at once. */
export function isStrict(): boolean {
  return depth > 0;
}

/** Runs code of users from within that of the library. */
export function atTheDoor<T>(act: () => T): T {
  const before = depth;
  depth = 0;
  try {
    return act();
  } finally {
    depth = before;
  }
}

/** What a door knows of its method, read when it is first opened from outside. */
interface Opened {
  readonly signature: Signature;
  readonly accept: (args: readonly unknown[]) => boolean;
}

function open(line: string): Opened {
  const signature = signatureOf(line);
  return { signature, accept: acceptsAll(signature.parameters) };
}

function factory(name: string, method: string, line: string, own: Method): Method {
  const door = `${name}.${method}`;
  let opened: Opened | undefined;
  return function (this: any, ...args: any[]) {
    if (depth > 0) {return own.apply(this, args);}
    opened ??= open(line);
    const { signature: { parameters, returned = name }, accept } = opened;
    let given: readonly unknown[] = args;
    if (!accept(args)) {
      const taking = new Taking(door);
      given = taking.args(parameters, args);
      if (taking.findings.length > 0) {return refuse(this, returned, method, taking.findings, given);}
    }
    depth += 1;
    try {
      return noteOrigin(own.apply(this, given as any[]), door, given);
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      return refuse(this, returned, method, [error.finding], given);
    } finally {
      depth -= 1;
    }
  };
}

function refuse(of: unknown, returned: string, method: string, findings: readonly Finding[], args: readonly unknown[]): unknown {
  if (isRefuser(of)) {return of._refuse(findings, method, args);}
  const prototype = prototypes.get(returned);
  if (prototype === undefined) {throw new AgentError(findings[0]);}
  return refusedValue(prototype, findings);
}

function mutator(name: string, method: string, line: string, own: Method): Method {
  let opened: Opened | undefined;
  return function (this: any, ...args: any[]) {
    if (depth > 0) {return own.apply(this, args);}
    opened ??= open(line);
    const { signature: { parameters }, accept } = opened;
    if (accept(args)) {return own.apply(this, args);}
    const taking = new Taking(`${name}.${method}`);
    const sound = taking.args(parameters, args);
    if (taking.findings.length === 0) {return own.apply(this, sound);}
    if (!isRefuser(this)) {throw new AgentError(taking.findings[0]);}
    const instead = this._refuse(taking.findings, method, sound);
    return parameters.length === 1 && parameters[0].isVariadic ? own.apply(this, sound) : instead;
  };
}

function isRefuser(of: unknown): of is Refuses {
  return typeof (of as Partial<Refuses> | undefined)?._refuse === 'function';
}
