import { SearchDestinationOptions } from './search-destination-options';
import { SearchIndex } from '../search-index';

/**
 * Elasticsearch 8 or newer, or Elastic Cloud.
 */
export interface ElasticsearchDestinationOptions extends SearchDestinationOptions {
  /**
   * Where logs are kept.
   *
   * @default SearchIndex.dataStream('logs-kubernetes-default') - Elasticsearch brings the template for it
   */
  readonly index?: SearchIndex;
}
