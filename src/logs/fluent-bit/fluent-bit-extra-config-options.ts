/**
 * Sections of Fluent Bit's own configuration, in the spelling of its YAML. They are added to what is written here: parsers are merged,
 * filters run after those of the agent or before them, inputs and outputs are added. `${NAME}` is a variable of the container's
 * environment, and the only way to a credential.
 */
export interface FluentBitExtraConfigOptions {
  /**
   * Inputs: `{ name: 'kmsg', tag: 'kernel' }`. What they read from the node must be mounted: `agent.container.addHostPaths(...)`.
   *
   * @default - those of the agent alone
   */
  readonly inputs?: any[];

  /**
   * Filters that run after those of the agent, in this order: records then have the fields of the application and what is known of the pod.
   *
   * @default - those of the agent alone
   */
  readonly filters?: any[];

  /**
   * Filters that run before those of the agent, in this order: records are then as the container runtime wrote them, with the whole line in
   * `log`, and `stream`. What is dropped here costs no request for the metadata of its pod. With `multiline` of the input entries are not
   * joined yet.
   *
   * @default - those of the agent alone
   */
  readonly filtersBefore?: any[];

  /**
   * Outputs, with `match`.
   *
   * @default - those of the agent alone
   */
  readonly outputs?: any[];

  /**
   * Parsers.
   *
   * @default - those of the agent alone
   */
  readonly parsers?: any[];

  /**
   * Multiline parsers.
   *
   * @default - those of the agent alone
   */
  readonly multilineParsers?: any[];

  /**
   * Whether keys that Fluent Bit 5.1 does not know are let through: for newer releases and images with plugins of your own.
   *
   * @default false
   */
  readonly allowUnknownKeys?: boolean;
}
