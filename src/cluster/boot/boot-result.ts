/** Something that happens while a cluster boots, in the order in which it happens. */
export interface BootStep {
  /** Things of one round do not wait for each other. */
  readonly round: number;
  readonly node: string;
  /** `DaemonSet kube-system/cilium`; absent where it is about the node, or about any application. */
  readonly workload?: string;
  readonly event: 'pod-starts' | 'node-ready' | 'applications-start';
}

/** A pod that never runs, or a node that never becomes ready. */
export interface BootObstacle {
  readonly node: string;
  /** Absent for a node that gets no applications. */
  readonly workload?: string;
  /** Each one sentence that says what is wrong and what to change. */
  readonly reasons: readonly string[];
}

/** What becomes of a cluster whose nodes have all just joined. */
export interface BootResult {
  readonly steps: readonly BootStep[];
  /** Nothing where every node is ready, takes applications and runs what should run there. */
  readonly obstacles: readonly BootObstacle[];
}
