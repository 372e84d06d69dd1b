/** How much of a node the pods of an agent may reserve. Quantities are text: `200m`, `256Mi`. */
export interface RequestBudgetOptions {
  /**
   * The processor share.
   *
   * @default - any
   */
  readonly cpu?: string;

  /**
   * The memory.
   *
   * @default - any
   */
  readonly memory?: string;

  /**
   * The node-local storage.
   *
   * @default - any
   */
  readonly ephemeralStorage?: string;
}
