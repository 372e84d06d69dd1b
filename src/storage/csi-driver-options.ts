import { CommonCsiDriverOptions } from './common-csi-driver-options';
import { CsiDriverObjectOptions } from './csi-driver-object-options';
import { CsiGrant } from './csi-grant';
import { CsiHostAccess } from './csi-host-access';
import { CsiMounts } from './csi-mounts';
import { EnvValue } from '../agent/container/env-value';
import { LifecycleHook } from '../agent/container/lifecycle-hook';
import { Port } from '../agent/container/port';
import { Dns } from '../agent/dns';
import { HostNamespace } from '../agent/host-namespace';
import { IAgentFeature } from '../agent/plan/agent-feature';

/**
 * A CSI driver, as its node plugin runs.
 */
export interface CsiDriverOptions extends CommonCsiDriverOptions {
  /**
   * The name that the driver answers to GetPluginInfo, such as `ebs.csi.aws.com`: at most 63 characters. The registrar asks the driver for it; another name here would
   * leave the CSIDriver object without effect.
   */
  readonly name: string;

  /**
   * The image of the driver, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;

  /**
   * The program, in place of the image's entry point.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments. Three variables stand for what the plugin knows: `$(CSI_ENDPOINT)`, the node id under the name of `nodeIdVariable`, and `$(KUBELET_DIRECTORY)` for
   * flags that name paths of the kubelet.
   *
   * @default - `--endpoint=$(CSI_ENDPOINT)` and `--nodeid=$(NODE_ID)`
   */
  readonly args?: string[];

  /**
   * Environment variables beside `CSI_ENDPOINT` and the node id. `$(KUBELET_DIRECTORY)` can be used here too.
   *
   * @default - those two alone
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * The variable that holds the name of the node, by which the driver is known to its controller.
   *
   * @default NODE_ID
   */
  readonly nodeIdVariable?: string;

  /**
   * The directories of the kubelet that the driver makes its mounts in.
   *
   * @default CsiMounts.podVolumes()
   */
  readonly mounts?: CsiMounts;

  /**
   * What else of the node the driver needs.
   *
   * @default - the driver sees the directories of the kubelet alone
   */
  readonly hostAccess?: CsiHostAccess[];

  /**
   * Namespaces of the node that the driver shares. On the host network it needs `livenessPort` and `registrarPort`.
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
   * Whether mounts die with the process that serves them: FUSE, proxies for TLS, rbd-nbd. A new pod then takes the volumes of every pod of its node down, so pods are
   * replaced only when someone deletes them (`Rollout.onDelete()`), and a driver that does not answer is reported as not ready in place of being restarted.
   *
   * @default false - mounts of the kernel outlive the driver
   */
  readonly mountsDieWithPod?: boolean;

  /**
   * Whether the driver removes the taint `<name>/agent-not-ready` from its node once it has registered, so that no pod with a volume comes too early. It is granted what that takes,
   * and tolerates the taint whatever its coverage says. The node group has to put the taint on new nodes; the effect NoExecute is advised.
   *
   * @default false
   */
  readonly removesStartupTaint?: boolean;

  /**
   * Whether the root file system of the driver is read-only.
   *
   * @default false - mount helpers keep state below /run and /var, and to a privileged container it is no barrier
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Why the driver is privileged: one line of at least three words.
   *
   * @default - it passes the mounts it makes on to the node, which only a privileged container may
   */
  readonly privilegedReason?: string;

  /**
   * What the CSIDriver object says of the driver.
   *
   * @default - what Kubernetes assumes of a driver: volumes are attached before they are mounted
   */
  readonly driverObject?: CsiDriverObjectOptions;

  /**
   * What else the driver brings along: init containers, files, volumes, by way of features.
   *
   * @default - the pod has the driver and its sidecars
   */
  readonly features?: IAgentFeature[];
}
