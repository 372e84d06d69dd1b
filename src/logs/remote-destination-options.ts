import { DestinationAuth } from './destination-auth';
import { EndpointDestinationOptions } from './endpoint-destination-options';

/**
 * What can be said of any destination behind a URL that has a choice of proofs of who sends.
 */
export interface RemoteDestinationOptions extends EndpointDestinationOptions {
  /**
   * How the agent proves who it is.
   *
   * @default - not at all
   */
  readonly auth?: DestinationAuth;
}
