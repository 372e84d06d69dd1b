import { DevicePluginDriver } from './device-plugin-driver';
import { AgentOptions } from '../agent/agent-options';
import { ContainerSecurity } from '../agent/container/container-security';
import { Resources } from '../agent/container/resources';

/**
 * A device plugin on the nodes of a cluster. Four defaults differ from those of other agents:
 *
 * - `nodes`: those that have the devices, by any of the labels that mark them. Only the taints that mark such nodes are tolerated.
 * - `priority`: Priority.systemNodeCritical(), because a node without its plugin has no devices. GKE and other clusters that meter the
 *   class admit it outside kube-system only where a ResourceQuota allows it: add one, or give Priority.none().
 * - `rollout`: Rollout.percent(10) with `minReady` of 30 seconds. Rollouts that surge are refused: two plugins of one resource can leave a
 *   node without any.
 * - `runtimeClassName` is needed where the default runtime of the nodes is not the one of the vendor: `nvidia` on K3s, RKE2 and nodes that
 *   the NVIDIA Container Toolkit set up so.
 */
export interface DevicePluginProps extends AgentOptions {
  /**
   * The plugin.
   */
  readonly plugin: DevicePluginDriver;

  /**
   * The root directory of the kubelet, where these nodes have another one than the rest of the cluster.
   *
   * @default - that of the TargetCluster, `/var/lib/kubelet`
   */
  readonly kubeletDirectory?: string;

  /**
   * What the plugin reserves and may use.
   *
   * @default - NVIDIA: 50m of a processor and 100Mi of memory, at most 500Mi; AMD: 20m, 40Mi, at most 200Mi; Intel: 40m, 45Mi, at most
   * 90Mi; others: those of any agent
   */
  readonly resources?: Resources;

  /**
   * With which rights the plugin runs.
   *
   * @default - root without any capability, because the directory of the kubelet belongs to root; more where the options of the plugin need
   * it
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * Fields of the plugin's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - the container is what the other properties say
   */
  readonly overrides?: { [field: string]: any };
}
