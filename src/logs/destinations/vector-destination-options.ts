import { EndpointDestinationOptions } from '../endpoint-destination-options';

/**
 * The source `vector` of a Vector aggregator. The URL has no path, and the usual port, 6000, is written.
 */
export interface VectorDestinationOptions extends EndpointDestinationOptions {}
