import { fail, quote } from '../../private/agent-error';

/**
 * Whether something is for the pods of a workload: of the pool of this name, or without a name of the workload that has the agent's own.
 */
export type PoolScope = (pool: string | undefined) => boolean;

/**
 * The pods of these pools.
 *
 * @throws invalid-node-pool
 */
export function scopeOf(names: readonly string[], known: readonly string[]): PoolScope {
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    fail({
      code: 'invalid-node-pool', what: 'the agent has no pool of this name', given: unknown.map(quote).join(', '),
      allowed: known.map(quote).join(', ') || 'it has no pools',
      fix: 'correct the name, or add the pool to `pools`',
    });
  }
  return pool => pool !== undefined && names.includes(pool);
}

/** All other pods. */
export function exceptOf(names: readonly string[], known: readonly string[]): PoolScope {
  const named = scopeOf(names, known);
  return pool => !named(pool);
}

/** The pods that are in both. */
export function bothOf(outer: PoolScope | undefined, inner: PoolScope): PoolScope {
  return outer === undefined ? inner : pool => outer(pool) && inner(pool);
}
