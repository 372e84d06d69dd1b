import { BeforeNetwork, requireLinux } from './before-network';
import { Dns } from '../../agent/dns';
import { HostNamespace } from '../../agent/host-namespace';
import { NodeCoverage, NodeCoverageOptions } from '../../agent/nodes/node-coverage';
import { VirtualNodes } from '../../agent/nodes/virtual-nodes';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { Priority } from '../../agent/priority';
import type { TargetCluster } from '../../agent/target-cluster';
import { Preset } from '../../presets/preset';
import { valueOf } from '../../private/default-row';
import { NETWORK_DEFAULTS } from '../defaults';

/** An agent that a node needs for its network. */
export interface NetworkProgram {
  readonly preset: Preset;
  /** What it does on the network of the node: the reason for host networking. */
  readonly hostNetwork: string;
  /** Whether it can wait until the network of the node works. */
  readonly afterNetwork?: boolean;
}

/**
 * What all agents of the network have in common: they run on every node, most of them before its network works, and no pod may evict them.
 */
export function networkPreset({ preset, hostNetwork, afterNetwork = false }: NetworkProgram, cluster: TargetCluster): Preset {
  return {
    ...preset,
    agent: {
      namespace: valueOf(NETWORK_DEFAULTS.namespace, cluster),
      priority: Priority[valueOf(NETWORK_DEFAULTS.priority, cluster)](),
      dns: Dns[valueOf(NETWORK_DEFAULTS.dns, cluster)](),
      ...!afterNetwork && { nodes: networkNodes(cluster) },
      ...preset.agent,
    },
    hostNamespaces: [HostNamespace.network(hostNetwork), ...preset.hostNamespaces ?? []],
    features: [
      ...preset.features ?? [],
      { contribute: withoutMemoryLimit },
      afterNetwork ? { contribute: plan => requireLinux(plan, preset.application) } : new BeforeNetwork(preset.application),
    ],
  };
}

/** The nodes whose network the cluster makes itself, with all taints tolerated unless it says otherwise. */
export function networkNodes(cluster: TargetCluster, options: NodeCoverageOptions = {}): NodeCoverage {
  return NodeCoverage.linux({ virtualNodes: VirtualNodes.excluded(valueOf(NETWORK_DEFAULTS.virtualNodes, cluster)), ...options });
}

/** A limit that a busy day exceeds would take the network of the node away, just then. */
export function withoutMemoryLimit(plan: AgentPlan): void {
  plan.acknowledge({
    id: 'missing-memory-limit', reason: 'an agent of the network that is killed takes the network of its node with it',
    container: plan.container.name,
  });
}
