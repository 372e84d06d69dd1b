import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { NodeSelection } from '../../cluster/node-selection';
import type { HostPortClaim } from '../../cluster/workload-facts';
import type { Problem } from '../../private/problem';
import type { Wire } from '../../private/wire';
import type { Privilege } from '../plan/privilege';

/** An object of an agent, as the checks over a whole app see it. */
export interface OwnedObject extends ApiObject {
  /** The construct of this library that made it. */
  readonly owner: IConstruct;
  readonly isPatched: boolean;
  /** Its labels and annotations before patches. */
  readonly addedMetadata: { readonly labels?: Wire; readonly annotations?: Wire } | undefined;
  /** The first patch that cannot be applied, and why. */
  readonly failingPatch: string | undefined;
  readonly isClusterScoped: boolean;
  /** The object as it is written, for who only reads it. */
  manifestToCheck(): Wire;
}

/** What an agent amounts to, patches included. */
export interface AgentState {
  readonly spec: Wire;
  readonly problems: readonly Problem[];
  readonly hostPorts: readonly HostPortClaim[];
  readonly statePaths: readonly string[];
  readonly selection: NodeSelection;
}

/** What runs on nodes, whoever wrote it. */
export interface PlacedWorkload {
  readonly construct: IConstruct;
  /** Which cluster it goes to: the path at which the target was set. */
  readonly cluster: string;
  /** Whether someone else wrote it: its own problems are not ours to report. */
  readonly isForeign?: boolean;
  state(): Pick<AgentState, 'hostPorts' | 'selection'>;
}

/** What selects pods, whoever wrote it. */
export interface SelectingWorkload {
  readonly construct: IConstruct;
  readonly cluster: string;
  readonly isForeign?: boolean;
  /** Whether an agent makes it beside its own workload, in the spelling of the Kubernetes API. */
  readonly isObject?: boolean;
  /** Workloads of one name are told by it; the kind stands before it, but for DaemonSets. */
  readonly name: string;
  readonly namespace?: string;
  readonly selector: Wire;
  readonly podLabels: Wire;
}

/** What the checks over a whole app see of an agent. */
export interface RegisteredAgent extends PlacedWorkload {
  readonly agentName: string;
  readonly namespace: string | undefined;
  readonly selectorLabels: { [key: string]: string };
  /** Every object of the agent that exists so far. */
  objects(): readonly OwnedObject[];
  state(): AgentState;
  /** What goes beyond the least it could run with, and why. */
  privileges(): readonly Privilege[];
}

/** Says that something is wrong with a construct of this library. */
export type Note = (about: IConstruct, problem: Problem) => void;
