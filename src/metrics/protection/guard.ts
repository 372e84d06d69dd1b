import { Port } from '../../agent/container/port';
import { AgentPlan } from '../../agent/plan/agent-plan';

/** The way from the scraper to the exporter, before anything guards it. */
export interface Door {
  readonly port: number;
  /** Whether it is open on every address, and not only on that of the pod. */
  readonly onEveryAddress: boolean;
  readonly healthPath: string;
  readonly onHostNetwork: boolean;
}

/** How the metrics are guarded: what follows from it for the exporter, for its pod, and for the scraper. */
export interface Guard {
  /** The port that is scraped. */
  readonly port: Port;
  /** What the exporter listens on. */
  readonly listenAddress: string;
  /** The web configuration of the exporter, where there is one. */
  readonly webConfigFile?: string;
  /** Whether the scraper speaks TLS, without being able to verify the certificate. */
  readonly insecureHttps: boolean;
  /** Whether the scraper sends its token. */
  readonly bearerToken: boolean;
  /** What the scraper must bring that a monitor does not have by itself. */
  readonly asksFor?: string;
  /** Adds ports, probes, files and containers. */
  contribute(plan: AgentPlan): void;
}
