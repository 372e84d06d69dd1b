import { Construct } from 'constructs';
import { Cni } from './cni';
import { CniPluginProps } from './cni-plugin-props';
import { cniPreset } from './private/cni-preset';
import { siblingProps, siblingsOf } from './private/cni-siblings';
import { ClusterAgent } from '../agent/cluster-agent';
import { NodeAgent } from '../agent/node-agent';
import { TargetCluster } from '../agent/target-cluster';
import { latePreset, PresetParts } from '../presets/late-preset';
import { agentProps } from '../presets/preset';
import { enter } from '../private/doors/entrance';
import { guardClass } from '../private/doors/guard-class';

/**
 * The CNI plugin of a cluster: a DaemonSet that installs the plugin on each node, writes its configuration, and makes pods of all nodes
 * reach each other.
 *
 *     new CniPlugin(chart, 'flannel', { network: Cni.flannel() });
 *
 * A cluster has one. It tolerates the taints of nodes that are not ready, because a node becomes ready when its CNI plugin runs.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { Cni, CniPlugin } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new CniPlugin(chart, 'calico', { network: Cni.calico({ typhaReplicas: 3 }) });
 */
export class CniPlugin extends NodeAgent {
  /** The network. */
  public readonly network: Cni;
  /** The workloads that belong to it. */
  private readonly others: Array<ClusterAgent | NodeAgent>;

  public constructor(scope: Construct, id: string, props: CniPluginProps) {
    const entrance = enter('CniPlugin', scope, id, props, new.target !== CniPlugin);
    const cluster = TargetCluster.of(scope);
    // plain JavaScript can leave the network out, which is an error of its own
    const standIn = Cni.flannel();
    const network = entrance.props.network ?? standIn;
    super(scope, id, latePreset('CniPlugin', entrance, given => partsOf({ ...given, network: given.network ?? standIn }, cluster, id)));
    this.network = network;
    this.others = siblingsOf(network._program, entrance.props, cluster, id).map(sibling => {
      // what is wrong with the props is reported by the plugin itself
      const own = { props: { ...entrance.props, name: this.name }, findings: [] };
      const made = latePreset(`CniPlugin ${sibling.suffix}`, own, given => ({
        props: siblingProps(sibling, network._program, given, cluster, id),
      }), {}, 'WorkloadOptions');
      return sibling.isOnEveryNode ? new NodeAgent(this, sibling.suffix, made) : new ClusterAgent(this, sibling.suffix, made);
    });
  }

  /** The names of all workloads, that of the DaemonSet first. */
  public get workloadNames(): string[] {
    return [this.name, ...this.others.map(({ name }) => name)];
  }
}

guardClass({ CniPlugin });

function partsOf(given: CniPluginProps, cluster: TargetCluster, id: string): PresetParts {
  const { env: _, ...others } = given;
  return { props: agentProps(cniPreset(given.network._program, given, cluster, id), others) };
}
