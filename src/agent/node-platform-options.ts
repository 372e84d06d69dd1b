import type { NodePlatform } from './node-platform';
import type { VirtualNodes } from './nodes/virtual-nodes';

/**
 * What is known of the nodes of a platform of one's own.
 */
export interface NodePlatformOptions {
  /**
   * What it is called in messages.
   */
  readonly name: string;

  /**
   * The platform that it is made from: everything that is not said here is as it is there.
   *
   * @default - directories where Kubernetes and containerd have them, and nothing else is known
   */
  readonly basedOn?: NodePlatform;

  /**
   * The root directory of the kubelet.
   *
   * @default - that of `basedOn`, else /var/lib/kubelet
   */
  readonly kubeletDirectory?: string;

  /**
   * The directory of the socket of containerd, `containerd.sock`.
   *
   * @default - that of `basedOn`, else /run/containerd
   */
  readonly containerdDirectory?: string;

  /**
   * The directory of CNI plugins.
   *
   * @default - that of `basedOn`, else /opt/cni/bin
   */
  readonly cniBinaryDirectory?: string;

  /**
   * The directory of the CNI configuration.
   *
   * @default - that of `basedOn`, else /etc/cni/net.d
   */
  readonly cniConfigurationDirectory?: string;

  /**
   * The directories that can be written, where the root file system of the nodes is read-only.
   *
   * @default - those of `basedOn`, else all
   */
  readonly writableDirectories?: string[];

  /**
   * The SELinux type of containers that may connect to the sockets of privileged ones: `spc_t` where the policy is that of Red Hat.
   *
   * @default - that of `basedOn`, else SELinux is not enforced
   */
  readonly seLinuxType?: string;

  /**
   * The virtual nodes that clusters can have: agents leave out no others.
   *
   * @default - those of `basedOn`, else any
   */
  readonly virtualNodes?: VirtualNodes;
}
