import { configured } from './cni-preset';
import type { CniProgram, CniSibling } from './cni-program';
import { withoutMemoryLimit } from './network-preset';
import type { TargetCluster } from '../../agent/target-cluster';
import { agentProps } from '../../presets/preset';
import { attempting } from '../../private/doors/entrance';
import type { CniPluginProps } from '../cni-plugin-props';

/** The workloads that belong to a CNI plugin; none where the whole is refused, which the plugin itself reports. */
export function siblingsOf(program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string): readonly CniSibling[] {
  return attempting([], () => configured(program, given, cluster, id).siblings ?? [], () => []);
}

/**
 * One of them as an agent. It rolls when the configuration of the plugin changes: agents and their controllers of different configurations have broken networks.
 */
export function siblingProps(
  { suffix, preset }: CniSibling, program: CniProgram, given: Partial<CniPluginProps>, cluster: TargetCluster, id: string,
): ReturnType<typeof agentProps> {
  const { agentName, namespace, container } = configured(program, given, cluster, id);
  const { labels, annotations, imagePullSecrets } = given;
  const variables = Object.entries(container.env ?? {}).map(([name, { text }]) => `${name}=${text ?? ''}`).join('\n');
  return agentProps({
    ...preset,
    agent: { ...preset.agent, name: `${agentName}-${suffix}`, namespace },
    features: [...preset.features ?? [], { contribute: withoutMemoryLimit }, { contribute: plan => plan.rollOn({ text: () => variables }) }],
  }, { labels, annotations, imagePullSecrets });
}
