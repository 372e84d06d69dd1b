import { SecretKey } from './secret-key';

/**
 * Headers of requests.
 */
export interface DestinationHeaderOptions {
  /**
   * Headers, by name. Those that carry credentials are refused here.
   *
   * @default - the headers that the protocol needs
   */
  readonly headers?: { [name: string]: string };

  /**
   * Headers whose whole value is in a Secret, by name.
   *
   * @default - no header comes from a Secret
   */
  readonly secretHeaders?: { [name: string]: SecretKey };
}
