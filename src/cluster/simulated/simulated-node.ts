import type { NodeAllocatable } from './node-allocatable';
import {
  addTaints, cordoned, inCondition, labelled, Labels, nodeManifest, NodeShape, renamed, sized, tainted, taintsOf,
} from './node-manifest';
import type { NodePressure } from './node-pressure';
import { changedRoom, ORDINARY_ROOM } from './node-room';
import { NodeTaint } from './node-taint';
import { readNodeManifest, readNodeManifests } from './read-node-manifest';
import type { SimulatedNodeOptions } from './simulated-node-options';
import { CONTROL_PLANE_LABELS, CONTROL_PLANE_TAINT, kubeletLabels } from './well-known';
import { fail } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireLabels } from '../../private/metadata';
import { requireName } from '../../private/names';
import type { Wire } from '../../private/wire';

/**
 * A node that exists nowhere: what tests ask their questions about. It never changes; every method that changes something returns another
 * node.
 *
 * What the nodes of a provider look like is in EksNodes, GkeNodes, AksNodes, OpenShiftNodes, K3sNodes, Rke2Nodes, K0sNodes, Microk8sNodes,
 * TalosNodes, KubeadmNodes and KindNodes.
 */
export class SimulatedNode {
  /**
   * A Ready Linux node with nothing special: the labels that every kubelet sets, and no taint.
   *
   * @param name `linux`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static linux(name: string = 'linux', options: SimulatedNodeOptions = {}): SimulatedNode {
    return SimulatedNode.made(name, { labels: kubeletLabels('linux', 'amd64') }, options);
  }

  /**
   * A Linux node with 64-bit Arm processors.
   *
   * @param name `arm64`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static arm64(name: string = 'arm64', options: SimulatedNodeOptions = {}): SimulatedNode {
    return SimulatedNode.made(name, { labels: kubeletLabels('linux', 'arm64') }, options);
  }

  /**
   * A node with Windows Server 2022.
   *
   * @param name `windows`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static windows(name: string = 'windows', options: SimulatedNodeOptions = {}): SimulatedNode {
    return SimulatedNode.made(name, { labels: kubeletLabels('windows', 'amd64') }, options);
  }

  /**
   * A node of the control plane, labelled and tainted as kubeadm does it (`cmd/kubeadm/app/constants/constants.go` of Kubernetes). Others
   * differ: the servers of K3s have no taint, and the taint of OpenShift has another key.
   *
   * @param name `control-plane`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static controlPlane(name: string = 'control-plane', options: SimulatedNodeOptions = {}): SimulatedNode {
    const labels = { ...kubeletLabels('linux', 'amd64'), ...CONTROL_PLANE_LABELS };
    return SimulatedNode.made(name, { labels, taints: [CONTROL_PLANE_TAINT] }, options);
  }

  /**
   * A node with one NVIDIA GPU, the label of GPU Feature Discovery, and the taint that Kubernetes advises for special hardware ("Taints and
   * Tolerations"): the name of the resource as its key. Pods that ask for the resource tolerate it by themselves where the admission plugin
   * ExtendedResourceToleration is on; agents do not ask.
   *
   * @param name `gpu`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static gpu(name: string = 'gpu', options: SimulatedNodeOptions = {}): SimulatedNode {
    return SimulatedNode.made(name, {
      labels: { ...kubeletLabels('linux', 'amd64'), 'nvidia.com/gpu.present': 'true' },
      taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
      allocatable: { ...ORDINARY_ROOM, 'nvidia.com/gpu': '1' },
    }, options);
  }

  /**
   * A node that is no machine: virtual-kubelet hands its pods to a service, so that an agent that is placed here waits for ever. It has the
   * labels that virtual-kubelet sets (`node/nodeutil/controller.go` of virtual-kubelet/virtual-kubelet) and the one of the operating
   * system, which its providers add, but none for the architecture. The value of the taint is the name of the provider.
   *
   * @param name `virtual-kubelet`, unless given
   * @throws invalid-name, invalid-label, invalid-quantity
   */
  public static virtualKubelet(name: string = 'virtual-kubelet', options: SimulatedNodeOptions = {}): SimulatedNode {
    return SimulatedNode.made(name, {
      labels: { 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/os': 'linux', 'kubernetes.io/role': 'agent', 'type': 'virtual-kubelet' },
      taints: [{ key: 'virtual-kubelet.io/provider', value: 'mock', effect: 'NoSchedule' }],
    }, options);
  }

  /**
   * A node of a real cluster: an item of `kubectl get nodes -o json`. All of it is kept.
   *
   * @throws invalid-field, invalid-name, invalid-label
   */
  public static fromManifest(manifest: any): SimulatedNode {
    return new SimulatedNode(readNodeManifest(manifest));
  }

  /**
   * The nodes of a real cluster: what `kubectl get nodes -o json` prints, or a list of nodes.
   *
   * @throws invalid-field, invalid-name, invalid-label
   */
  public static fromManifests(list: any): SimulatedNode[] {
    return readNodeManifests(list).map(manifest => new SimulatedNode(manifest));
  }

  /** @internal */
  public static _of(name: string, shape: NodeShape): SimulatedNode {
    return new SimulatedNode(nodeManifest(name, shape));
  }

  private static made(name: string, shape: NodeShape, { labels = {}, taints = [], allocatable = {} }: SimulatedNodeOptions): SimulatedNode {
    return SimulatedNode._of(requireNodeName(name), shape).withLabels(labels).withTaints(taints).withAllocatable(allocatable);
  }

  private constructor(private readonly manifest: Wire) {}

  /** What the node is called. */
  public get name(): string {
    return this.manifest.metadata.name;
  }

  /** The labels of the node. */
  public get labels(): { [key: string]: string } {
    return { ...this.ownLabels };
  }

  /** The taints of the node, those of its state among them. */
  public get taints(): NodeTaint[] {
    return taintsOf(this.manifest).map(taint => NodeTaint._of(taint));
  }

  /**
   * The same node under another name. The label `kubernetes.io/hostname` follows.
   *
   * @throws invalid-name
   */
  public named(name: string): SimulatedNode {
    return new SimulatedNode(renamed(this.manifest, requireNodeName(name)));
  }

  /**
   * A fleet: as many nodes of this kind, named `name-1`, `name-2` and so on.
   *
   * @throws wrong-option
   */
  public times(count: number): SimulatedNode[] {
    if (!Number.isInteger(count) || count < 0) {
      fail({
        code: 'wrong-option', what: 'a fleet has a whole number of nodes', given: String(count), allowed: 'at least 0', fix: 'round it',
      });
    }
    return Array.from({ length: count }, (_, index) => this.named(`${this.name}-${index + 1}`));
  }

  /**
   * Adds labels. The same key is replaced.
   *
   * @throws invalid-label
   */
  public withLabels(labels: { [key: string]: string }): SimulatedNode {
    requireLabels(labels);
    return new SimulatedNode(labelled(this.manifest, { ...this.ownLabels, ...labels }));
  }

  /** The node without a label. */
  public withoutLabel(key: string): SimulatedNode {
    return new SimulatedNode(labelled(
      this.manifest, Object.fromEntries(Object.entries(this.ownLabels).filter(([known]) => known !== key)),
    ));
  }

  /** Adds a taint. One of the same key and effect is replaced. */
  public withTaint(taint: NodeTaint): SimulatedNode {
    return this.withTaints([taint]);
  }

  /** The node without any taint of a key, whatever its value and effect. */
  public withoutTaint(key: string): SimulatedNode {
    return new SimulatedNode(tainted(this.manifest, taintsOf(this.manifest).filter(taint => taint.key !== key)));
  }

  /**
   * Changes what pods may take of the node.
   *
   * @throws invalid-quantity
   */
  public withAllocatable(allocatable: NodeAllocatable): SimulatedNode {
    return new SimulatedNode(sized(this.manifest, changedRoom(this.manifest.status?.allocatable ?? ORDINARY_ROOM, allocatable)));
  }

  /**
   * The node after `kubectl cordon`: unschedulable, with the taint that says so. Every DaemonSet tolerates it.
   */
  public cordoned(): SimulatedNode {
    return new SimulatedNode(cordoned(this.manifest));
  }

  /**
   * The node while its kubelet reports that it is not ready. It has the taint `node.kubernetes.io/not-ready` twice, with NoSchedule and
   * with NoExecute, and the tolerations of every DaemonSet cover NoExecute only: an agent without a toleration of its own is not started
   * here.
   */
  public notReady(): SimulatedNode {
    return this.inReadiness({ Ready: 'False' });
  }

  /**
   * The node after its kubelet has stopped to answer: nothing is known of it any more, and it has the taint
   * `node.kubernetes.io/unreachable` twice, with NoSchedule and with NoExecute.
   */
  public unreachable(): SimulatedNode {
    return this.inReadiness({ DiskPressure: 'Unknown', MemoryPressure: 'Unknown', PIDPressure: 'Unknown', Ready: 'Unknown' });
  }

  /**
   * The node as a kubelet registers it in a cluster with a cloud controller manager: not ready, and with the taint
   * `node.cloudprovider.kubernetes.io/uninitialized` until that manager has seen it.
   */
  public uninitialized(): SimulatedNode {
    return this.notReady().withTaint(NodeTaint.noSchedule('node.cloudprovider.kubernetes.io/uninitialized', 'true'));
  }

  /**
   * The node before its network is set up. Only agents on the host network tolerate the taint by themselves.
   */
  public withoutNetwork(): SimulatedNode {
    return new SimulatedNode(inCondition(this.manifest, { NetworkUnavailable: 'True' }));
  }

  /**
   * The node while it is short of something. Every DaemonSet tolerates the taint, but the kubelet turns pods away.
   */
  public underPressure(pressure: NodePressure): SimulatedNode {
    return new SimulatedNode(inCondition(this.manifest, { [pressure]: 'True' }));
  }

  /** The node as a v1 Node, in the spelling of the Kubernetes API. */
  public toManifest(): any {
    return structuredClone(this.manifest);
  }

  /** The name, so that tests can print the node. */
  public toString(): string {
    return this.name;
  }

  private get ownLabels(): Labels {
    return this.manifest.metadata.labels ?? {};
  }

  private withTaints(taints: readonly NodeTaint[]): SimulatedNode {
    const added = taints.map(({ key, value, effect }) => ({ key, ...value !== undefined && { value }, effect }));
    return new SimulatedNode(addTaints(this.manifest, added));
  }

  private inReadiness(conditions: Labels): SimulatedNode {
    const { manifest } = this.withoutTaint('node.kubernetes.io/not-ready').withoutTaint('node.kubernetes.io/unreachable');
    return new SimulatedNode(inCondition(manifest, conditions));
  }
}

guardClass({ SimulatedNode });

function requireNodeName(name: string): string {
  return requireName(name, 'dns-subdomain', 'the name of the node');
}
