import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AgentKnowledge } from '../../cluster/inventory/own-objects';
import type { Finding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { Privilege } from '../plan/privilege';

/** An object of an agent, as the checks over a whole app see it. */
export interface OwnedObject extends ApiObject {
  /** The construct of this library that made it. */
  readonly owner: IConstruct;
  readonly isPatched: boolean;
  /** Whether someone wrote a part of it in the spelling of the Kubernetes API. */
  readonly isByHand: boolean;
  /** What its content follows from, as long as nobody changed it; undefined where that cannot be said. */
  readonly likeness: string | undefined;
  /** What its text follows from; undefined where that cannot be said. */
  readonly textKey: string | undefined;
  /** Its labels and annotations before patches. */
  readonly addedMetadata: { readonly labels?: Wire; readonly annotations?: Wire } | undefined;
  /** What patches add, one by one. */
  readonly patchedValues: readonly unknown[];
  /** The first patch that cannot be applied, and why. */
  readonly failingPatch: string | undefined;
  readonly isClusterScoped: boolean;
  /** The object as it is written, for readers. */
  manifestToCheck(): Wire;
}

/** What a workload of an agent amounts to, patches included. */
export interface WorkloadState {
  readonly spec: Wire;
  /** What is wrong with it by itself. */
  readonly findings: readonly Finding[];
  readonly privileges: readonly Privilege[];
  readonly knowledge: AgentKnowledge;
}

/** A workload of an agent. */
export interface RegisteredWorkload {
  readonly object: OwnedObject;
  state(): WorkloadState;
}

/** What the checks over a whole app see of an agent. */
export interface RegisteredAgent {
  readonly construct: IConstruct;
  /** Those of its objects that make its pods: its own first. */
  readonly workloads: readonly RegisteredWorkload[];
  /** What features reported. */
  readonly reported: readonly Finding[];
  /** Looks again whether what the agent was given is what it was made from. */
  confirm(): void;
  /** What is wrong with what its workloads share. */
  findingsOfPods(): readonly Finding[];
}
