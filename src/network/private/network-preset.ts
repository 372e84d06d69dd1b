import { BeforeNetwork } from './before-network';
import { Dns } from '../../agent/dns';
import { HostNamespace } from '../../agent/host-namespace';
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
}

/** What all agents of the network have in common: they run before the network does, on every node, and no pod may evict them. */
export function networkPreset({ preset, hostNetwork }: NetworkProgram, cluster: TargetCluster): Preset {
  return {
    ...preset,
    agent: {
      namespace: valueOf(NETWORK_DEFAULTS.namespace, cluster),
      priority: Priority[valueOf(NETWORK_DEFAULTS.priority, cluster)](),
      dns: Dns[valueOf(NETWORK_DEFAULTS.dns, cluster)](),
      ...preset.agent,
    },
    hostNamespaces: [HostNamespace.network(hostNetwork), ...preset.hostNamespaces ?? []],
    features: [...preset.features ?? [], { contribute: withoutMemoryLimit }, new BeforeNetwork(preset.application)],
  };
}

/** A limit that a busy day exceeds would take the network of the node away, just then. */
export function withoutMemoryLimit(plan: AgentPlan): void {
  plan.acknowledge({
    id: 'missing-memory-limit', reason: 'an agent of the network that is killed takes the network of its node with it', container: plan.container.name,
  });
}
