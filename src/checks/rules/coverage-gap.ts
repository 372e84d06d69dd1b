import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { Fleet } from '../../cluster/placement/fleet';
import { Placement } from '../../cluster/placement/placement';
import { describeTaint, Taint } from '../../cluster/placement/taints';
import { isVirtualNode } from '../../cluster/virtual-nodes';
import { findingOf } from '../../private/finding';
import { listUnder } from '../../private/list-under';
import { someOf } from '../../private/some-of';
import { byText } from '../../private/wire';
import { daemonSet, node } from '../example';
import { registersDevices } from '../facts/device-plugins';
import type { Rule } from '../rule';

export const coverageGap: Rule = {
  id: 'coverage-gap',
  level: 'warning',
  summary: 'An agent runs on most of the nodes that it asks for, and taints keep it from the others.',
  looksAt: '`tolerations` of DaemonSets against the taints of the Linux nodes that their `nodeSelector` and `affinity` allow, where the '
    + 'nodes are known. Nodes that a selector leaves out are left out on purpose, and so are the tainted ones where they are half of the '
    + 'nodes or more. Taints that go away by themselves do not count, nor do device plugins, which leave out what has no device.',
  why: 'A DaemonSet makes no pod where a taint is not tolerated, and says so nowhere: the nodes are not among the desired ones, and the '
    + 'rollout is complete. Their logs, metrics or volumes are missed when they are needed.',
  fix: 'Tolerate the taints, with `operator: Exists` and no key for everything (`NodeCoverage.linux()`), or say by a label which nodes are '
    + 'meant (`NodeCoverage.labelled`).',
  example: () => {
    const gpu = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };
    const nodes = [node('worker-1'), node('worker-2'), node('gpu-1', { gpu: 'true' }, [gpu])];
    return {
      fails: [daemonSet(), ...nodes],
      passes: [daemonSet({ tolerations: [{ operator: 'Exists' }] }), ...nodes],
    };
  },
  *check(context) {
    const nodes = (context.nodes ?? []).filter(each => (each.labels['kubernetes.io/os'] ?? 'linux') === 'linux' && !isVirtualNode(each));
    if (nodes.length === 0) {return;}
    const fleet = new Fleet(nodes);
    for (const workload of writtenDaemonSets(context)) {
      // nodes that a device plugin does not tolerate are those without its device
      if (operatingSystemOf(workload) === 'windows' || registersDevices(workload)) {continue;}
      const { covered, missed } = coverageOf(new Placement(workload.pod), fleet);
      const count = [...missed.values()].reduce((sum, names) => sum + names.length, 0);
      if (count === 0 || count >= covered) {continue;}
      yield findingOf(coverageGap, {
        about: workload, path: `${workload.podPath}.tolerations`,
        what: `${count} of the ${covered + count} Linux nodes that the agent asks for get no pod`,
        given: [...missed].sort(([a], [b]) => byText(a, b)).map(([taints, names]) => `${taints} on ${someOf([...names].sort(byText))}`)
          .join('; '),
      });
    }
  },
};

interface Coverage {
  readonly covered: number;
  /** Names of nodes by the taints that alone keep the agent away. */
  readonly missed: ReadonlyMap<string, string[]>;
}

function coverageOf(placement: Placement, fleet: Fleet<ClusterNode>): Coverage {
  const missed = new Map<string, string[]>();
  let covered = 0;
  for (const { nodes, decision } of fleet.groupsFor(placement)) {
    if (decision.shouldRun) {
      covered += nodes.length;
      continue;
    }
    const taints = placement.taintsAloneOn(nodes[0]);
    if (taints.length > 0 && !taints.some(isPassing)) {
      listUnder(missed, taints.map(describeTaint).sort().join(', ')).push(...nodes.map(({ name }) => name));
    }
  }
  return { covered, missed };
}

/** Taints of a moment: of a node that is not ready yet, is cordoned, or is about to go. */
function isPassing({ key }: Taint): boolean {
  return PASSING.test(key);
}

const PASSING = new RegExp([
  '^node\\.kubernetes\\.io/', '^node\\.cloudprovider\\.kubernetes\\.io/', '^node\\.cluster\\.x-k8s\\.io/', 'ByClusterAutoscaler$',
  '^karpenter\\.sh/', 'startup-taint',
  '(agent-not-ready|not-ready|uninitialized)$', '^aws-node-termination-handler/',
].join('|'));
