import { HttpProbeOptions } from '../../agent/container/probe';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { MetricsEndpoint } from '../../presets/metrics-endpoint';

/** Where an exporter listens, before anything guards it. */
export interface Listener {
  /** What is served there: the name of the port. Absent means metrics. */
  readonly name?: string;
  readonly port: number;
  /** Whether it is open on every address, and not only on that of the pod. */
  readonly onEveryAddress: boolean;
  readonly healthPath: string;
  readonly onHostNetwork: boolean;
  /** How long the first answer may take, where that is longer than liveness would wait. */
  readonly startup?: HttpProbeOptions;
}

/** How the metrics are guarded: what follows for the exporter, for its pod (ports, probes, files, containers), and for the scraper. */
export interface Guard extends MetricsEndpoint, IAgentFeature {
  /** What the exporter listens on. */
  readonly listenAddress: string;
  /** The web configuration of the exporter, where there is one. */
  readonly webConfigFile?: string;
}
