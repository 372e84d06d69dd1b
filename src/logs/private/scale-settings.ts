/** What a size of clusters changes, independent of the collector. */
export interface ScaleSettings {
  /** How often what was read is sent. */
  readonly flushSeconds?: number;
  /** How long the wait between two tries is, at first and at most. */
  readonly retryWait?: { readonly baseSeconds: number; readonly capSeconds: number };
  /** Nodes that are updated at the same time, in percent, and how long a new pod must be ready before the next one is. */
  readonly rollout?: { readonly percent: number; readonly minReadySeconds: number };
  /** Whether lists of the Kubernetes API come from its cache, where a collector lists. */
  readonly listsFromCache?: boolean;
}
