/**
 * What a node is short of. The kubelet reports it, and evicts pods until it is over.
 */
export enum NodePressure {
  /** Memory. Pods without requests are turned away. */
  MEMORY = 'MemoryPressure',
  /** Disk space. All pods but critical ones are turned away. */
  DISK = 'DiskPressure',
  /** Process numbers. All pods but critical ones are turned away. */
  PID = 'PIDPressure',
}
