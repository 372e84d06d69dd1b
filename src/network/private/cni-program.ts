import type { EnvValue } from '../../agent/container/env-value';
import type { TargetCluster } from '../../agent/target-cluster';
import type { Preset } from '../../presets/preset';
import type { CniInstallStep } from '../cni-install-step';

/** A CNI plugin. A further one is a folder with one of these, and a factory of `Cni`. */
export interface CniProgram {
  /** What the plugin is called: the label `app.kubernetes.io/name`. */
  readonly application: string;
  readonly image: string;
  /** What it does on the network of the node: the reason for host networking. */
  readonly hostNetwork: string;
  /** All of it for one cluster. */
  configure(place: CniPlace): ConfiguredCni;
  /** Refuses variables of the user that the program would ignore, or that contradict its options. They are laid over its own. */
  requireVariables?(given: Variables, own: Variables): void;
}

/** Variables of a container, by name. */
export interface Variables {
  readonly [name: string]: EnvValue;
}

/** Where a CNI plugin is to run. */
export interface CniPlace {
  readonly cluster: TargetCluster;
  readonly agentName: string;
  readonly namespace: string;
  /** Variables that lead every container to the API server. */
  readonly apiServer: { readonly [name: string]: EnvValue };
}

/** A CNI plugin for one cluster. */
export interface ConfiguredCni extends Pick<Preset, 'container' | 'agent' | 'files' | 'features' | 'hostNamespaces'> {
  /** What puts it on the node, in this order. What makes the node ready comes last. */
  readonly install: readonly CniInstallStep[];
  /** Further workloads that belong to it. They are made next to the DaemonSet, and roll when its configuration changes. */
  readonly siblings?: readonly CniSibling[];
}

/** A workload that belongs to a CNI plugin. */
export interface CniSibling {
  /** What its name ends in. */
  readonly suffix: string;
  /** Whether it runs on every node of the plugin, in place of some replicas. */
  readonly isOnEveryNode?: boolean;
  readonly preset: Preset;
}
