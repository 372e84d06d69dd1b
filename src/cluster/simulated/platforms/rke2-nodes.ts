import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels, typeLabels } from '../well-known';

/**
 * What the nodes of RKE2 look like. It is built from the sources of K3s: labels of roles have the value `true`. What pods may take of them
 * is not known here.
 */
export abstract class Rke2Nodes {
  /**
   * A server with all roles. It has no taint: workloads run there too.
   *
   * Sources: RKE2, "Managing Server Roles"; `pkg/util/labels.go` of k3s-io/k3s.
   */
  public static server(): SimulatedNode {
    return NODES.one('rke2-server');
  }

  /**
   * An agent: a node without the control plane.
   *
   * Source: RKE2, "Architecture".
   */
  public static agent(): SimulatedNode {
    return NODES.one('rke2-agent');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ Rke2Nodes });

const LINUX = { ...kubeletLabels('linux', 'amd64'), ...typeLabels('rke2') };

const NODES = catalogue({
  'rke2-server': { labels: { ...LINUX, 'node-role.kubernetes.io/control-plane': 'true', 'node-role.kubernetes.io/etcd': 'true' } },
  'rke2-agent': { labels: LINUX },
});
