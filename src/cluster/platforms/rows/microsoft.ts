import { AS_KUBERNETES, OF_KUBERNETES } from './usual';
import type { PlatformRow } from '../platform-facts';

const VIRTUAL = '[virtual nodes](https://learn.microsoft.com/azure/aks/virtual-nodes-cli), `cmd/virtual-kubelet/main.go` of '
  + 'virtual-kubelet/azure-aci';
const LABELS = '[node labels](https://learn.microsoft.com/azure/aks/use-labels)';

const FACTS = {
  virtualNodes: { eksComputeTypes: [], nodeTypes: ['virtual-kubelet'] }, labels: ['kubernetes.azure.com/agentpool'],
} as const;

/** Azure Kubernetes Service. */
export const MICROSOFT: readonly PlatformRow[] = [
  {
    facts: {
      ...AS_KUBERNETES, ...FACTS, id: 'aks', otherSystem: 'aks-windows', name: 'Azure Kubernetes Service with Ubuntu or Azure Linux',
    },
    sources: { ...OF_KUBERNETES, virtualNodes: VIRTUAL, labels: LABELS },
  },
  {
    facts: {
      ...FACTS, id: 'aks-windows', otherSystem: 'aks', name: 'Azure Kubernetes Service with Windows Server', operatingSystem: 'windows',
      kubeletDirectory: 'C:\\var\\lib\\kubelet',
      containerLogs: ['C:\\var\\log\\containers', 'C:\\var\\log\\pods'],
    },
    sources: {
      virtualNodes: VIRTUAL, labels: LABELS,
      kubeletDirectory: '`deploy/*/csi-*-node-windows.yaml` of kubernetes-sigs/azuredisk-csi-driver and azurefile-csi-driver',
      containerLogs: '[logging architecture](https://kubernetes.io/docs/concepts/cluster-administration/logging/)',
    },
  },
];
