/**
 * What pods may take of a simulated node. Quantities are text: `3920m`, `16Gi`.
 */
export interface NodeAllocatable {
  /**
   * Processor time.
   *
   * @default - the value of the node; 4 processors where the node said nothing
   */
  readonly cpu?: string;

  /**
   * Memory.
   *
   * @default - the value of the node; 16Gi where the node said nothing
   */
  readonly memory?: string;

  /**
   * Node-local storage, for logs and emptyDir volumes.
   *
   * @default - the value of the node; 100Gi where the node said nothing
   */
  readonly ephemeralStorage?: string;

  /**
   * How many pods the node takes.
   *
   * @default - the value of the node; 110 where the node said nothing
   */
  readonly pods?: number;

  /**
   * Extended resources and huge pages, by their names: `nvidia.com/gpu`, `hugepages-2Mi`.
   *
   * @default - the value of the node; none where the node said nothing
   */
  readonly extended?: { [name: string]: string };
}
