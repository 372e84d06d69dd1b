import { ContainerSecurity } from '../../agent/container/container-security';
import { HttpProbeOptions } from '../../agent/container/probe';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import type { TargetCluster } from '../../agent/target-cluster';
import { AlertRules } from '../../presets/alert-rules';
import { MetricsEndpoint } from '../../presets/metrics-endpoint';
import { Preset } from '../../presets/preset';

/** One kind of exporter. A further kind is a folder with one of these, and a factory of `Exporter`. */
export interface ExporterProgram {
  /** All of it that does not depend on where it runs. */
  readonly preset: Preset;
  /** The port that the project is known by. */
  readonly port: number;
  /** The path that answers as long as the exporter lives, and costs nothing. */
  readonly healthPath: string;
  /** How long its first answer may take, where that is longer than liveness would wait. */
  readonly startup?: HttpProbeOptions;
  /** Where the metrics are, if not at `/metrics`. */
  readonly metricsPath?: string;
  /** What its metrics need of a monitor. */
  readonly monitor?: MetricsEndpoint['monitor'];
  /** The alerts about it. */
  readonly alerts: AlertRules;
  /** Kinds of MetricsProtection that it cannot have, each with the reason. */
  readonly unprotectable?: ReadonlyMap<string, string>;
  /** Its arguments for one place, and what they take of the pod. */
  configure(place: ExporterPlace): ConfiguredExporter;
}

/** Where an exporter is to run. */
export interface ExporterPlace {
  readonly cluster: TargetCluster;
  /** The port that is scraped. */
  readonly port: number;
  /** What it listens on, as Go reads it: `:9100`, `127.0.0.1:9101`. */
  readonly listenAddress: string;
  /** The web configuration of the exporter toolkit, where one is mounted. */
  readonly webConfigFile?: string;
  /** The rights that the user chose, if any. */
  readonly security?: ContainerSecurity;
  /** Arguments that are laid over those of the program. */
  readonly args: readonly string[];
}

/** An exporter for one place. */
export interface ConfiguredExporter extends IAgentFeature {
  readonly args: string[];
}
