import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels, placeLabels, typeLabels } from '../well-known';

/**
 * What the nodes of Azure Kubernetes Service look like.
 *
 * The labels are those of "Use labels in an Azure Kubernetes Service (AKS) cluster", together with the deprecated spellings that nodes
 * still have. Machines have 4 processors and 16 GiB of memory, and are in a cluster with Azure CNI Overlay. What pods may take of them
 * follows from "Node resource reservations in Azure Kubernetes Service (AKS)" and, for 250 pods a node, "Concepts - IP address planning";
 * real machines report a few percent less memory than they are sold with.
 */
export abstract class AksNodes {
  /**
   * A Standard_D4s_v5 of a system node pool that is closed to workloads, as Azure advises. AKS itself sets the label alone: `withoutTaint`
   * takes the taint away.
   *
   * Source: "Use System Node Pools in Azure Kubernetes Service (AKS)".
   */
  public static systemPool(): SimulatedNode {
    return NODES.one('aks-system-pool');
  }

  /**
   * A Standard_D4s_v5 of a user node pool.
   *
   * Source: "Use System Node Pools in Azure Kubernetes Service (AKS)".
   */
  public static userPool(): SimulatedNode {
    return NODES.one('aks-user-pool');
  }

  /**
   * A Spot VM.
   *
   * Source: "Add an Azure Spot node pool to an Azure Kubernetes Service (AKS) cluster".
   */
  public static spot(): SimulatedNode {
    return NODES.one('aks-spot');
  }

  /**
   * A Standard_NC4as_T4_v3 with one NVIDIA T4 and 28 GiB of memory, tainted as Azure advises: AKS itself sets no taint.
   *
   * Source: "Use GPUs on Azure Kubernetes Service (AKS)".
   */
  public static gpu(): SimulatedNode {
    return NODES.one('aks-gpu');
  }

  /**
   * A Standard_D4ps_v5 with Arm processors. AKS sets no taint.
   *
   * Source: "Use Arm64 Virtual Machines in Azure Kubernetes Service (AKS) for cost effectiveness".
   */
  public static arm64(): SimulatedNode {
    return NODES.one('aks-arm64');
  }

  /**
   * A Standard_D4s_v5 with Windows Server 2022. AKS sets no taint. What pods may take of it is not known here.
   *
   * Source: "Upgrade the Operating System (OS) Version for your Azure Kubernetes Service (AKS) Windows Workloads", for the label.
   */
  public static windows(): SimulatedNode {
    return NODES.one('aks-windows');
  }

  /**
   * A virtual node: pods become Azure Container Instances, so that no agent works there. It has no label for the architecture.
   *
   * Sources: "Create virtual nodes in Azure Kubernetes Service (AKS) using Azure CLI"; `pkg/provider/vk_node.go` and
   * `cmd/virtual-kubelet/main.go` of virtual-kubelet/azure-aci.
   */
  public static virtualNode(): SimulatedNode {
    return NODES.one('aks-virtual-node');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ AksNodes });

const LINUX = { ...kubeletLabels('linux', 'amd64'), 'kubernetes.azure.com/os-sku': 'Ubuntu' };
const ARM64 = { ...kubeletLabels('linux', 'arm64'), 'kubernetes.azure.com/os-sku': 'Ubuntu' };
const WINDOWS = { ...kubeletLabels('windows', 'amd64'), 'kubernetes.azure.com/os-sku': 'Windows2022' };
const GPU = { 'accelerator': 'nvidia', 'kubernetes.azure.com/accelerator': 'nvidia' };
const SPOT = { 'kubernetes.azure.com/priority': 'spot', 'kubernetes.azure.com/scalesetpriority': 'spot' };

/**
 * Reserved are 140m of processor and a quarter of the memory, which is less than 20Mi a pod; eviction keeps 100Mi and a tenth of 128 GB of
 * disk.
 */
const ROOM = { 'cpu': '3860m', 'ephemeral-storage': '119703055367', 'memory': '12188Mi', 'pods': '250' };

const NODES = catalogue({
  'aks-system-pool': {
    labels: { ...LINUX, ...pool('systempool', 'Standard_D4s_v5', 'system') },
    taints: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'aks-user-pool': { labels: { ...LINUX, ...pool('userpool', 'Standard_D4s_v5') }, allocatable: ROOM },
  'aks-spot': {
    labels: { ...LINUX, ...pool('spotpool', 'Standard_D4s_v5'), ...SPOT },
    taints: [{ key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }],
    allocatable: ROOM,
  },
  'aks-gpu': {
    labels: { ...LINUX, ...pool('gpunp', 'Standard_NC4as_T4_v3'), ...GPU },
    taints: [{ key: 'sku', value: 'gpu', effect: 'NoSchedule' }],
    // of 28Gi, 20Mi for each of 250 pods and 50Mi are less than a quarter
    allocatable: { ...ROOM, 'memory': '23522Mi', 'nvidia.com/gpu': '1' },
  },
  'aks-arm64': { labels: { ...ARM64, ...pool('armpool', 'Standard_D4ps_v5') }, allocatable: ROOM },
  'aks-windows': { labels: { ...WINDOWS, ...pool('npwin', 'Standard_D4s_v5') } },
  'aks-virtual-node': {
    labels: {
      'alpha.service-controller.kubernetes.io/exclude-balancer': 'true',
      'beta.kubernetes.io/os': 'linux',
      'kubernetes.azure.com/managed': 'false',
      'kubernetes.io/os': 'linux',
      'kubernetes.io/role': 'agent',
      'node.kubernetes.io/exclude-from-external-load-balancers': 'true',
      'type': 'virtual-kubelet',
    },
    taints: [{ key: 'virtual-kubelet.io/provider', value: 'azure', effect: 'NoSchedule' }],
    allocatable: { cpu: '10k', memory: '4Ti', pods: '5k' },
  },
});

/** What AKS says of every node of a pool, and what Azure says of the machine. */
function pool(name: string, size: string, mode: 'system' | 'user' = 'user'): { readonly [key: string]: string } {
  return {
    ...placeLabels('westeurope', '0'),
    ...typeLabels(size),
    'agentpool': name,
    'kubernetes.azure.com/agentpool': name,
    'kubernetes.azure.com/cluster': 'MC_group_cluster_westeurope',
    'kubernetes.azure.com/mode': mode,
    'kubernetes.azure.com/nodepool-type': 'VirtualMachineScaleSets',
    'kubernetes.azure.com/role': 'agent',
  };
}
