import { App, Chart, Testing } from 'cdk8s';
import {
  AgentIdentity, AgentNamespace, HostPath, LogAgent, LogCollector, LogDestination, MetricsExporter, NodeAgent, NodeCoverage,
} from '../../src';
import { SimulatedNode } from '../../src/cluster';

/** What the example of docs/guides/plan.md changes. */
interface Release {
  readonly fluentBit: string;
  readonly hostPaths?: HostPath[];
  readonly application?: string;
}

const RELEASED: Release = { fluentBit: 'fluent/fluent-bit:5.1.0' };

const NEXT: Release = {
  fluentBit: 'fluent/fluent-bit:5.1.1',
  hostPaths: [HostPath.readOnly('/var/lib/node-metrics')],
  application: 'edge-agent',
};

/** The YAML of the release that is in the cluster, and of the next one. */
export const [OLD_YAML, NEW_YAML] = [RELEASED, NEXT].map(yamlOf);

/** Twelve nodes, of which one does not answer. */
export const NODES = {
  apiVersion: 'v1', kind: 'List', items: Array.from({ length: 12 }, (_, index) => nodeOf(`worker-${index + 1}`, index === 11)),
};

function yamlOf({ fluentBit, hostPaths = [], application = 'agent' }: Release): string {
  const chart = new Chart(new App(), 'node-agents', { namespace: 'node-agents' });
  new AgentNamespace(chart, 'namespace');
  new LogAgent(chart, 'logs', {
    collector: LogCollector.fluentBit({ image: fluentBit }), destinations: [LogDestination.loki({ url: 'https://loki.example.com' })],
  });
  new MetricsExporter(chart, 'metrics').container.addHostPaths(...hostPaths);
  new NodeAgent(chart, 'node-agent', {
    image: 'ghcr.io/your-org/agent:1.0.0', identity: AgentIdentity.standard(
      application,
    ), nodes: NodeCoverage.labelled({ nodepool: 'workers' }),
  });
  return Testing.synth(chart).map(object => JSON.stringify(object)).join('\n---\n');
}

function nodeOf(name: string, isDead: boolean): object {
  const node = SimulatedNode.linux(name).withLabels({ nodepool: 'workers' }).withAllocatable({ cpu: '4', memory: '15Gi' });
  return (isDead ? node.unreachable() : node).toManifest();
}
