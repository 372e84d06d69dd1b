/**
 * What a line looks like in Loki.
 */
export enum LokiLineFormat {
  /** The whole record in JSON. */
  JSON = 'json',
  /** The whole record as `key=value` pairs. */
  KEY_VALUE = 'keyValue',
  /** The message alone: the time, the stream and what is known of the pod are left out, so name what you need in labels or structured metadata. */
  MESSAGE = 'message',
}
