/**
 * Sections of Fluent Bit's own configuration, in the spelling of its YAML. They are added to what is written here: parsers are merged, filters run after those of
 * the agent, inputs and outputs stand beside them. `${NAME}` is a variable of the container's environment, and the only way to a credential.
 */
export interface FluentBitExtraConfigOptions {
  /**
   * Inputs: `{ name: 'kmsg', tag: 'kernel' }`. What they read from the node must be mounted: `agent.container.addHostPaths(...)`.
   *
   * @default - those of the agent alone
   */
  readonly inputs?: any[];

  /**
   * Filters, in this order.
   *
   * @default - those of the agent alone
   */
  readonly filters?: any[];

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
