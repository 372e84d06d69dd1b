import { Port } from '../../agent/container/port';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { fail } from '../../private/agent-error';

/** Metrics that everyone may read who reaches their port. */
export interface OpenMetrics {
  /** The program, for messages. */
  readonly program: string;
  readonly metricsPort: number;
  readonly metricsOnEveryAddress: boolean;
  readonly scraping: MetricsScraping;
}

export const LOOPBACK = '127.0.0.1';

/**
 * The port of the metrics, on every address or on that of the node itself.
 *
 * @throws invalid-monitor
 */
export function openMetricsPort({ program, metricsPort, metricsOnEveryAddress, scraping }: OpenMetrics): Port {
  if (scraping.kind !== 'none' && !metricsOnEveryAddress) {
    fail({
      code: 'invalid-monitor', what: `Prometheus cannot reach the metrics of ${program}, which listen on the loopback address of each node`,
      given: scraping.kind,
      allowed: '`metricsOnEveryAddress: true`', fix: 'set it, and keep the port from the outside by the firewall of the nodes',
    });
  }
  return metricsOnEveryAddress ? Port.container('metrics', metricsPort) : Port.host('metrics', metricsPort, { hostIp: LOOPBACK });
}
