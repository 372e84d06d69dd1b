import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { CONTROL_PLANE_LABELS, CONTROL_PLANE_TAINT, kubeletLabels } from '../well-known';

/**
 * What the nodes of Talos Linux look like.
 *
 * Machines have 4 processors, 16 GiB of memory and a disk of 100 GiB. What is reserved is in `pkg/machinery/constants/constants.go` of
 * siderolabs/talos; eviction keeps what the kubelet keeps unless configured otherwise.
 */
export abstract class TalosNodes {
  /**
   * A node of the control plane.
   *
   * Source: `pkg/machinery/config/generate/kubernetes.go` of siderolabs/talos.
   */
  public static controlPlane(): SimulatedNode {
    return NODES.one('talos-control-plane');
  }

  /**
   * A worker: Talos adds no label and no taint.
   *
   * Source: `pkg/machinery/config/generate/kubernetes.go` of siderolabs/talos.
   */
  public static worker(): SimulatedNode {
    return NODES.one('talos-worker');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ TalosNodes });

const LINUX = kubeletLabels('linux', 'amd64');

/** 50m of processor and 256Mi of disk are reserved on every node; the memory differs. */
const ROOM = { 'cpu': '3950m', 'ephemeral-storage': '91904Mi', 'pods': '110' };

const NODES = catalogue({
  'talos-control-plane': {
    labels: { ...LINUX, ...CONTROL_PLANE_LABELS },
    taints: [CONTROL_PLANE_TAINT],
    allocatable: { ...ROOM, memory: '15772Mi' },
  },
  'talos-worker': { labels: LINUX, allocatable: { ...ROOM, memory: '15900Mi' } },
});
