import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels, typeLabels } from '../well-known';

/**
 * What the nodes of K3s look like.
 *
 * Machines have 4 processors, 16 GiB of memory and a disk of 100 GiB. Nothing is reserved; eviction keeps a twentieth of the disk, and no
 * memory (`pkg/daemons/agent/agent.go` of k3s-io/k3s). The labels of roles have the value `true`, where kubeadm leaves it empty.
 */
export abstract class K3sNodes {
  /**
   * A server. It has no taint: workloads run there too. Up to Kubernetes 1.33 it has the label `node-role.kubernetes.io/master` as well.
   *
   * Sources: `pkg/server/server.go` and `pkg/util/labels.go` of k3s-io/k3s; K3s, "High Availability External DB".
   */
  public static server(): SimulatedNode {
    return NODES.one('k3s-server');
  }

  /**
   * A server that is closed to workloads as K3s advises. The taint has the effect NoExecute: a toleration of NoSchedule is not enough.
   *
   * Source: K3s, "High Availability External DB".
   */
  public static dedicatedServer(): SimulatedNode {
    return NODES.one('k3s-dedicated-server');
  }

  /**
   * An agent: a node without the control plane.
   *
   * Source: K3s, "Architecture".
   */
  public static agent(): SimulatedNode {
    return NODES.one('k3s-agent');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ K3sNodes });

/** The cloud controller manager that K3s brings calls every machine by this type. */
const LINUX = { ...kubeletLabels('linux', 'amd64'), ...typeLabels('k3s') };
const SERVER = { ...LINUX, 'node-role.kubernetes.io/control-plane': 'true' };
const ROOM = { 'cpu': '4', 'ephemeral-storage': '95Gi', 'memory': '16Gi', 'pods': '110' };

const NODES = catalogue({
  'k3s-server': { labels: SERVER, allocatable: ROOM },
  'k3s-dedicated-server': {
    labels: SERVER, taints: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NoExecute' }], allocatable: ROOM,
  },
  'k3s-agent': { labels: LINUX, allocatable: ROOM },
});
