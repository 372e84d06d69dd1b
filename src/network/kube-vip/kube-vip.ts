import { Construct } from 'constructs';
import { KubeVipParts, kubeVipParts } from './kube-vip-preset';
import { KubeVipProps } from './kube-vip-props';
import { Port } from '../../agent/container/port';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * kube-vip 1.2: an address for the API servers of a control plane without a load balancer in front of it, and addresses of Services of the
 * type LoadBalancer.
 *
 *     new KubeVip(chart, 'kube-vip', { address: '192.0.2.10' });
 *
 * A cluster whose API server is reached by this address from the beginning needs kube-vip as a static pod on its first node:
 * `docs/guides/load-balancers.md`.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { KubeVip } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new KubeVip(chart, 'kube-vip', { address: '192.0.2.10', announceServices: true });
 */
export class KubeVip extends NodeAgent {
  /**
   * @throws unknown-network-version
   * @throws invalid-network-option
   */
  public constructor(scope: Construct, id: string, props: KubeVipProps = {}) {
    const entrance = enter('KubeVip', scope, id, props, new.target !== KubeVip);
    const cluster = TargetCluster.of(scope);
    // without the options of kube-vip itself it would have nothing to announce, which was reported
    super(scope, id, latePreset('KubeVip', entrance, given => kubeVipParts(given, cluster), { announceServices: true }));
  }

  /** The port of the metrics. */
  public get metricsPort(): Port {
    return (this._sharedParts as KubeVipParts).metrics;
  }
}

guardClass({ KubeVip });
