import { Size } from 'cdk8s';
import { StdoutDestinationOptions } from './stdout-destination-options';

/**
 * A file of the node, with a JSON object on each line: a record, or from the OpenTelemetry Collector a request of OTLP.
 */
export interface FileDestinationOptions extends StdoutDestinationOptions {
  /**
   * The file, in a directory that exists on the node and that nothing else of the agent reads: its directory is mounted to be written.
   */
  readonly path: string;

  /**
   * How large the file becomes before it is rotated.
   *
   * @default Size.mebibytes(100)
   */
  readonly rotateSize?: Size;

  /**
   * How many rotated files are kept.
   *
   * @default 5
   */
  readonly rotateFiles?: number;
}
