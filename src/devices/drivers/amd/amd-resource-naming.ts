/**
 * How partitions of AMD GPUs are offered.
 */
export enum AmdResourceNaming {
  /** All GPUs and partitions as `amd.com/gpu`. Nodes whose GPUs are partitioned in different ways are refused by the plugin. */
  SINGLE = 'single',
  /** Each kind of partition by its name, such as `amd.com/cpx_nps4`. */
  MIXED = 'mixed',
}
