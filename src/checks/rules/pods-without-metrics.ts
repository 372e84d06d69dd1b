import { wordsOf } from '../../cluster/inventory/containers';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { Placement } from '../../cluster/placement/placement';
import { findingOf } from '../../private/finding';
import { someOf } from '../../private/some-of';
import { byText, Wire } from '../../private/wire';
import { daemonSet, node } from '../example';
import type { Rule } from '../rule';

export const podsWithoutMetrics: Rule = {
  id: 'pods-without-metrics',
  level: 'warning',
  summary: 'Some nodes have no pod of kube-state-metrics, which divides the pods of the cluster by their nodes.',
  looksAt: 'DaemonSets with a container of kube-state-metrics that has `--node`, against the nodes of the cluster, where they are known: '
    + 'Windows and virtual nodes too, which run pods but not the DaemonSet. Nodes that another such DaemonSet covers do not count.',
  why: 'Each pod of the DaemonSet has series for the pods of its own node and nothing else. Pods of other nodes are in no series, and '
    + 'alerts about them never fire.',
  fix: 'Tolerate the taints of the nodes, or use another sharding in a cluster whose nodes cannot all run the DaemonSet, such as '
    + '`KubeStateSharding.fixed(2)`.',
  example: () => {
    const shard = {
      image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.20.0', args: ['--node=$(NODE_NAME)', '--resources=pods'],
    };
    const nodes = [node('worker-1'), node('gpu-1', {}, [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }])];
    return {
      fails: [daemonSet({}, shard), ...nodes],
      passes: [daemonSet({ tolerations: [{ operator: 'Exists' }] }, shard), ...nodes],
    };
  },
  *check(context) {
    const { nodes = [] } = context;
    const shards = nodes.length === 0 ? [] : writtenDaemonSets(context).filter(({ pod }) => (pod.containers ?? []).some(isShard));
    const placements = shards.map(({ pod }) => new Placement(pod));
    const missed = shards.length === 0 ? [] : nodes.filter(each => !placements.some(placement => placement.on(each).shouldRun));
    if (missed.length === 0) {return;}
    const names = missed.map(({ name }) => name).sort(byText);
    yield findingOf(podsWithoutMetrics, {
      about: shards[0], path: shards[0].podPath, what: `the pods of ${names.length} of ${nodes.length} nodes have no metrics`,
      given: someOf(names),
    });
  },
};

function isShard(container: Wire): boolean {
  const { image } = container;
  return typeof image === 'string' && /kube-state-metrics/.test(image) && wordsOf(container).some(word => /^--node(=|$)/.test(word));
}
