import type { Taint } from '../placement/taints';

/** The container runtime that the kubelet of a platform uses. */
export interface ContainerRuntime {
  readonly program: 'containerd' | 'CRI-O';
  /** The directory of its socket: the socket is made again at each restart. */
  readonly directory: string;
  readonly socket: string;
}

/** What admission of a platform takes of pods. */
export interface AdmissionLimits {
  /** Who refuses the rest. */
  readonly by: string;
  /** Host paths at or below these may be mounted, read-only. */
  readonly readOnlyHostPaths: readonly string[];
  /** Capabilities that a container may add. */
  readonly capabilities: readonly string[];
  /** Namespaces in which nobody may make objects. */
  readonly closedNamespaces: readonly string[];
  /** What to do instead. */
  readonly instead: string;
}

/** A path that nodes of a platform do not have, and what to use instead. */
export interface AbsentPath {
  readonly path: string;
  readonly why: string;
  readonly instead: string;
}

/** A port of the host network that the platform itself takes on every node. */
export interface TakenPort {
  readonly port: number;
  readonly by: string;
}

/** A Pod Security level that the API server enforces where a namespace has no label. */
export interface DefaultPodSecurity {
  readonly level: 'baseline' | 'restricted';
  readonly exemptNamespaces: readonly string[];
}

/** Nodes of a platform that are no machines of the cluster's own, by the labels that tell them. */
export interface VirtualNodeLabels {
  /** Values of `eks.amazonaws.com/compute-type`. */
  readonly eksComputeTypes: readonly string[];
  /** Values of `type`. */
  readonly nodeTypes: readonly string[];
}

/**
 * What is known of the nodes of a platform and of what its clusters admit. A fact that nobody is sure of is absent: then the agent is
 * written as it is for an unknown platform.
 */
export interface PlatformFacts {
  /** As the command spells it: `eks-bottlerocket`. */
  readonly id: string;
  readonly name: string;
  readonly operatingSystem: 'linux' | 'windows';
  /** The id of the platform that nodes of the other operating system in the same clusters have. */
  readonly otherSystem?: string;
  /** The root directory of the kubelet. */
  readonly kubeletDirectory: string;
  readonly containerRuntime?: ContainerRuntime;
  /** Where the kubelet and the runtime write, or link to, the logs of containers. */
  readonly containerLogs?: readonly string[];
  /** Log files that root alone may open: the group of root may not. */
  readonly logFilesOfRootAlone?: boolean;
  readonly cniBinaries?: string;
  readonly cniConfiguration?: string;
  /** The id of a system whose root cannot be written: a key of `NODE_SYSTEMS`. */
  readonly nodeSystem?: string;
  /** Directories that can be written, where the rest cannot and the system is none of `NODE_SYSTEMS`. */
  readonly writableDirectories?: readonly string[];
  /** The SELinux type of containers that may connect to privileged ones, on nodes that enforce SELinux. */
  readonly seLinuxType?: string;
  /** Whether SELinux keeps confined containers from the files of the node too. */
  readonly seLinuxGuardsHostFiles?: boolean;
  /** Whether pods are admitted by SecurityContextConstraints. */
  readonly securityContextConstraints?: boolean;
  readonly admission?: AdmissionLimits;
  /** Capabilities that no process of a node can have, privileged or not. */
  readonly missingCapabilities?: readonly string[];
  /** What to do instead of using these capabilities. */
  readonly insteadOfCapabilities?: string;
  readonly podSecurity?: DefaultPodSecurity;
  /** Whether critical priority classes need a ResourceQuota outside kube-system. */
  readonly criticalPriorityNeedsQuota?: boolean;
  /** The virtual nodes that its clusters can have; where nothing is known, any. */
  readonly virtualNodes?: VirtualNodeLabels;
  readonly absentPaths?: readonly AbsentPath[];
  readonly takenPorts?: readonly TakenPort[];
  /** Taints that nodes of the control plane have unless they are set up otherwise. */
  readonly controlPlaneTaints?: readonly Taint[];
  /** Labels by which nodes of the platform are known. */
  readonly labels?: readonly string[];
  /** An address at which every node reaches the API server before the network of the pods is up. */
  readonly nodeApiEndpoint?: string;
}

/** Facts that a reader can look up. */
export type SourcedFact = Exclude<keyof PlatformFacts, 'id' | 'name' | 'operatingSystem' | 'otherSystem' | 'insteadOfCapabilities'
  | 'seLinuxGuardsHostFiles' | 'writableDirectories'>;

/** A row of the table: what is known, and where each fact comes from. */
export interface PlatformRow {
  readonly facts: PlatformFacts;
  /** In Markdown, by fact. Each fact of the row has one (test/cluster/platforms/platforms.test.ts). */
  readonly sources: { readonly [fact in SourcedFact]?: string };
}
