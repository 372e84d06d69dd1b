import { ClusterWorkload } from './cluster-workload';
import { DisruptionBudget } from './disruption-budget';
import { PodSpread } from './pod-spread';
import { NodeCoverage } from '../nodes/node-coverage';
import { WorkloadOptions } from '../workload-options';

/**
 * Options common to every agent that runs with a number of replicas.
 */
export interface ClusterAgentOptions extends WorkloadOptions {
  /**
   * How many pods run.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Whether an autoscaler decides how many pods run. No number is then written, so that an apply does not undo what the autoscaler did.
   *
   * @default false
   */
  readonly autoscaled?: boolean;

  /**
   * The kind of workload, and how it replaces its pods.
   *
   * @default ClusterWorkload.deployment()
   */
  readonly workload?: ClusterWorkload;

  /**
   * The nodes that the pods may run on.
   *
   * @default - every Linux node without a taint: `NodeCoverage.linux({ tolerations: [], virtualNodes: VirtualNodes.included() })`
   */
  readonly nodes?: NodeCoverage;

  /**
   * How the pods are spread over the cluster.
   *
   * @default - PodSpread.acrossNodes() with more than one replica; otherwise nothing is written
   */
  readonly spread?: PodSpread;

  /**
   * How many pods a drain of nodes may take at once.
   *
   * @default - DisruptionBudget.maxUnavailable(1) with more than one replica; otherwise none is written
   */
  readonly disruptionBudget?: DisruptionBudget;
}
