import { Duration } from 'cdk8s';
import { HttpLogFormat } from './http-log-format';
import { HttpLogMethod } from './http-log-method';
import { LogDateFormat } from './log-date-format';
import { DestinationHeaderOptions } from '../destination-header-options';
import { RemoteDestinationOptions } from '../remote-destination-options';

/**
 * Any server that takes requests with logs.
 */
export interface HttpDestinationOptions extends RemoteDestinationOptions, DestinationHeaderOptions {
  /**
   * How records are written into a request.
   *
   * @default HttpLogFormat.JSON_LINES
   */
  readonly format?: HttpLogFormat;

  /**
   * The method.
   *
   * @default HttpLogMethod.POST
   */
  readonly method?: HttpLogMethod;

  /**
   * The field that holds the time of the record.
   *
   * @default date
   */
  readonly dateField?: string;

  /**
   * How the time is written.
   *
   * @default LogDateFormat.ISO8601
   */
  readonly dateFormat?: LogDateFormat;

  /**
   * How long an answer may take.
   *
   * @default - 60 seconds
   */
  readonly responseTimeout?: Duration;
}
