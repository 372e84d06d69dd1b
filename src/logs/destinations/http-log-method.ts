/**
 * The method of requests.
 */
export enum HttpLogMethod {
  /** POST. */
  POST = 'POST',
  /** PUT. */
  PUT = 'PUT',
}
