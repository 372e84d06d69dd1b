import { GpuFeatureDiscovery } from './gpu-feature-discovery';
import { MigStrategy } from './mig-strategy';
import { NvidiaDeviceList } from './nvidia-device-list';
import { NvidiaSharing } from './nvidia-sharing';
import { CommonDevicePluginOptions } from '../../common-device-plugin-options';

/**
 * Details of the NVIDIA device plugin. They become its configuration file. Where pools of nodes need different ones, make a DevicePlugin
 * for each, with `nodes` that do not overlap.
 */
export interface NvidiaDevicePluginOptions extends CommonDevicePluginOptions {
  /**
   * How partitions of GPUs are offered. Others than `NONE` need the capability SYS_ADMIN, by which the NVIDIA Container Toolkit lets the
   * plugin see all of them.
   *
   * @default MigStrategy.NONE
   */
  readonly migStrategy?: MigStrategy;

  /**
   * Whether several containers use one GPU.
   *
   * @default NvidiaSharing.none()
   */
  readonly sharing?: NvidiaSharing;

  /**
   * How the container runtime learns which GPUs a container gets. `CDI_CRI` and `CDI_ANNOTATIONS` describe the devices of the node in
   * `/var/run/cdi`, for which the plugin reads the driver.
   *
   * @default [NvidiaDeviceList.ENVVAR]
   */
  readonly deviceLists?: NvidiaDeviceList[];

  /**
   * The directory of the node that the driver is installed in: `/run/nvidia/driver` where a container installs it,
   * `/home/kubernetes/bin/nvidia` on GKE.
   *
   * @default / - it is mounted only where it is given, or where devices are described by CDI
   */
  readonly driverRoot?: string;

  /**
   * Whether the plugin exits when it finds no driver, and is started again until there is one. Otherwise it waits, does not look again, and
   * holds up no rollout: for coverages with nodes that have no GPU.
   *
   * @default true
   */
  readonly failOnInitError?: boolean;

  /**
   * Whether the kubelet receives each device file, which the static policy of its CPU manager needs so as not to take the devices away
   * again. The plugin is then privileged.
   *
   * @default false
   */
  readonly passDeviceSpecs?: boolean;

  /**
   * Labels with model, memory and driver of the GPUs of each node, by an agent of its own.
   *
   * @default GpuFeatureDiscovery.none()
   */
  readonly featureDiscovery?: GpuFeatureDiscovery;

  /**
   * More of the configuration file, in the spelling of NVIDIA, laid upon what is written here: maps merge, everything else is replaced.
   * `sharing.mps` is refused: MPS needs a control daemon on each node.
   *
   * @default - the configuration follows from the other options
   */
  readonly config?: { [key: string]: any };
}
