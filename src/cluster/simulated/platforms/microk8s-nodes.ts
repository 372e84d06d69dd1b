import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels } from '../well-known';

/**
 * What the nodes of MicroK8s look like. Roles are labels of its own: a selector by `node-role.kubernetes.io/control-plane` finds none. What
 * pods may take of them is not known here.
 */
export abstract class Microk8sNodes {
  /**
   * A node with the control plane. It has no taint: workloads run there too.
   *
   * Source: `microk8s-resources/default-args/kubelet` of canonical/microk8s.
   */
  public static controlPlane(): SimulatedNode {
    return NODES.one('microk8s-control-plane');
  }

  /**
   * A node that joined with `--worker`.
   *
   * Source: MicroK8s, "Create a multi-node cluster".
   */
  public static worker(): SimulatedNode {
    return NODES.one('microk8s-worker');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ Microk8sNodes });

const LINUX = { ...kubeletLabels('linux', 'amd64'), 'microk8s.io/cluster': 'true' };

const NODES = catalogue({
  'microk8s-control-plane': { labels: { ...LINUX, 'node.kubernetes.io/microk8s-controlplane': 'microk8s-controlplane' } },
  'microk8s-worker': { labels: { ...LINUX, 'node.kubernetes.io/microk8s-worker': 'microk8s-worker' } },
});
