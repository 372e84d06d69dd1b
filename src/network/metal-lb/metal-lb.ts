import { Construct } from 'constructs';
import { controllerPreset } from './controller';
import { MetalLbProps } from './metal-lb-props';
import { metalLbSettings } from './metal-lb-settings';
import { speakerPreset } from './speaker';
import { ClusterAgent } from '../../agent/cluster-agent';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { agentProps } from '../../presets/preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * MetalLB 0.16: gives Services of the type LoadBalancer addresses, and announces these by ARP and NDP or by BGP. A DaemonSet of speakers,
 * and a Deployment, the controller.
 *
 *     new MetalLb(chart, 'metallb');
 *
 * Its custom resource definitions are not part of it and come first; which addresses there are, and how they are announced, say objects of
 * these kinds that you write: `docs/guides/load-balancers.md`. A cluster has one MetalLB, because the name of its webhook is fixed.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { MetalLb } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new MetalLb(chart, 'metallb');
 */
export class MetalLb extends NodeAgent {
  /** The Deployment that gives Services their addresses. */
  public readonly controller: ClusterAgent;

  /**
   * @throws unknown-network-version
   * @throws invalid-network-option
   */
  public constructor(scope: Construct, id: string, props: MetalLbProps = {}) {
    const entrance = enter('MetalLb', scope, id, props, new.target !== MetalLb);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('MetalLb', entrance, given => {
      const { env: _, apiServer: _server, ...others } = given;
      return { props: agentProps(speakerPreset(given, metalLbSettings(given, given.name ?? id, cluster), cluster), others) };
    }));
    const { labels, annotations, imagePullSecrets } = entrance.props;
    // what is wrong with the props is reported by the speaker
    const own = { props: { ...entrance.props, name: this.name }, findings: [] };
    this.controller = new ClusterAgent(this, 'controller', latePreset('MetalLb controller', own, given => ({
      props: agentProps(controllerPreset(given, metalLbSettings(given, this.name, cluster), `${this.name}-controller`, cluster), {
        labels, annotations, imagePullSecrets,
      }),
    }), {}, 'WorkloadOptions'));
  }
}

guardClass({ MetalLb });
