import { ExporterProgram } from './exporter-program';
import { AgentService } from '../../agent/companions/agent-service';
import { Port } from '../../agent/container/port';
import { Priority } from '../../agent/priority';
import type { TargetCluster } from '../../agent/target-cluster';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { METRICS_DEFAULTS } from '../defaults';
import type { MetricsExporterProps } from '../metrics-exporter-props';
import { MetricsProtection } from '../metrics-protection';

/** An exporter, what guards its metrics, and what finds them. */
export function exporterPreset(
  program: ExporterProgram, props: MetricsExporterProps, cluster: TargetCluster,
): { preset: Preset; port: Port } {
  const { preset } = program;
  const guard = (props.protection ?? MetricsProtection[valueOf(METRICS_DEFAULTS.protection, cluster)]())._guard({
    port: props.port ?? program.port,
    onEveryAddress: props.listenOnEveryAddress ?? valueOf(METRICS_DEFAULTS.listenOnEveryAddress, cluster),
    healthPath: program.healthPath,
    onHostNetwork: [...preset.hostNamespaces ?? [], ...props.hostNamespaces ?? []].some(shared => shared.field === 'hostNetwork'),
  });
  const exporter = program.configure({
    cluster,
    listenAddress: guard.listenAddress,
    webConfigFile: guard.webConfigFile,
    security: props.securityContext,
    args: props.args ?? [],
  });
  const scraping = props.scraping ?? MetricsScraping[valueOf(METRICS_DEFAULTS.scraping, cluster)]();
  return {
    port: guard.port,
    preset: {
      ...preset,
      container: { ...preset.container, args: exporter.args },
      agent: {
        priority: Priority[valueOf(METRICS_DEFAULTS.priority, cluster)](),
        services: valueOf(METRICS_DEFAULTS.hasService, cluster) ? [AgentService.headless([guard.port])] : [],
        ...preset.agent,
      },
      features: [exporter, guard, { contribute: plan => scraping._contribute(plan, guard) }, ...preset.features ?? []],
    },
  };
}
