import { AS_KUBERNETES, OF_KUBERNETES } from './usual';
import type { PlatformRow } from '../platform-facts';

const CONTROL_PLANE_TAINTS = [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] as const;
const TALOS = 'https://docs.siderolabs.com';

/** Distributions without a vendor's machine image below them, and Talos. */
export const OTHERS: readonly PlatformRow[] = [
  {
    facts: {
      ...AS_KUBERNETES, id: 'k0s', name: 'k0s', kubeletDirectory: '/var/lib/k0s/kubelet',
      containerRuntime: { program: 'containerd', directory: '/run/k0s', socket: '/run/k0s/containerd.sock' },
    },
    sources: {
      ...OF_KUBERNETES, kubeletDirectory: '[directories](https://docs.k0sproject.io/head/directories/)',
      containerRuntime: '[runtime](https://docs.k0sproject.io/head/runtime/)',
      virtualNodes: '[architecture](https://docs.k0sproject.io/head/architecture/): every node is a machine',
    },
  },
  {
    facts: {
      ...AS_KUBERNETES, id: 'talos', name: 'Talos Linux', nodeSystem: 'talos', logFilesOfRootAlone: true,
      missingCapabilities: ['SYS_BOOT', 'SYS_MODULE'],
      insteadOfCapabilities: 'Name kernel modules in `machine.kernel.modules` of the machine configuration.',
      podSecurity: { level: 'baseline', exemptNamespaces: ['kube-system'] },
      absentPaths: ['/run/log/journal', '/var/log/journal'].map(path => ({
        path, why: 'it has no systemd', instead: 'Read the log of the kernel (`LogInput.kernel`), and have the machine configuration send '
          + 'the logs of services (`machine.logging`).',
      })),
      controlPlaneTaints: CONTROL_PLANE_TAINTS, nodeApiEndpoint: 'localhost:7445',
    },
    sources: {
      ...OF_KUBERNETES, nodeSystem: '`Overlays` in `pkg/machinery/constants/constants.go` of siderolabs/talos',
      logFilesOfRootAlone: 'issue 9630 of siderolabs/talos',
      missingCapabilities: `[process capabilities](${TALOS}/talos/latest/security/process-capabilities), \`DefaultDroppedCapabilities\` of `
        + 'siderolabs/talos',
      podSecurity: `[pod security](${TALOS}/kubernetes-guides/security/pod-security)`,
      virtualNodes: `[Talos](${TALOS}): every node is a machine`,
      absentPaths: `[logging](${TALOS}/talos/latest/configure-your-talos-cluster/logging-and-telemetry/logging)`,
      controlPlaneTaints: '`pkg/machinery/config/generate/kubernetes.go` of siderolabs/talos',
      nodeApiEndpoint: `[KubePrism](${TALOS}/kubernetes-guides/advanced-guides/kubeprism)`,
    },
  },
  {
    facts: { ...AS_KUBERNETES, id: 'kubeadm', name: 'kubeadm', controlPlaneTaints: CONTROL_PLANE_TAINTS },
    sources: {
      ...OF_KUBERNETES, virtualNodes: '[kubeadm](https://kubernetes.io/docs/reference/setup-tools/kubeadm/): it joins machines',
      controlPlaneTaints: '`cmd/kubeadm/app/constants/constants.go` of Kubernetes',
    },
  },
  {
    facts: { ...AS_KUBERNETES, id: 'kind', name: 'kind', controlPlaneTaints: CONTROL_PLANE_TAINTS },
    sources: {
      ...OF_KUBERNETES, virtualNodes: '[kind](https://kind.sigs.k8s.io/docs/design/principles/): every node is a container of one machine',
      controlPlaneTaints: '`pkg/cluster/internal/create/actions/kubeadminit/init.go` of kubernetes-sigs/kind',
    },
  },
];
