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
   * @default - true, except for data streams of Elasticsearch: there Fluent Bit takes the answer "exists already" for a failure, and would
   * send for ever
   */
  readonly idsFromContent?: boolean;

  /**
   * Whether dots in the names of fields become underscores.
   *
   * @default true - a dot means nesting: an index that has seen a pod labelled `app` refuses one labelled `app.kubernetes.io/name`
   */
  readonly replaceDots?: boolean;
}
