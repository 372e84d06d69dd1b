import { HealthMonitorOptions } from './health-monitor-options';

/**
 * Where a component answers.
 */
export interface ComponentHealthOptions extends HealthMonitorOptions {
  /**
   * The port of its `/healthz`.
   *
   * @default - 10248 for the kubelet, 10256 for kube-proxy
   */
  readonly port?: number;
}
