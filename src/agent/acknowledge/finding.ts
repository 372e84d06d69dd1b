/**
 * What is wrong with an agent, or with an object of the app: what checks find, and what a feature reports.
 */
export interface Finding {
  /**
   * The id of a check (docs/checks), an error code (docs/errors), or, for what a feature reports, a name that people can search for, behind
   * a prefix of your own and a `/`: `acme/missing-team`.
   *
   * @default 'feature-error'
   */
  readonly code?: string;

  /**
   * `error`, `warning` or `note`. What a feature reports is an error.
   *
   * @default 'error'
   */
  readonly level?: string;

  /**
   * Who would refuse the object: `api-server`, `kubelet` or `nobody`. What they refuse cannot be acknowledged. Set by the library.
   *
   * @default 'nobody'
   */
  readonly refusedBy?: string;

  /**
   * The object: `DaemonSet node-agents/logs`. Set by the library.
   *
   * @default - the agent that the feature belongs to
   */
  readonly object?: string;

  /**
   * The construct that makes the object. Set by the library.
   *
   * @default - the agent that the feature belongs to
   */
  readonly constructPath?: string;

  /**
   * Where in the object, in the spelling of the manifest: `spec.template.spec.containers[0].image`; empty for the object itself.
   *
   * @default ''
   */
  readonly path?: string;

  /**
   * The container that it is about.
   *
   * @default - it is about the object as a whole
   */
  readonly container?: string;

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

  /**
   * The address of the page about the code. Set by the library.
   *
   * @default - what a feature reports has none
   */
  readonly page?: string;

  /**
   * Why it is meant, where someone acknowledged it. Set by the library.
   *
   * @default - nobody acknowledged it
   */
  readonly acknowledged?: string;
}
