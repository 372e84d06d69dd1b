import type { SimulatedNode } from '../cluster/simulated/simulated-node';

/** What checks take for granted. */
export interface FindingsOptions {
  /**
   * The oldest Kubernetes that gets the objects: `1.34`.
   *
   * @default - that of the TargetCluster, and 1.28 where there is none and for YAML
   */
  readonly kubernetesVersion?: string;

  /**
   * The nodes of the cluster.
   *
   * @default - nothing is known of them, and some checks say less
   */
  readonly nodes?: SimulatedNode[];
}
