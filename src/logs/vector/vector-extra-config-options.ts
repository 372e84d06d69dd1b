/**
 * Sections of Vector's own configuration, in the spelling of its YAML, in addition to those that are written here: components by their ids.
 * The records of an input are the component NAME-record, such as `containers-record`. Keys, types, required options, inputs and templates
 * are checked.
 */
export interface VectorExtraConfigOptions {
  /**
   * Sources: `{ kernel: { type: 'file', include: ['/dev/kmsg'] } }`. What they read from the node must be mounted:
   * `agent.container.addHostPaths(...)`.
   *
   * @default - those of the agent alone
   */
  readonly sources?: { [id: string]: any };

  /**
   * Transforms.
   *
   * @default - those of the agent alone
   */
  readonly transforms?: { [id: string]: any };

  /**
   * Sinks. A credential is `SECRET[BACKEND.KEY]`; `${NAME}` is not replaced from Vector 0.57 on.
   *
   * @default - those of the agent alone
   */
  readonly sinks?: { [id: string]: any };

  /**
   * Global options: `secret`, `enrichment_tables`, `proxy`, `healthchecks` and others. What is written here wins, except for maps, which
   * are merged.
   *
   * @default - those of the agent alone
   */
  readonly global?: { [option: string]: any };

  /**
   * Whether options that Vector 0.57 does not know are let through: for images of your own. Vector itself refuses what it does not know.
   *
   * @default false
   */
  readonly allowUnknownKeys?: boolean;
}
