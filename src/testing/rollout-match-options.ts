/** In which way a change reaches the nodes. */
export interface RolloutMatchOptions {
  /**
   * How many nodes may be without the agent at a time: `1`, `10%`. Where the manifest says nothing, the API server takes 1.
   *
   * @default - any
   */
  readonly maxUnavailable?: string;

  /**
   * On how many nodes the new pod may start next to the old one at a time: `1`, `10%`. Where the manifest says nothing, the API server
   * takes 0.
   *
   * @default - any
   */
  readonly maxSurge?: string;

  /**
   * `RollingUpdate` or `OnDelete`.
   *
   * @default RollingUpdate
   */
  readonly strategy?: string;

  /**
   * For how long a new pod must be Ready before the next node's turn comes.
   *
   * @default - any
   */
  readonly minReadySeconds?: number;
}
