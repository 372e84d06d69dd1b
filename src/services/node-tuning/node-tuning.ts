import { Construct } from 'constructs';
import { NodeTuningProps } from './node-tuning-props';
import { Sysctl } from './sysctl';
import { tuningPreset } from './tuning-preset';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { agentProps } from '../../presets/preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Kernel parameters of nodes.
 *
 *     new NodeTuning(chart, 'node-tuning', { sysctls: [Sysctl.maxMapCount(262144), Sysctl.inotifyInstances(8192)] });
 *
 * An init container writes them, reads them back, and ends. A DaemonSet starts pods again that end, so a container that does nothing stays:
 * the pod of a node that joins or starts again sets them there, and a change of the values sets them everywhere. Nothing sets them again in
 * between, since that would hide who else changes them, and nothing sets them back: when the agent is removed, the values stay until the
 * node starts again. The log of the init container has the values from before.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { NodeTuning, Sysctl } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new NodeTuning(chart, 'tuning', { sysctls: [Sysctl.maxMapCount(262144)] });
 */
export class NodeTuning extends NodeAgent {
  public constructor(scope: Construct, id: string, props: NodeTuningProps) {
    const entrance = enter('NodeTuning', scope, id, props, new.target !== NodeTuning);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('NodeTuning', entrance, given => {
      const { sysctls, image, pauseImage, setterSecurityContext, setterResources, ...others } = given;
      return { props: agentProps(tuningPreset(given, cluster), others) };
    }, { sysctls: [Sysctl.maxMapCount(65530)] }));
  }
}

guardClass({ NodeTuning });
