import { AS_KUBERNETES, OF_KUBERNETES } from './usual';
import type { PlatformRow } from '../platform-facts';

const CONTAINERD_TEMPLATE = '`microk8s-resources/default-args/containerd-template.toml` of canonical/microk8s';

/** MicroK8s: everything is in the directories of its snap. */
export const CANONICAL: readonly PlatformRow[] = [{
  facts: {
    ...AS_KUBERNETES, id: 'microk8s', name: 'MicroK8s', kubeletDirectory: '/var/snap/microk8s/common/var/lib/kubelet',
    containerRuntime: {
      program: 'containerd', directory: '/var/snap/microk8s/common/run', socket: '/var/snap/microk8s/common/run/containerd.sock',
    },
    cniBinaries: '/var/snap/microk8s/current/opt/cni/bin', cniConfiguration: '/var/snap/microk8s/current/args/cni-network',
    labels: ['microk8s.io/cluster'],
  },
  sources: {
    ...OF_KUBERNETES, kubeletDirectory: '`charts/README.md` of kubernetes-csi/csi-driver-nfs',
    containerRuntime: '`microk8s-resources/default-args/kubelet` of canonical/microk8s',
    cniBinaries: CONTAINERD_TEMPLATE, cniConfiguration: CONTAINERD_TEMPLATE,
    virtualNodes: '[MicroK8s](https://microk8s.io/docs): every node is a machine',
    labels: '`microk8s-resources/default-args/kubelet` of canonical/microk8s',
  },
}];
