/**
 * What pods may take of a simulated node. Quantities are text: `3920m`, `16Gi`.
 */
export interface NodeAllocatable {
  /**
   * Processor time.
   *
   * @default - as before; 4 processors where the node said nothing
   */
  readonly cpu?: string;

  /**
   * Memory.
   *
   * @default - as before; 16Gi where the node said nothing
   */
  readonly memory?: string;

  /**
   * Node-local storage, for logs and emptyDir volumes.
   *
   * @default - as before; 100Gi where the node said nothing
   */
  readonly ephemeralStorage?: string;

  /**
   * How many pods the node takes.
   *
   * @default - as before; 110 where the node said nothing
   */
  readonly pods?: number;

  /**
   * Extended resources and huge pages, by their names: `nvidia.com/gpu`, `hugepages-2Mi`.
   *
   * @default - as before; none where the node said nothing
   */
  readonly extended?: { [name: string]: string };
}
