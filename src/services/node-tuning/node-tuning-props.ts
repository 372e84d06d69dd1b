import { Sysctl } from './sysctl';
import { AgentOptions } from '../../agent/agent-options';
import { ContainerSecurity } from '../../agent/container/container-security';
import { Resources } from '../../agent/container/resources';

/**
 * What is set on nodes.
 *
 * These defaults differ from those of other agents:
 *
 * - `priority`: Priority.systemNodeCritical(). GKE and other clusters that meter the class admit it outside kube-system only where a
 *   ResourceQuota allows it: add one, or say Priority.none().
 * - `hostNamespaces` adds to what the parameters need: the network of the node for those under `net.`.
 */
export interface NodeTuningProps extends AgentOptions {
  /**
   * The kernel parameters, at least one, each once.
   */
  readonly sysctls: Sysctl[];

  /**
   * The image of the container that sets them. `/bin/sh` must be the shell of busybox or bash.
   *
   * @default docker.io/library/busybox:1.37.0
   */
  readonly image?: string;

  /**
   * The image of the container that stays.
   *
   * @default registry.k8s.io/pause:3.10.1
   */
  readonly pauseImage?: string;

  /**
   * With which rights the parameters are set.
   *
   * @default - root with the capabilities that the kernel asks for these parameters, most often none, and the SELinux type spc_t, without
   * which SELinux refuses to write them. Use ContainerSecurity.privileged(...) where another security module refuses it.
   */
  readonly setterSecurityContext?: ContainerSecurity;

  /**
   * What the container that sets them reserves and may use.
   *
   * @default - 1m of a processor and 4Mi of memory are reserved, and 32Mi of memory is the most
   */
  readonly setterResources?: Resources;

  /**
   * What the container that stays reserves and may use.
   *
   * @default - 1m of a processor and 4Mi of memory are reserved, and 16Mi of memory is the most
   */
  readonly resources?: Resources;

  /**
   * With which rights the container that stays runs.
   *
   * @default - ContainerSecurity.nonRoot(65535)
   */
  readonly securityContext?: ContainerSecurity;
}
