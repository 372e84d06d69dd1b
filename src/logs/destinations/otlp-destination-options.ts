import { DestinationHeaderOptions } from '../destination-header-options';
import { RemoteDestinationOptions } from '../remote-destination-options';

/**
 * What OTLP over HTTP and over gRPC have in common.
 */
export interface OtlpDestinationOptions extends RemoteDestinationOptions, DestinationHeaderOptions {
  /**
   * Attributes of the resource, such as `k8s.cluster.name`. What is known of the pod are attributes of each log record.
   *
   * @default - the resource has no attributes
   */
  readonly resourceAttributes?: { [key: string]: string };

  /**
   * The field that becomes the body, at the top of the record: letters, digits, `_`, `-` and `/`, not a digit first. All others become
   * attributes.
   *
   * @default log
   */
  readonly bodyField?: string;
}
