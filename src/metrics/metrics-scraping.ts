import { Guard } from './protection/guard';
import { PrometheusMonitor, PrometheusMonitorOptions } from '../agent/companions/prometheus-monitor';
import { AgentPlan } from '../agent/plan/agent-plan';
import { withDefaults } from '../private/defaults';
import { ours, Problem } from '../private/problem';

/**
 * How the Prometheus Operator finds the exporter. Scheme, token and port follow from the protection; what you give wins.
 */
export class MetricsScraping {
  /** By the exporter's Service. Classic Endpoints end at 1,000 addresses: beyond that choose `podMonitor`, or a Prometheus that reads EndpointSlices. */
  public static serviceMonitor(options: PrometheusMonitorOptions = {}): MetricsScraping {
    return new MetricsScraping('ServiceMonitor', options);
  }

  /** By its pods, however many. It cannot send the token that kube-rbac-proxy asks for. */
  public static podMonitor(options: PrometheusMonitorOptions = {}): MetricsScraping {
    return new MetricsScraping('PodMonitor', options);
  }

  /** No object is written: Prometheus finds the exporter in another way, or the Operator is not installed. */
  public static none(): MetricsScraping {
    return new MetricsScraping('none', {});
  }

  private constructor(
    /** `ServiceMonitor`, `PodMonitor` or `none`. */
    public readonly kind: string,
    private readonly options: PrometheusMonitorOptions,
  ) {}

  /** @internal */
  public _contribute(plan: AgentPlan, guard: Guard): void {
    const problem = this.problemOf(guard);
    const monitor = problem === undefined ? this.monitorOf(guard) : undefined;
    if (problem !== undefined) {plan.addError(ours(problem));}
    if (monitor !== undefined) {plan.addMonitor(monitor);}
  }

  private monitorOf(guard: Guard): PrometheusMonitor | undefined {
    const options = withDefaults(this.options, { insecureHttps: guard.insecureHttps });
    switch (this.kind) {
      case 'ServiceMonitor': return PrometheusMonitor.serviceMonitor(guard.port, withDefaults(options, { bearerToken: guard.bearerToken }));
      case 'PodMonitor': return PrometheusMonitor.podMonitor(guard.port, options);
      default: return undefined;
    }
  }

  private problemOf(guard: Guard): Problem | undefined {
    if (this.kind === 'none' || this.bringsCredentials) {return undefined;}
    if (this.kind === 'PodMonitor' && guard.bearerToken) {
      return {
        code: 'invalid-monitor',
        what: 'kube-rbac-proxy asks for a token, and a PodMonitor cannot send the one of Prometheus',
        given: 'MetricsScraping.podMonitor',
        allowed: 'MetricsScraping.serviceMonitor, or a PodMonitor with `endpointOverrides`, or with `scrapeClass` in its `overrides`',
        fix: "use MetricsScraping.serviceMonitor; beyond 1,000 nodes give it overrides: { serviceDiscoveryRole: 'EndpointSlice' }",
      };
    }
    return guard.asksFor === undefined ? undefined : {
      code: 'invalid-monitor',
      what: `the exporter asks for ${guard.asksFor}, and the ${this.kind} brings none`,
      given: '`clientCaKey` of MetricsProtection.tls',
      fix: 'name it under `tlsConfig` in the `endpointOverrides` of the monitor, or leave `clientCaKey` out',
    };
  }

  private get bringsCredentials(): boolean {
    return this.options.endpointOverrides !== undefined || ['endpoints', 'podMetricsEndpoints', 'scrapeClass'].some(field => field in (this.options.overrides ?? {}));
  }
}
