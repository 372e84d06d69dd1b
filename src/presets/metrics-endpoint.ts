import type { PrometheusMonitorOptions } from '../agent/companions/prometheus-monitor';
import type { Port } from '../agent/container/port';

/** Where the metrics of an agent are, and what a scraper has to bring. */
export interface MetricsEndpoint {
  readonly port: Port;
  /** Where it is not `/metrics`. */
  readonly path?: string;
  /** Whether the scraper speaks TLS, without being able to verify the certificate. */
  readonly insecureHttps?: boolean;
  /** Whether the scraper sends its token. */
  readonly bearerToken?: boolean;
  /** What the endpoint needs of its monitor; lists of the user are added. */
  readonly monitor?: Pick<PrometheusMonitorOptions, 'nodeLabels' | 'honorLabels' | 'relabelings' | 'metricRelabelings'>;
  /** What the scraper must bring that a monitor does not have by itself. */
  readonly asksFor?: string;
}
