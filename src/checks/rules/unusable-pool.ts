import { poolSizes } from '../../cluster/capacity/pool-sizes';
import { formatAmount } from '../../cluster/inventory/resource-list';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { AGENT_LABEL } from '../../private/standard-values';
import type { Wire } from '../../private/wire';
import { daemonSet, node } from '../example';
import type { Rule } from '../rule';

export const unusablePool: Rule = {
  id: 'unusable-pool',
  level: 'warning',
  summary: 'A node pool of an agent has no node, or asks for more than its smallest node has.',
  looksAt: `DaemonSets of a namespace whose pods have one value of the label \`${AGENT_LABEL}\`: their nodes, and what these offer, where `
    + 'the nodes are known. What other pods take is not counted.',
  why: 'What was meant for the pool reaches no node where a label is misspelt or was never set: the nodes then belong to another pool, '
    + 'with the sizes of that one. On a node that is too small the pod of the agent stays Pending for ever.',
  fix: 'Correct the label that the pool asks for, or lower `resources` of the pool; `node-agents capacity` says which sizes suit its '
    + 'nodes.',
  example: () => {
    const nodes = [node('worker-1'), node('large-1', { size: 'large' })];
    return {
      fails: [poolOf('agent', {}), poolOf('agent-large', { nodeSelector: { size: 'lrage' } }), ...nodes],
      passes: [poolOf('agent', {}), poolOf('agent-large', { nodeSelector: { size: 'large' } }), ...nodes],
    };
  },
  *check(context) {
    if (!context.nodes?.length) {return;}
    for (const { pool, nodes, shortage } of poolSizes(writtenDaemonSets(context), context.nodes)) {
      if (nodes.length === 0) {
        yield findingOf(unusablePool, {
          about: pool, path: `${pool.podPath}.nodeSelector`, what: 'the pool has none of the nodes', given: `${context.nodes.length} nodes`,
        });
      } else if (shortage !== undefined) {
        const [asked, there] = [shortage.wanted, shortage.allocatable].map(amount => formatAmount(shortage.resource, amount));
        yield findingOf(unusablePool, {
          about: pool, path: `${pool.podPath}.containers`, what: `the pods of the pool ask for more ${shortage.resource} than its `
            + 'smallest node has', given: asked, allowed: `at most ${there}`,
        });
      }
    }
  },
};

function poolOf(name: string, pod: Wire): Wire {
  return daemonSet(pod, {}, { name, template: { metadata: { labels: { [AGENT_LABEL]: 'agent' } } } });
}
