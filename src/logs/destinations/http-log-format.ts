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
