import { OperatingSystem } from '../../agent/nodes/operating-system';

/** Where nodes with an operating system have what log agents read and keep. */
export interface NodeSystem {
  readonly isWindows: boolean;
  /** The directory of logs, those of containers included. */
  readonly logs: string;
  /** Where Docker has the files that log files of containers are links to. */
  readonly dockerContainers: string;
  /** What stands between the parts of a path. */
  readonly separator: string;
}

const LINUX: NodeSystem = { isWindows: false, logs: '/var/log', dockerContainers: '/var/lib/docker/containers', separator: '/' };

const WINDOWS: NodeSystem = {
  isWindows: true, logs: 'C:\\var\\log', dockerContainers: 'C:\\ProgramData\\docker\\containers', separator: '\\',
};

export function nodeSystemOf(system: OperatingSystem | undefined): NodeSystem {
  return system === OperatingSystem.WINDOWS ? WINDOWS : LINUX;
}

/** A path of Linux as a node with this system has it: paths of Windows begin at a drive, which is C for those that name none. */
export function pathOn({ isWindows }: NodeSystem, path: string): string {
  return isWindows && path.startsWith('/') ? `C:${path.replace(/\//g, '\\')}` : path;
}
