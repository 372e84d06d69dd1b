import { Duration } from 'cdk8s';
import { CsiContainerProps } from './csi-container-props';
import { CsiGrant } from './csi-grant';
import { CsiHostAccess } from './csi-host-access';
import { CsiLiveness } from './csi-liveness';
import { CsiMounts } from './csi-mounts';
import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { LifecycleHook } from '../agent/container/lifecycle-hook';
import { Port } from '../agent/container/port';
import { Probe } from '../agent/container/probe';
import { Dns } from '../agent/dns';
import { HostNamespace } from '../agent/host-namespace';
import { IAgentFeature } from '../agent/plan/agent-feature';
import { PodSecurityContext } from '../agent/pod-security-context';

/**
 * How the program of a CSI driver runs, on nodes or as a controller.
 */
export interface CsiPodOptions {
  /**
   * The program, in place of the image's entry point.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments. Three variables stand for what the plugin knows: `$(CSI_ENDPOINT)`, the node id under the name of `nodeIdVariable`, and
   * `$(KUBELET_DIRECTORY)` for flags that name paths of the kubelet. A path that begins with `/var/lib/kubelet` follows the kubelet of the
   * cluster as well.
   *
   * @default - `--endpoint=$(CSI_ENDPOINT)` and `--nodeid=$(NODE_ID)`
   */
  readonly args?: string[];

  /**
   * Environment variables beside `CSI_ENDPOINT` and the node id. `$(KUBELET_DIRECTORY)` and `/var/lib/kubelet` can be used here too.
   *
   * @default - those two alone
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * The directories of the kubelet that the driver makes its mounts in.
   *
   * @default - on nodes CsiMounts.podVolumes(); a controller sees none of them
   */
  readonly mounts?: CsiMounts;

  /**
   * What else of the node the driver needs. A path that begins with `/var/lib/kubelet` follows the kubelet of the cluster.
   *
   * @default - the driver sees the directories of the kubelet alone
   */
  readonly hostAccess?: CsiHostAccess[];

  /**
   * Namespaces of the node that the driver shares. On the host network it needs `livenessPort` and, on nodes, `registrarPort`.
   *
   * @default - the pod has namespaces of its own
   */
  readonly hostNamespaces?: HostNamespace[];

  /**
   * How names are resolved.
   *
   * @default Dns.cluster() - also on the host network, since servers of volumes may be Services
   */
  readonly dns?: Dns;

  /**
   * Ports that the driver itself listens on, such as one for metrics.
   *
   * @default - it listens on its socket alone
   */
  readonly ports?: Port[];

  /**
   * What the driver may do with the Kubernetes API.
   *
   * @default - nothing, so that there is neither a service account nor a token
   */
  readonly grants?: CsiGrant[];

  /**
   * What the driver runs before it is stopped. Many images have no shell.
   *
   * @default - it is stopped by a signal
   */
  readonly preStop?: LifecycleHook;

  /**
   * How the driver is asked whether it still answers, unless the plugin says otherwise.
   *
   * @default CsiLiveness.sidecar()
   */
  readonly liveness?: CsiLiveness;

  /**
   * When the driver is restarted, in place of what `liveness` says.
   *
   * @default - when it does not answer the liveness sidecar
   */
  readonly livenessProbe?: Probe;

  /**
   * When the driver counts as ready, in place of what `liveness` says.
   *
   * @default - as soon as it runs
   */
  readonly readinessProbe?: Probe;

  /**
   * When the driver has started, so that the other probes begin.
   *
   * @default - at once
   */
  readonly startupProbe?: Probe;

  /**
   * With which rights the driver runs:
   * `ContainerSecurity.of({ privileged: true, capabilities: [Capability.add('SYS_ADMIN', '...')], reason: '...' })` for a privileged
   * container that names a capability as well.
   *
   * @default - on nodes privileged, for the reason in `privilegedReason`; a controller is user 65534 without any capability, or privileged
   * where it mounts
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * What holds for every container of the pod: `PodSecurityContext.root('...')` for images of another user.
   *
   * @default PodSecurityContext.runtimeDefault()
   */
  readonly podSecurityContext?: PodSecurityContext;

  /**
   * How long the containers may take to stop.
   *
   * @default - 30 seconds, by the API server
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Whether the root file system of the driver is read-only. Without effect where `securityContext` is given.
   *
   * @default - false on nodes: mount helpers keep state below /run and /var, and to a privileged container it is no barrier. True in a
   * controller that does not mount.
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Why the driver is privileged: one line of at least three words.
   *
   * @default - it passes the mounts it makes on to the node, which only a privileged container may
   */
  readonly privilegedReason?: string;

  /**
   * Further containers that belong to the driver, on its socket.
   *
   * @default - the driver and its sidecars
   */
  readonly containers?: CsiContainerProps[];

  /**
   * What else the driver brings along: init containers, files, volumes, by way of features.
   *
   * @default - the pod has the driver and its sidecars
   */
  readonly features?: IAgentFeature[];
}
