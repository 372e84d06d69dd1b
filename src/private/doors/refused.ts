import { AgentError } from '../agent-error';
import type { Finding } from '../finding';

/** What the class of a value is called, on its prototype: a second copy of the package has classes of its own, and of the same names. */
export const BRAND = Symbol.for('cdk8s-node-agents.class');

const REFUSED = Symbol.for('cdk8s-node-agents.refused');

/**
 * What a factory gives back that was given something wrong: an instance of its class that holds the findings and nothing else. Who takes it
 * reports them; who reads anything from it gets them as an error.
 */
export function refusedValue(prototype: object, findings: readonly Finding[]): any {
  const target = Object.create(prototype, { [REFUSED]: { value: findings } });
  return new Proxy(target, REFUSAL);
}

/** What is wrong with a refused value; undefined for every other value. */
export function refusalsOf(value: unknown): readonly Finding[] | undefined {
  return typeof value === 'object' && value !== null ? (value as { readonly [REFUSED]?: readonly Finding[] })[REFUSED] : undefined;
}

/** Symbols and the class are read by jsii, which keeps its own notes on every object, and by programs that print values. */
const REFUSAL: ProxyHandler<{ readonly [REFUSED]: readonly Finding[] }> = {
  get: (target, name, receiver) => (isQuiet(name) ? Reflect.get(target, name, receiver) : refuse(target)),
  has: (target, name) => (isQuiet(name) ? Reflect.has(target, name) : refuse(target)),
  set: (target, name, value, receiver) => (isQuiet(name) ? Reflect.set(target, name, value, receiver) : refuse(target)),
};

function isQuiet(name: string | symbol): boolean {
  return typeof name === 'symbol' || name === 'constructor';
}

function refuse(target: { readonly [REFUSED]: readonly Finding[] }): never {
  throw new AgentError(target[REFUSED][0]);
}
