import { configured } from './cni-preset';
import type { CniProgram, CniSibling } from './cni-program';
import { networkNodes, withoutMemoryLimit } from './network-preset';
import type { TargetCluster } from '../../agent/target-cluster';
import { agentProps } from '../../presets/preset';
import { attempting } from '../../private/doors/entrance';
import type { CniPluginProps } from '../cni-plugin-props';

/** The workloads that belong to a CNI plugin; none where the whole is refused, which the plugin itself reports. */
export function siblingsOf(program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string): readonly CniSibling[] {
  return attempting([], () => configured(program, given, cluster, id).siblings ?? [], () => []);
}

/**
 * One of them as an agent. It rolls when the configuration of the plugin changes: agents and their controllers of different configurations
 * have broken networks.
 */
export function siblingProps(
  { suffix, preset, isOnEveryNode }: CniSibling, program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string,
): ReturnType<typeof agentProps> {
  const { agentName, namespace, container, install, files = [] } = configured(program, given, cluster, id);
  const { labels, annotations, imagePullSecrets, nodes, rollout, priority } = given;
  // every configuration that a pod of the plugin reads, so that a change of one rolls all of them
  const variables = Object.entries(container.env ?? {}).map(([name, { text }]) => `${name}=${text ?? ''}`).join('\n');
  const contents = [() => variables, ...install.map(step => () => step._configuration), ...files.map(file => () => file.content ?? '')];
  return agentProps({
    ...preset,
    agent: { ...isOnEveryNode && { nodes: networkNodes(cluster) }, ...preset.agent, name: `${agentName}-${suffix}`, namespace },
    features: [
      ...preset.features ?? [], { contribute: withoutMemoryLimit }, { contribute: plan => contents.forEach(text => plan.rollOn({ text })) },
    ],
  }, { labels, annotations, imagePullSecrets, ...isOnEveryNode && { nodes, rollout, priority } });
}
