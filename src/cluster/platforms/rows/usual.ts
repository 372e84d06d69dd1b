import { KUBELET_DIRECTORY } from '../../../private/standard-values';
import type { ContainerRuntime, PlatformFacts, PlatformRow } from '../platform-facts';

/** Where Kubernetes and containerd keep things unless they are set up otherwise. */
export const USUAL = {
  kubeletDirectory: KUBELET_DIRECTORY, cniBinaries: '/opt/cni/bin', cniConfiguration: '/etc/cni/net.d', runtimeDirectory: '/run/containerd',
} as const;

/** containerd where it is by default. */
export const CONTAINERD: ContainerRuntime = {
  program: 'containerd', directory: USUAL.runtimeDirectory, socket: `${USUAL.runtimeDirectory}/containerd.sock`,
};

/** Links in one, the files in the other. */
export const CONTAINER_LOGS = ['/var/log/containers', '/var/log/pods'] as const;

export const NO_VIRTUAL_NODES = { eksComputeTypes: [], nodeTypes: [] } as const;

/** What most platforms leave as Kubernetes has it. */
export const AS_KUBERNETES = {
  operatingSystem: 'linux', kubeletDirectory: USUAL.kubeletDirectory, containerRuntime: CONTAINERD, containerLogs: CONTAINER_LOGS,
  cniBinaries: USUAL.cniBinaries, cniConfiguration: USUAL.cniConfiguration, virtualNodes: NO_VIRTUAL_NODES,
} as const satisfies Partial<PlatformFacts>;

export const KUBELET_ROOT = '[kubelet `--root-dir`](https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/)';
export const POD_LOGS = '[logging architecture](https://kubernetes.io/docs/concepts/cluster-administration/logging/)';
export const CONTAINERD_SOCKET = '[container runtimes](https://kubernetes.io/docs/setup/production-environment/container-runtimes/)';
export const CNI_DIRECTORIES = '[`plugins` of containerd](https://github.com/containerd/containerd/blob/main/docs/cri/config.md)';

/** Sources of what most platforms leave as Kubernetes has it. */
export const OF_KUBERNETES = {
  kubeletDirectory: KUBELET_ROOT, containerRuntime: CONTAINERD_SOCKET, containerLogs: POD_LOGS,
  cniBinaries: CNI_DIRECTORIES, cniConfiguration: CNI_DIRECTORIES,
} as const satisfies PlatformRow['sources'];
