import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels, placeLabels, typeLabels } from '../well-known';

/**
 * What the nodes of Google Kubernetes Engine look like.
 *
 * Machines have 4 processors and 16 GB of memory. What pods may take of them is what GKE shows for such a node ("About GKE node sizing").
 * The labels of the node pool are those of a node shown in the documentation of Charmed MySQL K8s (canonical/mysql-k8s-operator).
 */
export abstract class GkeNodes {
  /**
   * An e2-standard-4 of a Standard cluster, with Container-Optimized OS.
   *
   * Sources: as for the class.
   */
  public static standard(): SimulatedNode {
    return NODES.one('gke-standard');
  }

  /**
   * A Spot VM, with the taint that node auto-provisioning sets. A node pool that is made by hand has the labels alone: `withoutTaint` takes
   * the taint away.
   *
   * Sources: GKE, "Spot VMs" and "About node auto-provisioning".
   */
  public static spot(): SimulatedNode {
    return NODES.one('gke-spot');
  }

  /**
   * A g2-standard-4 with one NVIDIA L4. GKE sets the taint where the cluster has a node pool without GPUs too.
   *
   * Sources: GKE, "About GPUs in Google Kubernetes Engine"; `test/e2e/framework/node/resource.go` of Kubernetes.
   */
  public static gpu(): SimulatedNode {
    return NODES.one('gke-gpu');
  }

  /**
   * A c4a-standard-4 with Axion processors. GKE sets a taint on every Arm node, so that images for other processors stay away; a
   * t2a-standard-4 differs in its machine type alone.
   *
   * Sources: GKE, "Arm workloads on GKE"; a node of such a pool in the Arm Learning Path on Argo CD.
   */
  public static arm64(): SimulatedNode {
    return NODES.one('gke-arm64');
  }

  /**
   * An e2-standard-4 with GKE Sandbox: pods with the runtime class `gvisor` alone come here, and DaemonSets only with a toleration.
   *
   * Source: GKE, "Harden workload isolation with GKE Sandbox".
   */
  public static sandbox(): SimulatedNode {
    return NODES.one('gke-sandbox');
  }

  /**
   * A node of an Autopilot cluster. Labels and taints tell nothing special; what differs is what Autopilot lets pods do, which nothing here
   * looks at. GKE sizes such nodes by their pods, so that what pods may take of them is not known here.
   *
   * Sources: GKE, "Autopilot overview"; Ahmet Alp Balkan, "Hands-on with GKE Autopilot", for that they are ordinary machines.
   */
  public static autopilot(): SimulatedNode {
    return NODES.one('gke-autopilot');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ GkeNodes });

const PLACE = { ...placeLabels('us-east4', 'us-east4-c'), 'topology.gke.io/zone': 'us-east4-c' };
const AMD64 = kubeletLabels('linux', 'amd64');
const ARM64 = kubeletLabels('linux', 'arm64');

const STANDARD = { 'cloud.google.com/gke-provisioning': 'standard' };
const SPOT = { 'cloud.google.com/gke-provisioning': 'spot', 'cloud.google.com/gke-spot': 'true' };

const ROOM = { 'cpu': '3920m', 'ephemeral-storage': '47060071478', 'memory': '13498416Ki', 'pods': '110' };

const NODES = catalogue({
  'gke-standard': { labels: { ...AMD64, ...pool('default-pool', 'e2-standard-4'), ...STANDARD }, allocatable: ROOM },
  'gke-spot': {
    labels: { ...AMD64, ...pool('spot-pool', 'e2-standard-4'), ...SPOT },
    taints: [{ key: 'cloud.google.com/gke-spot', value: 'true', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'gke-gpu': {
    labels: { ...AMD64, ...pool('gpu-pool', 'g2-standard-4'), ...STANDARD, 'cloud.google.com/gke-accelerator': 'nvidia-l4' },
    taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
    allocatable: { ...ROOM, 'nvidia.com/gpu': '1' },
  },
  'gke-arm64': {
    labels: { ...ARM64, ...pool('arm-pool', 'c4a-standard-4'), ...STANDARD },
    taints: [{ key: 'kubernetes.io/arch', value: 'arm64', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'gke-sandbox': {
    labels: { ...AMD64, ...pool('sandbox-pool', 'e2-standard-4'), ...STANDARD, 'sandbox.gke.io/runtime': 'gvisor' },
    taints: [{ key: 'sandbox.gke.io/runtime', value: 'gvisor', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'gke-autopilot': {
    labels: {
      ...AMD64, ...PLACE, ...STANDARD, 'cloud.google.com/gke-nodepool': 'default-pool', 'cloud.google.com/gke-os-distribution': 'cos',
    },
  },
});

/** What GKE says of every node of a pool, and what Compute Engine says of the machine. */
function pool(name: string, machineType: string): { readonly [key: string]: string } {
  return {
    ...PLACE,
    ...typeLabels(machineType),
    'cloud.google.com/gke-container-runtime': 'containerd',
    'cloud.google.com/gke-cpu-scaling-level': '4',
    'cloud.google.com/gke-max-pods-per-node': '110',
    'cloud.google.com/gke-nodepool': name,
    'cloud.google.com/gke-os-distribution': 'cos',
    'cloud.google.com/machine-family': machineType.split('-')[0],
  };
}
