/** A label by which a node with GPUs is known. */
export interface GpuMark {
  readonly key: string;
  /** Absent where any value will do. */
  readonly values?: readonly string[];
  /** Whether only nodes of EKS Auto Mode have it. */
  readonly eksAutoMode?: boolean;
  /** Who sets it. */
  readonly source?: string;
}

/** A taint that marks nodes with GPUs. */
export interface GpuTaint {
  readonly key: string;
  /** Absent where it has many. */
  readonly value?: string;
  readonly effect?: string;
  readonly source: string;
}

/** The nodes with GPUs of a vendor. */
interface GpuVendor {
  readonly taints: readonly GpuTaint[];
  readonly marks: readonly GpuMark[];
}

/** Key without value, because it is used for other machines as well: the value says that there are GPUs. */
const AZURE: GpuTaint = { key: 'sku', value: 'gpu', effect: 'NoSchedule', source: 'Azure, "Use GPUs on Azure Kubernetes Service (AKS)"' };

const PCI = 'Node Feature Discovery, label sources, PCI: `pci-<class>_<vendor>` by default';

/** What marks the nodes with GPUs of each vendor. */
export const GPU_VENDORS: { readonly [vendor in 'nvidia' | 'amd' | 'intel']: GpuVendor } = {
  nvidia: {
    taints: [{ key: 'nvidia.com/gpu', source: 'GKE, "About GPUs in GKE"; Kubernetes, "Taints and Tolerations"' }, AZURE],
    marks: [
      {
        key: 'nvidia.com/gpu.present', values: [
          'true',
        ], source: 'GPU Feature Discovery, the images of EKS since 1.35, and administrators',
      },
      {
        key: 'feature.node.kubernetes.io/pci-10de.present', values: [
          'true',
        ], source: 'Node Feature Discovery as the charts of NVIDIA configure it',
      },
      // a display controller, and one without a display
      ...nfdPci('10de', ['0300', '0302']),
      { key: 'feature.node.kubernetes.io/cpu-model.vendor_id', values: ['NVIDIA'], source: 'Node Feature Discovery, on Tegra' },
      { key: 'cloud.google.com/gke-accelerator', source: 'GKE, on every node with GPUs, all of which are of NVIDIA' },
      { key: 'kubernetes.azure.com/accelerator', values: ['nvidia'], source: 'AKS' },
      ...karpenter('nvidia'),
    ],
  },
  amd: {
    taints: [{ key: 'amd.com/gpu', source: 'Kubernetes, "Taints and Tolerations": the name of the resource' }, AZURE],
    marks: [
      { key: 'amd.com/gpu.present', values: ['true'], source: 'administrators, after the example of NVIDIA' },
      {
        key: 'feature.node.kubernetes.io/amd-gpu', values: [
          'true',
        ], source: 'the rule for Node Feature Discovery of the AMD GPU Operator',
      },
      {
        key: 'feature.node.kubernetes.io/pci-1002.present', values: [
          'true',
        ], source: 'Node Feature Discovery where labels have the vendor alone',
      },
      // display controllers, and processing accelerators, which Instinct cards call themselves
      ...nfdPci('1002', ['0300', '0302', '0380', '1200']),
      { key: 'kubernetes.azure.com/accelerator', values: ['amd'], source: 'AKS' },
      ...karpenter('amd'),
    ],
  },
  intel: {
    taints: [
      { key: 'gpu.intel.com/i915', source: 'the name of the resource of the driver i915' },
      { key: 'gpu.intel.com/xe', source: 'that of the driver xe' }, AZURE,
    ],
    marks: [
      {
        key: 'intel.feature.node.kubernetes.io/gpu', values: [
          'true',
        ], source: 'the rules for Node Feature Discovery of the Intel device plugins',
      },
      ...nfdPci('8086', ['0300', '0380']),
    ],
  },
};

function nfdPci(vendor: string, classes: readonly string[]): GpuMark[] {
  return classes.map(device => ({ key: `feature.node.kubernetes.io/pci-${device}_${vendor}.present`, values: ['true'], source: PCI }));
}

function karpenter(vendor: string): GpuMark[] {
  return [
    { key: 'karpenter.k8s.aws/instance-gpu-manufacturer', values: [vendor], source: 'Karpenter on EKS' },
    { key: 'eks.amazonaws.com/instance-gpu-manufacturer', values: [vendor], eksAutoMode: true, source: 'EKS Auto Mode' },
  ];
}
