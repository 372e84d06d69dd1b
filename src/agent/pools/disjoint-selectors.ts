import { NodePool } from './node-pool';
import { fail, quote } from '../../private/agent-error';
import { AgentIdentity } from '../agent-identity';

/** The labels that the selector of a pool asks for. */
interface Selector {
  readonly pool: string;
  readonly labels: { readonly [key: string]: string };
}

/**
 * Refuses pools whose selectors could find the same pod: DaemonSets adopt pods that their selectors find. A selector of labels finds every
 * pod that has all of them, so that two of them are disjoint where a key is in both with different values, and in no other case.
 *
 * @param ofAgent where labels are given one by one; every other identity has an instance for each pool
 * @throws invalid-node-pool
 */
export function requireDisjointSelectors(pools: readonly NodePool[], ofAgent: AgentIdentity | undefined): void {
  const selectors = pools.map(({ name, options }): Selector => {
    const identity = options?.identity ?? ofAgent;
    // names of DaemonSets differ as the names of pools do
    const instance = name ?? '';
    return {
      pool: name === undefined ? 'the rest' : quote(name), labels: (identity ?? AgentIdentity.standard('agent'))._selectorLabels(instance),
    };
  });
  selectors.forEach((one, index) => selectors.slice(0, index).filter(other => !areDisjoint(one, other)).forEach(other => fail({
    code: 'invalid-node-pool',
    what: `a pod could have the labels of two pools, ${other.pool} and ${one.pool}, and both DaemonSets would take it for their own`,
    given: [other, one].map(({ labels }) => JSON.stringify(labels)).join(' and '),
    allowed: 'selectors with a common key that has another value in each',
    fix: 'give each pool an `identity` of its own, or use AgentIdentity.standard, which gives each an instance',
  })));
}

function areDisjoint({ labels: one }: Selector, { labels: other }: Selector): boolean {
  return Object.entries(one).some(([key, value]) => Object.hasOwn(other, key) && other[key] !== value);
}
