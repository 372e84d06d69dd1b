import { Construct } from 'constructs';
import { multusParts } from './multus-preset';
import { MultusProps } from './multus-props';
import { NodeAgent } from '../../agent/node-agent';
import { TargetCluster } from '../../agent/target-cluster';
import { latePreset } from '../../presets/late-preset';
import { enter } from '../../private/doors/entrance';
import { guardClass } from '../../private/doors/guard-class';

/**
 * Multus, with its daemon (the thick plugin): gives pods more network interfaces than the one of the CNI plugin of the cluster, which it
 * calls. It is no CNI plugin of its own.
 *
 *     new Multus(chart, 'multus');
 *
 * The custom resource definition `network-attachment-definitions.k8s.cni.cncf.io` is not part of it and comes first. Where Cilium is the
 * CNI plugin, it needs `exclusive: false`.
 *
 * @example
 * import { Chart } from 'cdk8s';
 * import { Multus } from 'cdk8s-node-agents';
 *
 * declare const chart: Chart;
 * new Multus(chart, 'multus');
 */
export class Multus extends NodeAgent {
  public constructor(scope: Construct, id: string, props: MultusProps = {}) {
    const entrance = enter('Multus', scope, id, props, new.target !== Multus);
    const cluster = TargetCluster.of(scope);
    super(scope, id, latePreset('Multus', entrance, given => multusParts(given, cluster)));
  }
}

guardClass({ Multus });
