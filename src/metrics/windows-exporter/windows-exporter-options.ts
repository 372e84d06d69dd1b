import { NameFilter } from '../name-filter';

/**
 * What can be said of windows_exporter.
 */
export interface WindowsExporterOptions {
  /**
   * The release, which decides the image and which flags there are: `0.31.3`. 0.31.0 is the oldest.
   *
   * @default - what the tag of `image` says, else 0.31.8
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - ghcr.io/prometheus-community/windows-exporter with the tag of `version`
   */
  readonly image?: string;

  /**
   * The collectors that run, by the names of windows_exporter: `cpu`, `iis`, `mssql`.
   *
   * @default - container, cpu, logical_disk, memory, net, os, physical_disk, service and system
   */
  readonly collectors?: string[];

  /**
   * Which services of Windows get series, by their names and not by what the console shows.
   *
   * @default NameFilter.only(['containerd', 'csi-proxy', 'docker', 'kubelet', 'kube-?proxy']) - a node has far more, each with a series for
   * every state
   */
  readonly services?: NameFilter;

  /**
   * A directory of the node whose `*.prom` files become metrics: `C:\metrics`. It must exist. No mount is needed, since the exporter runs
   * on the node itself.
   *
   * @default - no files are read
   */
  readonly textfileDirectory?: string;

  /**
   * Whether an init container opens the port in the firewall of the node, by a rule with the name of the agent. The rule stays when the
   * agent is removed.
   *
   * @default true
   */
  readonly firewallRule?: boolean;
}
