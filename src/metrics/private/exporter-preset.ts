import { ExporterProgram } from './exporter-program';
import { PooledExporter } from './pooled-exporter';
import { AgentService } from '../../agent/companions/agent-service';
import { Port } from '../../agent/container/port';
import type { IAgentFeature } from '../../agent/plan/agent-feature';
import type { NodePool } from '../../agent/pools/node-pool';
import { Priority } from '../../agent/priority';
import { Rollout } from '../../agent/rollout';
import type { TargetCluster } from '../../agent/target-cluster';
import { MetricsEndpoint } from '../../presets/metrics-endpoint';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';
import { fail } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { METRICS_DEFAULTS } from '../defaults';
import type { MetricsExporterProps } from '../metrics-exporter-props';
import { MetricsProtection } from '../metrics-protection';

/** An exporter, what guards its metrics, and what finds them. */
export interface GuardedExporter {
  readonly preset: Preset;
  readonly port: Port;
  /** The pools of the agent, with the images of their exporters. */
  readonly pools?: NodePool[];
}

export function exporterPreset(program: ExporterProgram, props: MetricsExporterProps, cluster: TargetCluster): GuardedExporter {
  const { preset } = program;
  const guard = protectionOf(program, props, cluster)._guard({
    port: props.port ?? program.port,
    onEveryAddress: props.listenOnEveryAddress ?? valueOf(METRICS_DEFAULTS.listenOnEveryAddress, cluster),
    healthPath: program.healthPath,
    startup: program.startup,
    onHostNetwork: [...preset.hostNamespaces ?? [], ...props.hostNamespaces ?? []].some(shared => shared.field === 'hostNetwork'),
  });
  const exporters = new PooledExporter(program, props, {
    cluster,
    port: guard.port.containerPort,
    listenAddress: guard.listenAddress,
    webConfigFile: guard.webConfigFile,
    security: props.securityContext,
  });
  const scraping = props.scraping ?? MetricsScraping[valueOf(METRICS_DEFAULTS.scraping, cluster)]();
  const endpoint: MetricsEndpoint = { ...guard, path: program.metricsPath, monitor: program.monitor };
  const monitoring: IAgentFeature = {
    contribute: plan => {
      scraping._contribute(plan, endpoint);
      props.alerts?._contribute(plan, program.alerts);
      if (props.scaleDownEviction !== undefined && props.scaleDownEviction !== null) {
        plan.addPodAnnotation('cluster-autoscaler.kubernetes.io/enable-ds-eviction', String(props.scaleDownEviction));
      }
    },
  };
  return {
    port: guard.port,
    pools: exporters.pools,
    preset: {
      ...preset,
      container: { ...preset.container, args: exporters.sharedArgs },
      agent: {
        priority: Priority[valueOf(METRICS_DEFAULTS.priority, cluster)](),
        rollout: Rollout.percent(valueOf(METRICS_DEFAULTS.rollout, cluster)),
        services: valueOf(METRICS_DEFAULTS.hasService, cluster) ? [AgentService.headless([guard.port])] : [],
        ...preset.agent,
      },
      features: [...exporters.features, guard, monitoring, ...preset.features ?? []],
    },
  };
}

/** @throws invalid-protection */
function protectionOf({
  unprotectable, preset,
}: ExporterProgram, { protection }: MetricsExporterProps, cluster: TargetCluster): MetricsProtection {
  const chosen = protection ?? MetricsProtection[valueOf(METRICS_DEFAULTS.protection, cluster)]();
  const why = unprotectable?.get(chosen.kind);
  if (why !== undefined) {
    fail({
      code: 'invalid-protection', what: `the metrics of ${preset.application} cannot be protected in this way: ${why}`,
      given: `MetricsProtection.${chosen.kind}`,
      allowed: ['none', 'kubeRbacProxy', 'tls', 'webConfig'].filter(kind => !unprotectable!.has(kind))
        .map(kind => `MetricsProtection.${kind}`).join(', '),
      fix: 'choose another protection',
    });
  }
  return chosen;
}
