/**
 * Sections of the collector's own configuration, in the spelling of its YAML. They are added to what is written here; to change that,
 * there is `configOverrides`.
 *
 * Here `$` has its meaning for the collector: `${env:NAME}` is a variable of the container's environment, and a `$` that is text is
 * written `$$`.
 */
export interface OpenTelemetryExtraConfigOptions {
  /**
   * Receivers, by id: `{ 'otlp': { protocols: { grpc: { endpoint: ':4317' } } } }`. What they read from the node must be mounted:
   * `agent.container.addHostPaths(...)`.
   *
   * @default - those of the agent alone
   */
  readonly receivers?: { [id: string]: any };

  /**
   * Processors, by id. They have an effect where a pipeline names them.
   *
   * @default - those of the agent alone
   */
  readonly processors?: { [id: string]: any };

  /**
   * Exporters, by id.
   *
   * @default - those of the agent alone
   */
  readonly exporters?: { [id: string]: any };

  /**
   * Connectors, by id.
   *
   * @default - those of the agent alone
   */
  readonly connectors?: { [id: string]: any };

  /**
   * Extensions, by id. They are started too: `service.extensions` names them.
   *
   * @default - those of the agent alone
   */
  readonly extensions?: { [id: string]: any };

  /**
   * Pipelines, by id: `{ 'logs/audit': { receivers: ['file_log'], exporters: ['otlp_http/audit'] } }`. Inputs and destinations of the
   * agent may be named in them:
   * `forward/NAME` as an exporter is what leads to a destination.
   *
   * @default - those of the agent alone
   */
  readonly pipelines?: { [id: string]: any };

  /**
   * Whether components are let through that no image of the project has: for an image of your own. Also lets components through that the
   * release does not
   * know by their name.
   *
   * @default false
   */
  readonly allowUnknownComponents?: boolean;
}
