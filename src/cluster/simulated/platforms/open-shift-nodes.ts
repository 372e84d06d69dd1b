import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels } from '../well-known';

/**
 * What the nodes of OpenShift look like.
 *
 * Machines have 4 processors, 16 GiB of memory and a disk of 100 GiB. What is reserved is in
 * `templates/common/_base/files/kubelet-auto-sizing.yaml` of openshift/machine-config-operator; eviction keeps what the kubelet keeps
 * unless configured otherwise.
 */
export abstract class OpenShiftNodes {
  /**
   * A node of the control plane. Its taint has the old key, `node-role.kubernetes.io/master`, which a toleration for the control plane of
   * other clusters does not cover; its labels have both.
   *
   * Source: `templates/master/01-master-kubelet/_base/units/kubelet.service.yaml` of openshift/machine-config-operator.
   */
  public static controlPlane(): SimulatedNode {
    return NODES.one('openshift-control-plane');
  }

  /**
   * A worker.
   *
   * Source: `templates/worker/01-worker-kubelet/_base/units/kubelet.service.yaml` of openshift/machine-config-operator.
   */
  public static worker(): SimulatedNode {
    return NODES.one('openshift-worker');
  }

  /**
   * An infrastructure node, which is a worker too, tainted as Red Hat advises.
   *
   * Source: `modules/binding-infra-node-workloads-using-taints-tolerations.adoc` of openshift/openshift-docs.
   */
  public static infra(): SimulatedNode {
    return NODES.one('openshift-infra');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ OpenShiftNodes });

const LINUX = { ...kubeletLabels('linux', 'amd64'), 'node.openshift.io/os_id': 'rhel' };
const WORKER = { ...LINUX, 'node-role.kubernetes.io/worker': '' };

/** 500m of processor, 1Gi of memory and 1Gi of disk are reserved on every node. */
const ROOM = { 'cpu': '3500m', 'ephemeral-storage': '89Gi', 'memory': '15260Mi', 'pods': '250' };

const NODES = catalogue({
  'openshift-control-plane': {
    labels: { ...LINUX, 'node-role.kubernetes.io/control-plane': '', 'node-role.kubernetes.io/master': '' },
    taints: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'openshift-worker': { labels: WORKER, allocatable: ROOM },
  'openshift-infra': {
    labels: { ...WORKER, 'node-role.kubernetes.io/infra': '' },
    taints: [{ key: 'node-role.kubernetes.io/infra', value: 'reserved', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
});
