import type { Finding } from '../../private/finding';
import type { AgentOptions } from '../agent-options';
import type { OwnContainerOptions } from '../container/container-props';
import type { Placement } from '../plan/placement';

/** Everything that can be given to an agent and to its own container. */
export type GivenOptions = AgentOptions & OwnContainerOptions;

/** What an agent is put together from. */
export interface AgentStart<Parts = unknown> {
  readonly given: GivenOptions;
  /** Where the agent itself runs; features can add further workloads. */
  readonly own: Placement;
  readonly findings: readonly Finding[];
  /** What the class of the agent works with. */
  readonly parts: Parts;
}

/** How an agent comes about. */
export interface AgentMaker<Parts = unknown> {
  /** What kind of agent it is: agents of one kind that are given the same become the same. */
  readonly kind: string;
  /** What the user gave, and nothing else that the agent depends on but its cluster. */
  readonly given: object;
  /** What is wrong with what was given. */
  readonly findings: readonly Finding[];
  start(): AgentStart<Parts>;
}
