import { AS_KUBERNETES, OF_KUBERNETES } from './usual';
import type { ContainerRuntime, PlatformRow } from '../platform-facts';

/** Both run containerd of their own, in a directory of one name. */
const RUNTIME: ContainerRuntime = {
  program: 'containerd', directory: '/run/k3s/containerd', socket: '/run/k3s/containerd/containerd.sock',
};

const VIRTUAL = '[architecture](https://docs.k3s.io/architecture): every node is a machine';

/** Lightweight distributions of Rancher. */
export const RANCHER: readonly PlatformRow[] = [
  {
    facts: {
      ...AS_KUBERNETES, id: 'k3s', name: 'K3s', containerRuntime: RUNTIME,
      cniBinaries: '/var/lib/rancher/k3s/data/cni', cniConfiguration: '/var/lib/rancher/k3s/agent/etc/cni/net.d',
    },
    sources: {
      ...OF_KUBERNETES, kubeletDirectory: 'issue 840 of k3s-io/k3s (since 0.10)',
      containerRuntime: '[advanced options](https://docs.k3s.io/advanced)',
      cniBinaries: '[Multus and IPAM plugins](https://docs.k3s.io/networking/multus-ipams), since October 2024',
      cniConfiguration: '[Multus and IPAM plugins](https://docs.k3s.io/networking/multus-ipams)', virtualNodes: VIRTUAL,
    },
  },
  {
    facts: { ...AS_KUBERNETES, id: 'rke2', name: 'RKE2', containerRuntime: RUNTIME },
    sources: {
      ...OF_KUBERNETES, containerRuntime: '[command-line tools](https://docs.rke2.io/reference/cli_tools)',
      virtualNodes: '[architecture](https://docs.rke2.io/architecture): every node is a machine',
    },
  },
];
