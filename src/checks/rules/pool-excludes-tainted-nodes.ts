import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { nodePoolsIn } from '../../cluster/inventory/node-pools';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { Placement } from '../../cluster/placement/placement';
import { describeTaint, tolerates } from '../../cluster/placement/taints';
import { findingOf } from '../../private/finding';
import { someOf } from '../../private/some-of';
import { AGENT_LABEL } from '../../private/standard-values';
import { byText, Wire } from '../../private/wire';
import { daemonSet, node } from '../example';
import { toleratesNoLess } from '../facts/agent-pools';
import type { Rule } from '../rule';

export const poolExcludesTaintedNodes: Rule = {
  id: 'pool-excludes-tainted-nodes',
  level: 'warning',
  summary: 'A node pool of an agent does not tolerate taints that another pool of it tolerates.',
  looksAt: `\`tolerations\` of DaemonSets of a namespace whose pods have one value of the label \`${AGENT_LABEL}\`. Where the nodes are `
    + 'known, the taints of the nodes of each pool.',
  why: 'The nodes of a pool are taken out of the other pools by their labels. Those of them with such a taint have no pod of any pool, '
    + 'although the agent as a whole tolerates it, and nothing says so: the rollout of each pool is complete. New nodes have '
    + '`node.kubernetes.io/not-ready:NoSchedule` until they are ready.',
  fix: 'Leave `tolerations` of the pool out, or tolerate the same taints. Where such nodes are meant to have no pod, acknowledge it.',
  example: () => {
    const gpu = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };
    const rest = poolOf('agent', { tolerations: [{ operator: 'Exists' }] });
    const large = (pod: Wire) => poolOf('agent-large', { nodeSelector: { size: 'large' }, ...pod });
    return {
      fails: [rest, large({}), node('large-1', { size: 'large' }, [gpu])],
      passes: [rest, large({ tolerations: [{ operator: 'Exists' }] }), node('large-1', { size: 'large' }, [gpu])],
    };
  },
  *check(context) {
    const nodes = context.nodes ?? [];
    for (const pools of nodePoolsIn(writtenDaemonSets(context))) {
      for (const pool of pools) {
        const others = pools.filter(other => other !== pool && !toleratesNoLess(pool, other));
        if (others.length === 0) {continue;}
        const place = { about: pool, path: `${pool.podPath}.tolerations` };
        if (nodes.length === 0) {
          yield findingOf(poolExcludesTaintedNodes, {
            ...place, what: `nodes of the pool whose taints ${others[0].name} tolerates, and this one does not, get no pod`,
            given: `${(pool.pod.tolerations ?? []).length} tolerations`,
          });
          continue;
        }
        const excluded = nodes.flatMap(each => exclusionOf(pool, others, each));
        if (excluded.length > 0) {
          yield findingOf(poolExcludesTaintedNodes, {
            ...place, what: `${excluded.length} of the nodes of the pool get no pod, because of taints that ${others[0].name} tolerates`,
            given: someOf([...excluded].sort(byText), '; '),
          });
        }
      }
    }
  },
};

/** A node that only taints keep the pool away from, which another pool would all tolerate. */
function exclusionOf(pool: Workload, others: readonly Workload[], on: ClusterNode): string[] {
  const taints = new Placement(pool.pod).taintsAloneOn(on);
  if (taints.length === 0) {return [];}
  const isTolerated = others.some(({ pod: { tolerations = [] } }) =>
    taints.every(taint => tolerations.some((each: Wire) => tolerates(each, taint))));
  return isTolerated ? [`${on.name}: ${taints.map(describeTaint).sort(byText).join(', ')}`] : [];
}

function poolOf(name: string, pod: Wire): Wire {
  return daemonSet(pod, {}, { name, template: { metadata: { labels: { [AGENT_LABEL]: 'agent' } } } });
}
