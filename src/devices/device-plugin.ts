import { Construct } from 'constructs';
import { DevicePluginDriver } from './device-plugin-driver';
import { DevicePluginProps } from './device-plugin-props';
import { companionPreset, devicePluginPreset } from './private/device-plugin-preset';
import { Companion } from './private/device-plugin-program';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset } from '../presets/late-preset';
import { agentProps, PresetOptions } from '../presets/preset';
import { fail } from '../private/agent-error';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * A device plugin: a DaemonSet on the nodes that have the devices, which offers them to pods as a resource.
 *
 *     new DevicePlugin(chart, 'gpu', { plugin: DevicePluginDriver.nvidia() });
 *
 * The directory of the kubelet's sockets is mounted as a whole: the kubelet removes all sockets when it restarts, and plugins register
 * again at the new one.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { DevicePlugin, DevicePluginDriver } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new DevicePlugin(chart, 'nvidia', { plugin: DevicePluginDriver.nvidia() });
 */
export class DevicePlugin extends NodeAgent {
  /** The plugin. */
  public readonly plugin: DevicePluginDriver;
  /** The agent that describes the nodes of the plugin, where there is one: GPU Feature Discovery. */
  public readonly featureDiscovery?: NodeAgent;

  public constructor(scope: Construct, id: string, props: DevicePluginProps) {
    const entrance = enter('DevicePlugin', scope, id, props, new.target !== DevicePlugin);
    const cluster = TargetCluster.of(scope);
    // plain JavaScript can leave the plugin out, which is an error of its own
    const plugin = entrance.props.plugin ?? DevicePluginDriver.nvidia();
    const { _program: program } = plugin;
    super(scope, id, latePreset('DevicePlugin', entrance, given => ({
      props: agentProps(devicePluginPreset(program, requireNoSurge(given), cluster), given),
    }), { rollout: undefined }));
    this.plugin = plugin;
    this.featureDiscovery = program.companion && this.addCompanion(program.companion, entrance.props, cluster);
  }

  private addCompanion({ suffix, preset }: Companion, props: DevicePluginProps, cluster: TargetCluster): NodeAgent {
    // what is wrong with the props is reported by the plugin
    const entrance = { props: { ...shared(props), plugin: this.plugin, name: `${this.name}-${suffix}` }, findings: [] };
    return new NodeAgent(this, suffix, latePreset(`DevicePlugin ${suffix}`, entrance, ({ plugin, ...given }) => ({
      props: agentProps(companionPreset(plugin._program, preset, cluster), given),
    })));
  }
}

guardClass({ DevicePlugin });

/** What holds for all pods of a plugin, and not for its own container. */
function shared(props: DevicePluginProps): PresetOptions {
  const { nodes, namespace, priority, rollout, runtimeClassName, imagePullSecrets } = props;
  const { labels, annotations, podLabels, podAnnotations, annotateReasons } = props;
  return {
    nodes, namespace, priority, runtimeClassName, imagePullSecrets, labels, annotations, podLabels, podAnnotations, annotateReasons,
    rollout: rollout?.isSurge ? undefined : rollout,
  };
}

function requireNoSurge(props: DevicePluginProps): DevicePluginProps {
  if (!props.rollout?.isSurge) {return props;}
  fail({
    code: 'rollout-cannot-finish',
    what: 'a device plugin cannot start its new pod while the old one runs',
    given: 'a rollout that surges',
    allowed: 'Rollout.percent, Rollout.count, Rollout.onDelete',
    fix: 'use Rollout.percent(10): the kubelet keeps one plugin for each resource, and when the old one stops after the new one has '
      + 'registered, the node can be left without devices',
  });
}
