import { RemoteDestinationOptions } from '../remote-destination-options';

/**
 * What Elasticsearch and OpenSearch have in common.
 */
export interface SearchDestinationOptions extends RemoteDestinationOptions {
  /**
   * The ingest pipeline that documents go through, by its name.
   *
   * @default - the one of the index
   */
  readonly pipeline?: string;

  /**
   * Whether a document gets an id from its content, so that sending it again does not duplicate it.
   *
   * @default - true, except for data streams of Elasticsearch: there Fluent Bit takes the answer "exists already" for a failure, and would send for ever
   */
  readonly idsFromContent?: boolean;

  /**
   * Whether dots in the names of fields become underscores.
   *
   * @default false - dots mean nesting since Elasticsearch 2.4
   */
  readonly replaceDots?: boolean;
}
