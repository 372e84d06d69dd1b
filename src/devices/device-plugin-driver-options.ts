import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { HostPath } from '../agent/container/host-path';
import { Port } from '../agent/container/port';
import { Probe } from '../agent/container/probe';
import { NodeCoverage } from '../agent/nodes/node-coverage';
import { IAgentFeature } from '../agent/plan/agent-feature';

/**
 * A device plugin, as its own manifest describes it.
 */
export interface DevicePluginDriverOptions {
  /**
   * The resources that the plugin offers, such as `example.com/accelerator`. Nodes are expected to be tainted by these names, if at all.
   */
  readonly resourceNames: string[];

  /**
   * The image, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;

  /**
   * What the program is called: the label `app.kubernetes.io/name`, which can never change on a cluster.
   *
   * @default device-plugin
   */
  readonly application?: string;

  /**
   * The program, in place of the image's entry point.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments.
   *
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Environment variables.
   *
   * @default - those of the image
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the plugin sees of its node in addition to the directory of the sockets, which is mounted at `/var/lib/kubelet/device-plugins`.
   *
   * @default - that directory alone
   */
  readonly hostPaths?: HostPath[];

  /**
   * With which rights the plugin runs.
   *
   * @default - root without any capability, because the directory of the sockets belongs to root
   */
  readonly securityContext?: ContainerSecurity;

  /**
   * Labels by which nodes with such devices are known. A node needs only one of them.
   *
   * @default - every Linux node: a plugin that finds no device offers none
   */
  readonly nodeLabels?: { [key: string]: string };

  /**
   * The nodes, where `nodeLabels` cannot describe them. Its tolerations are used as they are.
   *
   * @default - follows from `nodeLabels` and `resourceNames`
   */
  readonly nodes?: NodeCoverage;

  /**
   * Ports that the plugin listens on, such as one for metrics.
   *
   * @default - it listens on its socket alone
   */
  readonly ports?: Port[];

  /**
   * When the plugin is restarted.
   *
   * @default - when it exits
   */
  readonly livenessProbe?: Probe;

  /**
   * When the plugin counts as ready.
   *
   * @default - when it has run for 30 seconds
   */
  readonly readinessProbe?: Probe;

  /**
   * What else the plugin brings along: init containers, files, volumes.
   *
   * @default - the pod has the plugin alone
   */
  readonly features?: IAgentFeature[];
}
