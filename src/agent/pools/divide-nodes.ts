import { NodePool } from './node-pool';
import type { NodeSelection } from '../../cluster/node-selection';
import {
  difference, InexactNegation, intersection, NodeSet, nodeSetOf, selectionFor, TooManyGroups,
} from '../../cluster/node-sets/node-set';
import { fail, quote } from '../../private/agent-error';

/** As many alternatives as someone can read, and more than any division of nodes by a label takes. */
const MOST_TERMS = 64;

/**
 * Divides the nodes of an agent among its pools: each pool gets those that it asks for without those of the pools before it, and the rest
 * what is left, so that every node is in exactly one pool. The selections are in the order of the pools.
 */
export function divideNodes(pools: readonly NodePool[], ofAgent: NodeSelection): NodeSelection[] {
  let left = nodeSetOf(ofAgent);
  const all = left;
  const selections = new Map<NodePool, NodeSelection>();
  const named = pools.filter(({ kind }) => kind !== 'rest');
  const rest = pools.find(({ kind }) => kind === 'rest');
  for (const pool of named) {
    const { selection } = pool.options!.nodes._said();
    const asked = nodeSetOf(selection);
    selections.set(
      pool, selectionOf(pool, within(pool, () => intersection(left, asked)), within(pool, () => intersection(all, asked)).length > 0),
    );
    left = within(pool, () => difference(left, selection));
  }
  if (rest !== undefined) {
    selections.set(rest, named.length === 0 ? ofAgent : selectionOf(rest, left, true));
  } else if (left.length > 0) {
    fail({
      code: 'missing-rest-pool', what: 'some nodes of the agent are in none of its pools, and would get no pod',
      given: named.map(({ name }) => quote(name)).join(', '),
      allowed: 'pools that are all of the nodes together', fix: 'add NodePool.rest(), or take the other nodes out of `nodes` of the agent',
    });
  }
  return pools.map(pool => selections.get(pool)!);
}

function selectionOf(pool: NodePool, nodes: NodeSet, isTaken: boolean): NodeSelection {
  const selection = selectionFor(nodes);
  if (selection === undefined) {
    fail(pool.kind === 'rest' ? {
      code: 'empty-node-pool', what: 'the other pools already have every node, so the rest has none', given: 'NodePool.rest()',
      fix: 'leave it out',
    } : isTaken ? {
      code: 'empty-node-pool', what: `no node is left for the pool ${quote(pool.name)}: the pools before it take all that it asks for`,
      given: quote(pool.name),
      allowed: 'a pool that asks for nodes of its own', fix: 'list the pool that asks for fewer nodes first',
    } : {
      code: 'empty-node-pool', what: `no node can be in the pool ${quote(pool.name)}: what it asks for contradicts itself or the nodes `
        + 'of the agent', given: quote(pool.name),
      allowed: 'nodes that the agent runs on', fix: 'change `nodes` of the pool, or of the agent',
    });
  }
  if ((selection.terms ?? []).length > MOST_TERMS) {refuseTerms(pool, String(selection.terms!.length));}
  return selection;
}

function within(pool: NodePool, work: () => NodeSet): NodeSet {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyGroups) {refuseTerms(pool, error.message);}
    if (!(error instanceof InexactNegation)) {throw error;}
    const { key, operator, values = [] } = error.requirement;
    return fail({
      code: 'invalid-node-pool', what: `no condition takes the nodes of the pool ${quote(pool.name)} out of the others: nodes without `
        + 'the label, or without a number in it, meet neither Gt nor Lt',
      given: `${key} ${operator} ${values.join()}`, allowed: 'NodeExpression.oneOf, noneOf, exists and doesNotExist',
      fix: 'give the nodes of the pool a label of their own, and ask for that',
    });
  }
}

function refuseTerms(pool: NodePool, given: string): never {
  return fail({
    code: 'invalid-node-pool', what: 'too many node selector terms say which nodes are '
      + `${pool.kind === 'rest' ? 'in none of the pools' : `in the pool ${quote(pool.name)}`}`,
    given: `${given} terms`, allowed: `at most ${MOST_TERMS}`,
    fix: 'give the nodes of each pool a label, and ask for its value with NodeCoverage.labelled',
  });
}
