import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { CONTROL_PLANE_LABELS, CONTROL_PLANE_TAINT, kubeletLabels } from '../well-known';

/**
 * What the nodes of kind (Kubernetes in Docker) look like.
 *
 * All of them share one machine, here with 4 processors, 16 GiB of memory and a disk of 100 GiB, and each offers the whole of it: kind
 * reserves nothing and switches eviction off (`pkg/cluster/internal/kubeadm/config.go` of kubernetes-sigs/kind).
 */
export abstract class KindNodes {
  /**
   * The node of the control plane where the cluster has others.
   *
   * Source: `pkg/cluster/internal/create/actions/kubeadminit/init.go` of kubernetes-sigs/kind, which leaves what kubeadm does.
   */
  public static controlPlane(): SimulatedNode {
    return NODES.one('kind-control-plane');
  }

  /**
   * A worker.
   *
   * Source: as for `controlPlane`.
   */
  public static worker(): SimulatedNode {
    return NODES.one('kind-worker');
  }

  /**
   * The only node of a cluster, which is what `kind create cluster` makes: kind takes the taint away. A test on it says nothing of
   * tolerations.
   *
   * Source: as for `controlPlane`.
   */
  public static onlyNode(): SimulatedNode {
    return NODES.one('kind-only-node');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ KindNodes });

const LINUX = kubeletLabels('linux', 'amd64');
const ROOM = { 'cpu': '4', 'ephemeral-storage': '100Gi', 'memory': '16Gi', 'pods': '110' };

const NODES = catalogue({
  'kind-control-plane': {
    labels: { ...LINUX, ...CONTROL_PLANE_LABELS },
    taints: [CONTROL_PLANE_TAINT],
    allocatable: ROOM,
  },
  'kind-worker': { labels: LINUX, allocatable: ROOM },
  'kind-only-node': { labels: { ...LINUX, 'node-role.kubernetes.io/control-plane': '' }, allocatable: ROOM },
});
