import { SearchDestinationOptions } from './search-destination-options';
import { SearchIndex } from '../search-index';

/**
 * OpenSearch, or a domain or collection of Amazon.
 */
export interface OpenSearchDestinationOptions extends SearchDestinationOptions {
  /**
   * Where logs are kept.
   *
   * @default SearchIndex.daily('logs') - data streams of OpenSearch need a template that you make first
   */
  readonly index?: SearchIndex;
}
