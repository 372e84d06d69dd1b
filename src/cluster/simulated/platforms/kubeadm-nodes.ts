import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { CONTROL_PLANE_LABELS, CONTROL_PLANE_TAINT, kubeletLabels } from '../well-known';

/**
 * What the nodes of a cluster look like that kubeadm made.
 *
 * Machines have 4 processors, 16 GiB of memory and a disk of 100 GiB. Nothing is reserved by default; eviction keeps 100Mi of
 * memory and a tenth of the disk ("Reserve Compute Resources for System Daemons" and "Node-pressure Eviction" of the Kubernetes
 * documentation).
 */
export abstract class KubeadmNodes {
  /**
   * A node of the control plane.
   *
   * Source: `cmd/kubeadm/app/phases/markcontrolplane/markcontrolplane.go` of Kubernetes.
   */
  public static controlPlane(): SimulatedNode {
    return NODES.one('kubeadm-control-plane');
  }

  /**
   * Every other node: kubeadm adds no label and no taint.
   *
   * Source: `pkg/kubelet/kubelet_node_status.go` of Kubernetes.
   */
  public static worker(): SimulatedNode {
    return NODES.one('kubeadm-worker');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ KubeadmNodes });

const LINUX = kubeletLabels('linux', 'amd64');
const ROOM = { 'cpu': '4', 'ephemeral-storage': '90Gi', 'memory': '16284Mi', 'pods': '110' };

const NODES = catalogue({
  'kubeadm-control-plane': {
    labels: { ...LINUX, ...CONTROL_PLANE_LABELS },
    taints: [CONTROL_PLANE_TAINT],
    allocatable: ROOM,
  },
  'kubeadm-worker': { labels: LINUX, allocatable: ROOM },
});
