import { Construct } from 'constructs';
import { KubeProxyParts, kubeProxyParts } from './kube-proxy-preset';
import { KubeProxyProps } from './kube-proxy-props';
import { Port } from '../../agent/container/port';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * kube-proxy: makes Services work on every node, unless the CNI plugin does.
 *
 *     new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'api.example.com' }, clusterCidrs: ['10.244.0.0/16'] });
 *
 * Managed clusters and k3s bring their own. The one of kubeadm has the same name and other labels: `docs/guides/network.md` tells how to
 * take it over.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { KubeProxy } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new KubeProxy(chart, 'kube-proxy', { apiServer: { host: 'api.example.com' } });
 */
export class KubeProxy extends NodeAgent {
  public constructor(scope: Construct, id: string, props: KubeProxyProps = {}) {
    const entrance = enter('KubeProxy', scope, id, props, new.target !== KubeProxy);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('KubeProxy', entrance, given => kubeProxyParts(given, cluster)));
  }

  /** The port of the metrics. */
  public get metricsPort(): Port {
    return (this._sharedParts as KubeProxyParts).metrics;
  }
}

guardClass({ KubeProxy });
