import type { Finding } from '../../private/finding';
import type { LateProps } from '../../private/late-props';
import type { OwnContainerOptions } from '../container/container-props';
import type { Placement } from '../plan/placement';
import type { PoolPlacement } from '../plan/pool-placement';
import type { WorkloadOptions } from '../workload-options';

/** Everything that can be given to an agent and to its own container. */
export type GivenOptions = WorkloadOptions & OwnContainerOptions;

/** What an agent is put together from. */
export interface AgentStart {
  readonly given: GivenOptions;
  /** Where the agent itself runs. */
  readonly own: Placement;
  /** The workloads that it is divided into; absent for its own alone. Features can add further ones. */
  readonly placements?: readonly PoolPlacement[];
  readonly findings: readonly Finding[];
  /** What the class of the agent works with. */
  readonly parts: unknown;
}

/** How an agent comes about. */
export interface AgentMaker extends Omit<LateProps, 'make'> {
  start(): AgentStart;
}
