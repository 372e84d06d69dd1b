/**
 * Something that goes beyond the least an agent can run with, and why it was asked for.
 */
export interface Privilege {
  /**
   * What was asked for: `root`, `privileged`, `hostProcess`, `hostNetwork`, `hostPID`, `hostIPC`, or the name of a capability.
   */
  readonly name: string;

  /**
   * The container that has it.
   *
   * @default - the pod as a whole
   */
  readonly container?: string;

  /**
   * Why.
   */
  readonly reason: string;
}
