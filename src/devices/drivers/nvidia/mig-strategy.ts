/**
 * How partitions of GPUs that support MIG (Multi-Instance GPU) are offered.
 */
export enum MigStrategy {
  /** Partitions are not offered. */
  NONE = 'none',
  /** All GPUs of a node are partitioned alike, and the partitions are offered as `nvidia.com/gpu`. */
  SINGLE = 'single',
  /** Each kind of partition is a resource, such as `nvidia.com/mig-1g.10gb`. */
  MIXED = 'mixed',
}
