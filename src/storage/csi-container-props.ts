import { CsiHostAccess } from './csi-host-access';
import { CsiMounts } from './csi-mounts';
import { ContainerProps } from '../agent/container/container-props';

/**
 * A container that a driver brings along, next to the sidecars that every driver has: a provisioner on each node, a process that serves
 * mounts, metrics of the socket.
 *
 * In `command`, `args` and `env`, `$(CSI_ENDPOINT)` stands for the socket with its scheme, `$(CSI_ADDRESS)` for its path and
 * `$(KUBELET_DIRECTORY)` for the directory of the kubelet. What is granted to the container gives it a token of its own.
 *
 * Three defaults are those of the sidecars: `resources`, `securityContext` where it uses the socket, and that `/var/lib/kubelet` follows
 * the kubelet of the cluster.
 */
export interface CsiContainerProps extends ContainerProps {
  /**
   * Whether it calls the driver over its socket.
   *
   * @default true
   */
  readonly usesSocket?: boolean;

  /**
   * Whether it runs to its end before the driver starts. The socket of the driver is not there yet.
   *
   * @default false - it runs next to the driver
   */
  readonly runsFirst?: boolean;

  /**
   * The directories of the kubelet that it makes mounts in. It then needs to be privileged.
   *
   * @default - it makes no mounts
   */
  readonly mounts?: CsiMounts;

  /**
   * What else of the node it needs.
   *
   * @default - nothing of the node is mounted beyond that
   */
  readonly hostAccess?: CsiHostAccess[];
}
