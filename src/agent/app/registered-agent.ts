import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { NodeSelection } from '../../cluster/node-selection';
import type { HostPortClaim } from '../../cluster/workload-facts';
import type { Finding } from '../../private/finding';
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

/** What a workload of an agent amounts to, patches included. */
export interface WorkloadState {
  readonly spec: Wire;
  readonly problems: readonly Finding[];
  readonly hostPorts: readonly HostPortClaim[];
  readonly statePaths: readonly string[];
  readonly selection: NodeSelection;
  readonly privileges: readonly Privilege[];
}

/** What runs on nodes, whoever wrote it. */
export interface PlacedWorkload {
  readonly construct: IConstruct;
  /** Which cluster it goes to: the path at which the target was set. */
  readonly cluster: string;
  /** Whether someone else wrote it: its own problems are not ours to report. */
  readonly isForeign?: boolean;
  state(): Pick<WorkloadState, 'hostPorts' | 'selection'>;
}

/** A workload of an agent. */
export interface RegisteredWorkload extends PlacedWorkload {
  readonly object: OwnedObject;
  readonly name: string;
  readonly namespace?: string;
  /** Labels by which its pods are found: those that the pods of the agent share, and those of its own selector. */
  readonly foundBy: readonly { readonly [key: string]: string }[];
  state(): WorkloadState;
}

/** What the checks over a whole app see of an agent. */
export interface RegisteredAgent {
  readonly construct: IConstruct;
  /** Every object of the agent that exists so far. */
  readonly objects: readonly OwnedObject[];
  /** Those of the objects that make its pods: its own first. */
  readonly workloads: readonly RegisteredWorkload[];
  /** What all workloads share. */
  rendered(): { readonly problems: readonly Finding[] };
  /** What goes beyond the least it could run with, and why. */
  privileges(): readonly Privilege[];
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

/** Says that something is wrong with a construct of this library. */
export type Note = (about: IConstruct, problem: Finding) => void;
