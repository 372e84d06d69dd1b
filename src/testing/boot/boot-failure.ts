import { bootCluster } from '../../cluster/boot/boot';
import type { BootObstacle, BootResult, BootStep } from '../../cluster/boot/boot-result';
import { readNode } from '../../cluster/inventory/cluster-node';
import type { SimulatedNode } from '../../cluster/simulated/simulated-node';
import type { Failure } from '../message/failure';
import type { ClusterObjects } from '../read/collection';

/** How many nodes are named for each cause. */
const MOST = 3;

/** Why a cluster of these nodes does not boot; undefined where it does. */
export function bootFailure(clusters: readonly ClusterObjects[], nodes: readonly SimulatedNode[]): Failure | undefined {
  const { steps, obstacles } = boot(clusters, nodes);
  if (obstacles.length === 0) {return undefined;}
  const open = steps.filter(({ event }) => event === 'applications-start').length;
  return {
    expected: `Expected a cluster of ${nodes.length} nodes to boot, and it stops: ${open} of ${nodes.length} take applications.`,
    more: causesOf(obstacles),
    hints: steps.length === 0 ? ['nothing starts at all'] : [`the last that happens is: ${lineOf(steps[steps.length - 1])}`],
  };
}

/** What happens, a line each. */
export function bootLines(clusters: readonly ClusterObjects[], nodes: readonly SimulatedNode[]): string[] {
  return boot(clusters, nodes).steps.map(lineOf);
}

function boot(clusters: readonly ClusterObjects[], nodes: readonly SimulatedNode[]): BootResult {
  if (nodes.length === 0) {throw new Error('a cluster without nodes would always boot; fix: pass some');}
  if (clusters.length !== 1) {
    throw new Error(`the objects of one cluster boot; given: those of ${clusters.length}; fix: take one chart at a time`);
  }
  return bootCluster(clusters[0].inventory, nodes.map(node => readNode(node.toManifest())));
}

function lineOf({ round, node, workload, event }: BootStep): string {
  return `${round} ${node}: ${event === 'pod-starts' ? `${workload} starts` : event === 'node-ready' ? 'ready' : 'takes applications'}`;
}

/** What is missing and why, each cause with its nodes. */
function causesOf(obstacles: readonly BootObstacle[]): string[] {
  const nodes = new Map<string, string[]>();
  for (const { node, workload = 'applications', reasons } of obstacles) {
    const cause = `${workload} wait: ${reasons.join('; ')}`.replace(
      /^(DaemonSet|Deployment|StatefulSet|ReplicaSet)( \S+) wait/, '$1$2 waits',
    );
    nodes.set(cause, [...nodes.get(cause) ?? [], node]);
  }
  return [
    ...nodes,
  ].map(([cause, names]) => `${names.slice(0, MOST).join(', ')}${names.length > MOST ? ` and ${names.length - MOST} more` : ''}: `
    + `${cause}`);
}
