/**
 * A condition of the Node that stays until the problem is gone.
 */
export interface NodeProblemCondition {
  /**
   * The type of the condition, such as `NtpProblem`. It is true while there is a problem. `Ready`, `DiskPressure`, `MemoryPressure`,
   * `PIDPressure` and `NetworkUnavailable` are set by the kubelet and by networks.
   */
  readonly type: string;

  /**
   * Why the condition is false, in one word: `NtpIsUp`.
   */
  readonly healthyReason: string;

  /**
   * The same in a sentence.
   *
   * @default - the reason
   */
  readonly healthyMessage?: string;
}
