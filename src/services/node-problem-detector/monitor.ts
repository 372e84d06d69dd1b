import type { Wire } from '../../private/wire';

/** The parts of node-problem-detector that run monitors, as its flags name them. */
export type ProblemDaemon = 'system-log-monitor' | 'custom-plugin-monitor' | 'system-stats-monitor';

/** What a monitor needs of the node. */
export interface MonitorAccess {
  /** The log of the kernel, which only a privileged container may open. */
  readonly kernelLog?: boolean;
  /** Directories of logs, which belong to root and are read-only. */
  readonly logDirectories?: readonly string[];
  /** Whether log files may belong to users other than root. */
  readonly foreignFiles?: boolean;
  /** Programs of the node, and where the container finds them. */
  readonly programs?: ReadonlyArray<readonly [path: string, mountPath: string]>;
  /** Directories of sockets that only root may use. */
  readonly socketDirectories?: readonly string[];
  /** Why the network of the node is needed, where it is. */
  readonly hostNetwork?: string;
  /** Environment variables that hold the address of the node. */
  readonly hostAddress?: boolean;
  /** Further environment variables. */
  readonly env?: { readonly [name: string]: string };
}

/** What a NodeProblemMonitor stands for. */
export interface Monitor {
  readonly name: string;
  readonly daemon: ProblemDaemon;
  /** The configuration in the image; absent where it is written here. */
  readonly shipped?: string;
  /** The configuration that is written here. */
  readonly config?: Wire;
  /** Scripts by their path in the container. */
  readonly scripts?: { readonly [path: string]: string };
  readonly access: MonitorAccess;
  /** The conditions of the Node that it sets. */
  readonly conditions: readonly string[];
}

/** Where configurations that are written here are mounted. */
export const CONFIG_FOLDER = '/etc/node-problem-detector';
/** Where scripts of plugins are mounted. */
export const PLUGIN_FOLDER = '/opt/node-problem-detector';

/** The file of a monitor, as the flags name it. */
export function fileOf({ shipped, name }: Monitor): string {
  return shipped === undefined ? `${CONFIG_FOLDER}/${name}.json` : `/config/${shipped}`;
}
