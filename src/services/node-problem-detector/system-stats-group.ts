/**
 * A group of metrics of a node. node-problem-detector has more, which a container would report of itself: the use of disks, and `host`,
 * which ends the program on operating systems that it does not know.
 */
export enum SystemStatsGroup {
  /** Load, processes, interrupts and the time of processors. */
  CPU = 'cpu',
  /** Operations of disks. */
  DISK = 'disk',
  /** Memory by its use. */
  MEMORY = 'memory',
  /** Traffic of network devices. */
  NET = 'net',
}
