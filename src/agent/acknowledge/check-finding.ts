/**
 * What a check found in an object of the app.
 */
export interface CheckFinding {
  /** The id of the check: docs/checks has a page for each. */
  readonly id: string;

  /** `error`, `warning` or `note`. */
  readonly level: string;

  /** The construct that makes the object. */
  readonly constructPath: string;

  /** The object: `DaemonSet node-agents/logs`. */
  readonly object: string;

  /** Where in the object, in the spelling of the manifest; empty for the object itself. */
  readonly path: string;

  /**
   * The container that it is about.
   *
   * @default - it is about the object as a whole
   */
  readonly container?: string;

  /** What is wrong. */
  readonly what: string;

  /**
   * What was given.
   *
   * @default - nothing was
   */
  readonly given?: string;

  /**
   * What is wanted.
   *
   * @default - the fix says it
   */
  readonly wanted?: string;

  /** What to do about it. */
  readonly fix: string;

  /**
   * Why it is meant.
   *
   * @default - nobody acknowledged it
   */
  readonly acknowledged?: string;
}
