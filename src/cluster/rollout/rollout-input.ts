import type { Fit } from './fit';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import type { Workload } from '../inventory/workload';

/** A change of an agent, and the cluster that it meets. */
export interface RolloutInput {
  /** The DaemonSet as it will be. */
  readonly agent: Workload;
  /** The DaemonSet as it is now. Absent: one that differs in nothing but what its pods do, in the image for instance. */
  readonly previous?: Workload;
  /**
   * All nodes, with the taints that they have in the cluster. The kubelet of one that is not ready is taken to neither start nor stop pods.
   */
  readonly nodes: readonly ClusterNode[];
  /**
   * What runs now, on all nodes, of the agent and of others. Absent: an old pod of the agent on each node where the previous one should
   * run, or did until the node stopped to answer; available unless the node is not ready; and nothing else.
   */
  readonly pods?: readonly ClusterPod[];
  /** Why the API server does not take the DaemonSet itself, where that is known. */
  readonly refused?: string;
  readonly options?: RolloutOptions;
}

/** What is not written in any object. Times are in seconds. */
export interface RolloutOptions {
  /** The order in which nodes get their turn is random: another seed is another order. 1 if absent. */
  readonly seed?: number;
  /** From the deletion of a pod to its end; never longer than its grace period. 5 if absent. */
  readonly stop?: number;
  /** Until the scheduler has bound a new pod. 1 if absent. */
  readonly schedule?: number;
  /** Until its images are there. 15 if absent. */
  readonly pull?: number;
  /** Until its containers run. 4 if absent. */
  readonly start?: number;
  /** Until it is Ready. 5 if absent. */
  readonly ready?: number;
  /**
   * New pods take up to so much longer to become Ready, each by chance. 0 if absent, and then no chance makes the controller overlook pods
   * either.
   */
  readonly spread?: number;
  /**
   * For how long the pods of today have been Ready. Less than `minReadySeconds` means that they are not available yet. Long enough if
   * absent.
   */
  readonly readyFor?: number;
  /**
   * Requests that the DaemonSet controller may send in a second, for all DaemonSets together: 20 if absent, and 30 at once after a rest.
   */
  readonly requestsPerSecond?: number;
  readonly requestBurst?: number;
  /** The nodes on which new pods never become Ready, for instance because the image cannot be pulled. */
  readonly neverReadyOn?: 'every-node' | readonly string[];
  /**
   * The `controller-revision-hash` of the new template, where it ran before: pods with this label are up to date. It is what a rollback
   * goes back to.
   */
  readonly revision?: string;
  /** How the scheduler judges; the rules of this library if absent. */
  readonly fit?: Fit;
  /** How many steps to tell. None if absent. */
  readonly steps?: number;
}
