import { Duration } from 'cdk8s';
import { DestinationHeaderOptions } from '../destination-header-options';
import { RemoteDestinationOptions } from '../remote-destination-options';

/**
 * How records are written into a request.
 */
export enum HttpLogFormat {
  /** One JSON object on each line. */
  JSON_LINES = 'json_lines',
  /** One JSON array. */
  JSON = 'json',
  /** JSON objects one after the other. */
  JSON_STREAM = 'json_stream',
  /** MessagePack. */
  MSGPACK = 'msgpack',
}

/**
 * The method of requests.
 */
export enum HttpLogMethod {
  /** POST. */
  POST = 'POST',
  /** PUT. */
  PUT = 'PUT',
}

/**
 * How the time of a record is written.
 */
export enum LogDateFormat {
  /** `2026-01-31T12:00:00.123456Z`. */
  ISO8601 = 'iso8601',
  /** Seconds since 1970. */
  EPOCH = 'epoch',
  /** Milliseconds since 1970. */
  EPOCH_MS = 'epoch_ms',
  /** Seconds since 1970, with a fraction. */
  DOUBLE = 'double',
}

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
   * The field that holds the time of the record. Not a word that switches it off: true, on, yes, false, off, no.
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
