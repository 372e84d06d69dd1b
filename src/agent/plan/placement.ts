import type { Duration } from 'cdk8s';
import type { Wire } from '../../private/wire';
import type { AgentIdentity } from '../agent-identity';
import type { EnvValue } from '../container/env-value';
import type { ImageReference } from '../container/image-reference';
import type { Resources } from '../container/resources';
import type { NodeCoverage } from '../nodes/node-coverage';
import type { Priority } from '../priority';
import type { ClusterWorkload } from '../replicas/cluster-workload';
import type { PodSpread } from '../replicas/pod-spread';
import type { Rollout } from '../rollout';

/** A kind of object that makes pods, and what it says of them. */
export interface WorkloadKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The definition of its spec in the table of fields. */
  readonly definition: string;
  /** The fields of its spec besides selector and template: how pods are replaced, how many there are. */
  readonly fields: Wire;
  /** Whether a rollout waits for each pod for a while where nothing says that the pod is ready. */
  readonly waitsWithoutProbe?: boolean;
}

/** A DaemonSet that is updated by a rollout. */
export function daemonSet(rollout: Rollout): WorkloadKind {
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet', definition: 'DaemonSetSpec', fields: rollout._toWire(),
    waitsWithoutProbe: rollout._leavesMinReady,
  };
}

/** A workload with a number of replicas. */
export function replicated(workload: ClusterWorkload, replicas: number | undefined, serviceName: string): WorkloadKind {
  const { kind } = workload;
  return { apiVersion: 'apps/v1', kind, definition: `${kind}Spec`, fields: workload._toWire(replicas, serviceName) };
}

/** What a container has in one workload only. */
export interface ContainerVariant {
  /** In place of the image of the container. */
  readonly image?: ImageReference;
  /** Over the resources of the container: what it says of one of them, such as memory, replaces request and limit of that one. */
  readonly resources?: Resources;
  /** In place of the arguments of the container. */
  readonly args?: readonly string[];
  /** After the arguments of the container: none of them sets a flag that is set already. */
  readonly furtherArgs?: readonly string[];
  /** Over the variables of the container. */
  readonly env?: { readonly [name: string]: EnvValue };
}

/** What the pods have in one workload only. */
export interface PodVariant {
  /** Over the labels of the pods. */
  readonly labels?: { readonly [key: string]: string };
  /** Over the annotations of the pods. */
  readonly annotations?: { readonly [key: string]: string };
  readonly priority?: Priority;
  readonly terminationGracePeriod?: Duration;
  readonly runtimeClassName?: string;
}

/**
 * Where an agent runs, and as what: one workload. The plan says what the agent is; what a placement does not say is as the plan has it.
 */
export interface Placement {
  /**
   * What the names of the workload and its pods end in, to tell it from the others of the agent. Absent for the one that has the agent's
   * own name.
   */
  readonly suffix?: string;
  readonly workload: WorkloadKind;
  /** The labels by which it finds its pods, where they are not those of the agent with an instance of its own. */
  readonly identity?: AgentIdentity;
  readonly nodes: NodeCoverage;
  /** How its pods are spread, where there are several on the nodes. */
  readonly spread?: PodSpread;
  /** Whether it shares the nodes of the agent with other placements: what is written must select no other nodes. */
  readonly isPool?: boolean;
  readonly pod?: PodVariant;
  /** By the name of the container. */
  readonly variants?: { readonly [container: string]: ContainerVariant };
  /** The containers that run here, by name; absent for all of them. */
  readonly containers?: readonly string[];
}
