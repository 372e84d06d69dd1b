import { LogCollector } from './log-collector';
import { LogDestination } from './log-destination';
import { LogFilter } from './log-filter';
import { LogInput } from './log-input';
import { LogScale } from './log-scale';
import { LogValue } from './log-value';

/**
 * What a log agent does differently on the nodes of a pool. Each option takes the place of that of the agent, as a whole.
 */
export interface LogPoolOptions {
  /**
   * The program of the agent with other options. Another program, command, port or probe is an error (`invalid-node-pool`).
   *
   * @default - that of the agent, with buffers for the memory limit of the pool
   */
  readonly collector?: LogCollector;

  /**
   * Where logs come from.
   *
   * @default - the inputs of the agent
   */
  readonly inputs?: LogInput[];

  /**
   * What happens to lines on their way.
   *
   * @default - the filters of the agent
   */
  readonly filters?: LogFilter[];

  /**
   * Where logs are sent.
   *
   * @default - the destinations of the agent
   */
  readonly destinations?: LogDestination[];

  /**
   * Fields that every record gets, by name.
   *
   * @default - the fields of the agent
   */
  readonly fields?: { [name: string]: LogValue };

  /**
   * How many nodes the cluster has. The rollout of the pool follows it, unless the pool has one.
   *
   * @default - the scale of the agent
   */
  readonly scale?: LogScale;
}
