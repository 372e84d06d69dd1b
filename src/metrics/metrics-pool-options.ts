import { Exporter } from './exporter';

/**
 * What an exporter does differently on the nodes of a pool. Each option takes the place of that of the agent, as a whole.
 */
export interface MetricsPoolOptions {
  /**
   * The program of the agent with other options. Another program is an error (`invalid-node-pool`), and so are other rights, variables and
   * namespaces of the node.
   *
   * @default - that of the agent
   */
  readonly exporter?: Exporter;

  /**
   * Arguments of the exporter, laid over those that are written here by the names of their flags.
   *
   * @default - the arguments of the agent
   */
  readonly args?: string[];
}
