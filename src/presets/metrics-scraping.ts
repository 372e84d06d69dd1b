import { MetricsEndpoint } from './metrics-endpoint';
import { PrometheusMonitor, PrometheusMonitorOptions } from '../agent/companions/prometheus-monitor';
import { AgentPlan } from '../agent/plan/agent-plan';
import { guardClass } from '../private/doors/guard-class';
import { Finding, finding } from '../private/finding';
import { withDefaults } from '../private/with-defaults';

/**
 * How the Prometheus Operator finds the metrics of an agent. Port, path, scheme and token follow from the agent; what you give wins.
 */
export class MetricsScraping {
  /**
   * By the agent's Service. Classic Endpoints end at 1,000 addresses: beyond that choose `podMonitor`, or a Prometheus that reads
   * EndpointSlices.
   */
  public static serviceMonitor(options: PrometheusMonitorOptions = {}): MetricsScraping {
    return new MetricsScraping('ServiceMonitor', options, ({ port, bearerToken }, settings) =>
      PrometheusMonitor.serviceMonitor(port, withDefaults(settings, { bearerToken })));
  }

  /** By its pods, however many. It cannot send the token that kube-rbac-proxy asks for. */
  public static podMonitor(options: PrometheusMonitorOptions = {}): MetricsScraping {
    return new MetricsScraping('PodMonitor', options, ({ port }, settings) => PrometheusMonitor.podMonitor(port, settings));
  }

  /** No object is written: Prometheus finds the agent in another way, or the Operator is not installed. */
  public static none(): MetricsScraping {
    return new MetricsScraping('none', {});
  }

  private constructor(
    /** `ServiceMonitor`, `PodMonitor` or `none`. */
    public readonly kind: string,
    private readonly options: PrometheusMonitorOptions,
    private readonly monitorOf?: (endpoint: MetricsEndpoint, options: PrometheusMonitorOptions) => PrometheusMonitor,
  ) {}

  /** @internal */
  public _contribute(plan: AgentPlan, endpoint: MetricsEndpoint): void {
    const problem = this.problemOf(endpoint);
    if (problem !== undefined) {
      plan.addError(problem);
    } else if (this.monitorOf !== undefined) {
      const { path, insecureHttps, monitor: needs = {} } = endpoint;
      const settings = withDefaults(this.options, { ...needs, path, insecureHttps });
      plan.addMonitor(this.monitorOf(endpoint, {
        ...settings,
        relabelings: joined(needs.relabelings, this.options.relabelings),
        metricRelabelings: joined(needs.metricRelabelings, this.options.metricRelabelings),
      }));
    }
  }

  private problemOf({ bearerToken, asksFor }: MetricsEndpoint): Finding | undefined {
    if (this.monitorOf === undefined || this.bringsCredentials) {return undefined;}
    if (this.kind === 'PodMonitor' && bearerToken) {
      return finding({
        code: 'invalid-monitor',
        what: 'the metrics are only for readers that send a token, and a PodMonitor cannot send the one of Prometheus',
        given: 'MetricsScraping.podMonitor',
        allowed: 'MetricsScraping.serviceMonitor, or a PodMonitor with `endpointOverrides`, or with `scrapeClass` in its `overrides`',
        fix: "use MetricsScraping.serviceMonitor; beyond 1,000 nodes give it overrides: { serviceDiscoveryRole: 'EndpointSlice' }",
      });
    }
    return asksFor === undefined ? undefined : finding({
      code: 'invalid-monitor',
      what: `the exporter asks for ${asksFor}, and the ${this.kind} brings none`,
      given: '`clientCaKey` of MetricsProtection.tls',
      fix: 'name it under `tlsConfig` in the `endpointOverrides` of the monitor, or leave `clientCaKey` out',
    });
  }

  private get bringsCredentials(): boolean {
    return this.options.endpointOverrides !== undefined
      || ['endpoints', 'podMetricsEndpoints', 'scrapeClass'].some(field => Object.hasOwn(this.options.overrides ?? {}, field));
  }
}

guardClass({ MetricsScraping });

function joined(own: readonly any[] | undefined, given: readonly any[] | undefined): any[] | undefined {
  return own === undefined && given === undefined ? undefined : [...own ?? [], ...given ?? []];
}
