import { Construct } from 'constructs';
import { nodeLocalDnsParts, NodeLocalDnsParts } from './node-local-dns-preset';
import { NodeLocalDnsProps } from './node-local-dns-props';
import { Port } from '../../agent/container/port';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * A DNS cache on every node (NodeLocal DNSCache). Pods ask the cache on their own node; it forwards what it does not know over TCP, which
 * spares entries of connection tracking and the packet losses that come with them.
 *
 *     new NodeLocalDns(chart, 'node-local-dns', { namespace: 'kube-system', clusterDnsAddress: '10.96.0.10' });
 *
 * The chart or `namespace` must be that of the DNS of the cluster, which is `kube-system`: a Service for it is made next to the cache, and
 * Services select pods of their own namespace only.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { NodeLocalDns } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new NodeLocalDns(chart, 'node-local-dns', { clusterDnsAddress: '10.96.0.10' });
 */
export class NodeLocalDns extends NodeAgent {
  public constructor(scope: Construct, id: string, props: NodeLocalDnsProps = {}) {
    const entrance = enter('NodeLocalDns', scope, id, props, new.target !== NodeLocalDns);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('NodeLocalDns', entrance, given => nodeLocalDnsParts(given, cluster, given.name ?? id)));
  }

  /** The addresses of the cache on each node. */
  public get addresses(): string[] {
    return [...this.parts.addresses];
  }

  /** The port of the metrics of CoreDNS. */
  public get metricsPort(): Port {
    return this.parts.metrics;
  }

  private get parts(): NodeLocalDnsParts {
    return this._sharedParts as NodeLocalDnsParts;
  }
}

guardClass({ NodeLocalDns });
