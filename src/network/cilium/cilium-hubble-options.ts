import type { CiliumCertificates } from './cilium-certificates';
import type { MetricsScraping } from '../../presets/metrics-scraping';

/**
 * The metrics of Hubble.
 */
export interface CiliumHubbleMetricsOptions {
  /**
   * Which metrics, as Hubble writes them, with their options: `dns:query`, `drop`, `tcp`, `flow`, `port-distribution`, `icmp`,
   * `httpV2:exemplars=true`.
   */
  readonly enabled: string[];

  /**
   * The port on which each node serves them, on every address.
   *
   * @default 9965
   */
  readonly port?: number;

  /**
   * Whether they are served in the format of OpenMetrics.
   *
   * @default false
   */
  readonly openMetrics?: boolean;

  /**
   * Serves them over TLS with this certificate.
   *
   * @default - they are served as plain text
   */
  readonly certificates?: CiliumCertificates;

  /**
   * How the Prometheus Operator finds them.
   *
   * @default MetricsScraping.none() - its custom resource definitions may not be there
   */
  readonly scraping?: MetricsScraping;
}

/**
 * Hubble in the agents: what they record of the traffic of their node. Relay and UI are separate programs and not part of it:
 * `docs/guides/cilium.md`.
 */
export interface CiliumHubbleOptions {
  /**
   * The port of the node on which Hubble Relay reads flows, on every address. Needs `certificates`.
   *
   * @default - flows are read through the socket in the pod alone: `kubectl exec ds/cilium -- hubble observe`
   */
  readonly listenPort?: number;

  /**
   * The certificate of that port.
   *
   * @default - none: a `listenPort` without it is an error
   */
  readonly certificates?: CiliumCertificates;

  /**
   * Metrics of flows.
   *
   * @default - flows are not measured
   */
  readonly metrics?: CiliumHubbleMetricsOptions;

  /**
   * How many flows each agent keeps in memory: a power of two minus one, from 1 to 65535.
   *
   * @default - 4095, that of the agent
   */
  readonly eventBufferCapacity?: number;

  /**
   * Whether URL queries, user names in URLs and header values are removed from HTTP flows.
   *
   * @default false
   */
  readonly redactHttp?: boolean;
}
