import { Construct } from 'constructs';
import { collectorPreset, masterPreset, workerPreset } from './feature-programs';
import { NodeFeatureDiscoveryProps } from './node-feature-discovery-props';
import { ClusterAgent } from '../../agent/cluster-agent';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { agentProps, Preset, PresetOptions } from '../../presets/preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Labels about the hardware, the kernel and the operating system of each node, by which agents find the nodes that they are for: a
 * DaemonSet that looks at each node, a Deployment that writes the labels, and one that removes what was known of nodes that are gone.
 *
 * The definitions of NodeFeature and NodeFeatureRule must be in the cluster. They are not written here: whoever deletes them deletes all
 * objects of all namespaces.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { NodeFeatureDiscovery } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new NodeFeatureDiscovery(chart, 'features');
 */
export class NodeFeatureDiscovery extends NodeAgent {
  /** The Deployment that writes the labels. */
  public readonly master: ClusterAgent;
  /** The Deployment that removes what was known of nodes that are gone, where it runs. */
  public readonly garbageCollector?: ClusterAgent;

  public constructor(scope: Construct, id: string, props: NodeFeatureDiscoveryProps = {}) {
    const entrance = enter('NodeFeatureDiscovery', scope, id, props, new.target !== NodeFeatureDiscovery);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('NodeFeatureDiscovery', entrance, given => {
      const { image: _, port: _port, ...others } = given;
      return { props: agentProps(workerPreset(given, cluster), others) };
    }));
    this.master = this.add('master', entrance.props, given => masterPreset(given, cluster));
    if (entrance.props.garbageCollector?.enabled
      ?? true) {this.garbageCollector = this.add('gc', entrance.props, given => collectorPreset(given, cluster));}
  }

  private add(suffix: string, props: NodeFeatureDiscoveryProps, presetOf: (given: NodeFeatureDiscoveryProps) => Preset): ClusterAgent {
    const {
      namespace, priority, imagePullSecrets, labels, annotations, podLabels, podAnnotations, image, port, master, garbageCollector,
    } = props;
    // what is wrong with the props is reported by the worker
    const entrance = {
      props: {
        namespace, priority, imagePullSecrets, labels, annotations, podLabels, podAnnotations, image, port, master, garbageCollector,
        name: `${this.name}-${suffix}`,
      },
      findings: [],
    };
    return new ClusterAgent(this, suffix, latePreset(
      `NodeFeatureDiscovery ${suffix}`, entrance, given => ({ props: agentProps(presetOf(given), ofPods(given)) }), {}, 'WorkloadOptions',
    ));
  }
}

guardClass({ NodeFeatureDiscovery });

/** What is said of all pods, without what is said of the programs. */
function ofPods(given: NodeFeatureDiscoveryProps): PresetOptions {
  const { image: _, port: _port, master: _master, garbageCollector: _collector, nodes: _nodes, rollout: _rollout, ...others } = given;
  return others;
}
