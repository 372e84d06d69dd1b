import { ExporterRecipe } from './exporter-recipe';
import type { MetricsExporterProps } from './metrics-exporter-props';
import { MetricsProtection } from './metrics-protection';
import { MetricsScraping } from './metrics-scraping';
import { AgentIdentity } from '../agent/agent-identity';
import { AgentService } from '../agent/companions/agent-service';
import { Port } from '../agent/container/port';
import { HostNamespace } from '../agent/host-namespace';
import type { NodeAgentProps } from '../agent/node-agent-props';
import { Priority } from '../agent/priority';
import type { TargetCluster } from '../agent/target-cluster';

/** An exporter as an agent: the recipe, the guard before it and the user's own words, the last of which win. */
export function assembleExporter(recipe: ExporterRecipe, props: MetricsExporterProps, cluster: TargetCluster): { props: NodeAgentProps; port: Port } {
  const hostNamespaces = withoutRepetition([...recipe.hostNamespaces, ...props.hostNamespaces ?? []]);
  const guard = (props.protection ?? MetricsProtection.none())._guard({
    port: props.port ?? recipe.port,
    onEveryAddress: props.listenOnEveryAddress ?? false,
    healthPath: recipe.healthPath,
    onHostNetwork: hostNamespaces.some(shared => shared.field === 'hostNetwork'),
  });
  const exporter = recipe.prepare({
    cluster,
    listenAddress: guard.listenAddress,
    webConfigFile: guard.webConfigFile,
    security: props.securityContext,
    args: props.args ?? [],
  });
  const scraping = props.scraping ?? MetricsScraping.none();
  return {
    port: guard.port,
    props: {
      ...props,
      image: recipe.image,
      containerName: recipe.application,
      identity: props.identity ?? AgentIdentity.standard(recipe.application),
      nodes: props.nodes ?? recipe.nodes,
      priority: props.priority ?? Priority.systemNodeCritical(),
      hostNamespaces,
      services: props.services ?? [AgentService.headless([guard.port])],
      args: exporter.args,
      resources: props.resources ?? recipe.resources,
      securityContext: props.securityContext ?? recipe.security,
      overrides: props.containerOverrides,
      features: [exporter, guard, { contribute: plan => scraping._contribute(plan, guard) }, ...props.features ?? []],
    },
  };
}

function withoutRepetition(hostNamespaces: HostNamespace[]): HostNamespace[] {
  return hostNamespaces.filter((shared, at) => hostNamespaces.findIndex(other => other.field === shared.field) === at);
}
