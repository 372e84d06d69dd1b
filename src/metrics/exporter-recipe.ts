import { ContainerSecurity } from '../agent/container/container-security';
import { Resources } from '../agent/container/resources';
import { HostNamespace } from '../agent/host-namespace';
import { NodeCoverage } from '../agent/nodes/node-coverage';
import { AgentPlan } from '../agent/plan/agent-plan';
import type { TargetCluster } from '../agent/target-cluster';

/** Where an exporter is to run: what a recipe is told. */
export interface ExporterSite {
  readonly cluster: TargetCluster;
  /** What it listens on, as Go reads it: `:9100`, `127.0.0.1:9101`. */
  readonly listenAddress: string;
  /** The web configuration of the exporter toolkit, where one is mounted. */
  readonly webConfigFile?: string;
  /** The rights that the user chose, if any. */
  readonly security?: ContainerSecurity;
  /** Arguments that are laid over those of the recipe. */
  readonly args: readonly string[];
}

/** An exporter for one site. */
export interface PreparedExporter {
  readonly args: string[];
  /** Adds what it needs of its pod. */
  contribute(plan: AgentPlan): void;
}

/** How one kind of exporter is run. A new kind is a new recipe; nothing else changes. */
export interface ExporterRecipe {
  /** The program, as it calls itself: the label `app.kubernetes.io/name` and the name of the container. */
  readonly application: string;
  readonly image: string;
  /** The port that the project is known by. */
  readonly port: number;
  /** The path that answers as long as the exporter lives, and costs nothing. */
  readonly healthPath: string;
  readonly nodes: NodeCoverage;
  readonly hostNamespaces: readonly HostNamespace[];
  readonly resources: Resources;
  readonly security: ContainerSecurity;
  prepare(site: ExporterSite): PreparedExporter;
}
