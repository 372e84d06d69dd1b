/**
 * What is read of the log of the kernel.
 */
export interface KernelLogsOptions {
  /**
   * The name of the input: in metrics, and for destinations that take some inputs only.
   *
   * @default kernel
   */
  readonly name?: string;

  /**
   * Where the journal is: `/run/log/journal` where it is not kept over a restart of the node.
   *
   * @default /var/log/journal
   */
  readonly directory?: string;
}
