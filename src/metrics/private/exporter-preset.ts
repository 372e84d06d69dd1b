import { ExporterProgram } from './exporter-program';
import { AgentService } from '../../agent/companions/agent-service';
import { Port } from '../../agent/container/port';
import { Priority } from '../../agent/priority';
import type { TargetCluster } from '../../agent/target-cluster';
import { MetricsScraping } from '../../presets/metrics-scraping';
import { Preset } from '../../presets/preset';
import type { MetricsExporterProps } from '../metrics-exporter-props';
import { MetricsProtection } from '../metrics-protection';

/** An exporter, what guards its metrics, and what finds them. */
export function exporterPreset(
  program: ExporterProgram, props: MetricsExporterProps, cluster: TargetCluster,
): { preset: Preset; port: Port } {
  const { preset } = program;
  const guard = (props.protection ?? MetricsProtection.none())._guard({
    port: props.port ?? program.port,
    onEveryAddress: props.listenOnEveryAddress ?? false,
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
  const scraping = props.scraping ?? MetricsScraping.none();
  return {
    port: guard.port,
    preset: {
      ...preset,
      container: { ...preset.container, args: exporter.args },
      agent: {
        // a node is watched for the moment when it runs short, and that is when pods without a class are evicted
        priority: Priority.systemNodeCritical(),
        // names the addresses and costs kube-proxy nothing
        services: [AgentService.headless([guard.port])],
        ...preset.agent,
      },
      features: [exporter, guard, { contribute: plan => scraping._contribute(plan, guard) }, ...preset.features ?? []],
    },
  };
}
