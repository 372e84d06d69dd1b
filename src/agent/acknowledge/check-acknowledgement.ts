/**
 * Says that what a check finds is meant, and why.
 */
export interface CheckAcknowledgement {
  /**
   * The id of the check: docs/checks lists them.
   */
  readonly id: string;

  /**
   * Why it is meant: one line of at least three words, without `=`. Reviewers read it, and so do those who look through annotations.
   */
  readonly reason: string;

  /**
   * Only what is found about this container.
   *
   * @default - the whole object
   */
  readonly container?: string;

  /**
   * Only what is found at this path of the object or below it, as findings show it: `spec.template.spec.volumes[0]`.
   *
   * @default - anywhere in the object
   */
  readonly path?: string;
}
