import { HealthMonitorOptions } from './health-monitor-options';

/**
 * How the container runtime of the node is asked.
 */
export interface RuntimeHealthOptions extends HealthMonitorOptions {
  /**
   * `crictl` on the node: the image has none. It must be linked statically, as the releases of cri-tools are.
   *
   * @default /usr/bin/crictl
   */
  readonly crictlPath?: string;

  /**
   * The socket of the runtime, whose directory is mounted. Who has it can start any container on the node.
   *
   * @default /run/containerd/containerd.sock
   */
  readonly socketPath?: string;
}
