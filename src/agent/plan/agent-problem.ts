/**
 * Something that is wrong with an agent. It is shown with all other errors of the app, and nothing is written.
 */
export interface AgentProblem {
  /**
   * A name for this kind of problem that people can search for, behind a prefix of your own and a `/`: `acme/missing-team`.
   *
   * @default 'feature-error'
   */
  readonly code?: string;

  /** What is wrong, in the words of those who wrote the app. */
  readonly what: string;

  /**
   * The value that was given.
   *
   * @default - `what` says it all
   */
  readonly given?: string;

  /**
   * The values that are allowed.
   *
   * @default - `fix` says it all
   */
  readonly allowed?: string;

  /** What to do about it. */
  readonly fix: string;
}
