import { AgentError } from '../agent-error';
import { noteOrigin } from '../equality-key';
import type { Finding } from '../finding';
import { acceptsAll } from './accepts';
import { apiType, Signature } from './read-table';
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
 * Makes every public method of a class look at what it is given. A factory gives back a refused value where that is wrong; another method reports it to its object,
 * or throws an AgentError where the object keeps no findings.
 */
export function guardClass(classes: { readonly [name: string]: { readonly prototype: object } }): void {
  for (const [name, guarded] of Object.entries(classes)) {
    const { prototype } = guarded;
    const type = apiType(name);
    if (type?.kind !== 'class') {continue;}
    prototypes.set(name, prototype);
    Object.defineProperty(prototype, BRAND, { value: name });
    for (const [constant, value] of Object.entries(guarded)) {noteOrigin(value, `${name}.${constant}`, []);}
    for (const signature of type.signatures) {
      if (signature.parameters.length === 0 && !signature.isStatic) {continue;}
      const owner: { [method: string]: unknown } = signature.isStatic ? guarded as any : prototype;
      const method = owner[signature.method] as Method;
      const door = signature.isStatic ? factory(name, signature, method) : mutator(name, signature, method);
      Object.defineProperty(owner, signature.method, { value: door, writable: true, configurable: true, enumerable: false });
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

function factory(name: string, signature: Signature, method: Method): Method {
  const { parameters, returned = name } = signature;
  const door = `${name}.${signature.method}`;
  let accept: ((args: readonly unknown[]) => boolean) | undefined;
  return function (this: any, ...args: any[]) {
    if (depth > 0) {return method.apply(this, args);}
    accept ??= acceptsAll(parameters);
    let given: readonly unknown[] = args;
    if (!accept(args)) {
      const taking = new Taking(door);
      given = taking.args(parameters, args);
      if (taking.findings.length > 0) {return refuse(this, returned, signature.method, taking.findings, given);}
    }
    depth += 1;
    try {
      return noteOrigin(method.apply(this, given as any[]), door, given);
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      return refuse(this, returned, signature.method, [error.finding], given);
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

function mutator(name: string, signature: Signature, method: Method): Method {
  const { parameters } = signature;
  let accept: ((args: readonly unknown[]) => boolean) | undefined;
  const isVariadic = parameters.length === 1 && parameters[0].isVariadic;
  return function (this: any, ...args: any[]) {
    accept ??= acceptsAll(parameters);
    if (depth > 0 || accept(args)) {return method.apply(this, args);}
    const taking = new Taking(`${name}.${signature.method}`);
    const sound = taking.args(parameters, args);
    if (taking.findings.length === 0) {return method.apply(this, sound);}
    if (!isRefuser(this)) {throw new AgentError(taking.findings[0]);}
    const instead = this._refuse(taking.findings, signature.method, sound);
    return isVariadic ? method.apply(this, sound) : instead;
  };
}

function isRefuser(of: unknown): of is Refuses {
  return typeof (of as Partial<Refuses> | undefined)?._refuse === 'function';
}
