import type { Entry } from '../../private/entry';
import type { HostPortClaim, Right } from '../workload-facts';

/** What the agent of a workload knows beyond its manifest. */
export interface AgentKnowledge {
  /** Ports that its programs open without declaring them: on the host network they are taken all the same. */
  readonly openPorts: readonly HostPortClaim[];
  /** Directories of the node that only one pod may write at a time. */
  readonly statePaths: readonly string[];
  /** Paths of the node that someone gave a type: they are meant as they stand, whatever the platform has elsewhere. */
  readonly meantPaths: readonly string[];
  /** What was asked for by name, with a reason. */
  readonly rights: readonly Right[];
  /** Labels by which its pods are found: those that the pods of the agent share, and those of the workload's selector. */
  readonly foundBy: readonly { readonly [key: string]: string }[];
}

/** Objects that an app makes with this library. What they do to each other and to those of others is the app's to fix. */
export interface OwnObjects {
  has(about: Entry): boolean;
  /** Undefined for what is no workload of an agent. */
  knowledgeOf(about: Entry): AgentKnowledge | undefined;
}

/** How an app says that objects which seem to conflict belong to different clusters. */
export const OTHER_CLUSTER = 'If they belong to different clusters, make each cluster a child of a FleetApp, or call '
  + 'TargetCluster.configure on each chart.';
