import { DestinationAuth } from './destination-auth';
import { EndpointDestinationOptions } from './endpoint-destination-options';

/**
 * Options common to every destination with a URL and a choice of authentication.
 */
export interface RemoteDestinationOptions extends EndpointDestinationOptions {
  /**
   * How the agent proves who it is.
   *
   * @default - not at all
   */
  readonly auth?: DestinationAuth;
}
