import { LogSetup } from './collector';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { compareQuantities } from '../../private/quantity';

/** Pools in which the collector may use less memory than its configuration, which all pools share, was made for. */
export function poolsWithoutMemory({ pools = [], resources }: LogSetup): Finding[] {
  const madeFor = resources.limits.memory;
  return pools.flatMap(({ name, options }) => {
    const limit = options?.resources?.limits.memory;
    if (limit === undefined || madeFor !== undefined && compareQuantities(limit, madeFor) >= 0) {return [];}
    return [finding({
      code: 'pool-memory-too-small', what: `the pool ${quote(name)} has less memory than the buffers of the collector are made for, which are those of all pools`,
      given: `memory limit ${limit}`, allowed: madeFor === undefined ? 'a memory limit of the agent, which the buffers follow' : `at least ${madeFor}, as the agent has`,
      fix: 'give the agent the smallest limit of all pools with `resources`, and the other pools more',
    })];
  });
}
