import type { Finding } from '../../private/finding';
import type { ContainerProps } from '../container/container-props';
import type { NodeCoverage } from '../nodes/node-coverage';
import type { TargetCluster } from '../target-cluster';

/** What a plan starts from. */
export interface PlanStart {
  readonly agentName: string;
  readonly namespace?: string;
  readonly cluster: TargetCluster;
  readonly nodes: NodeCoverage;
  readonly container: ContainerProps;
  /** The names of the pools that have one. */
  readonly pools: readonly string[];
  /** Reports what is wrong with the agent at synth. */
  readonly refuse: (findings: readonly Finding[]) => void;
}
