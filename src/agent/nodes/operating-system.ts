/**
 * The operating system of a node, as its label `kubernetes.io/os` says.
 */
export enum OperatingSystem {
  /** Linux. */
  LINUX = 'linux',
  /** Windows Server. */
  WINDOWS = 'windows',
}
