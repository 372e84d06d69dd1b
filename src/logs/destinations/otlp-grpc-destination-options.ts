import { OtlpDestinationOptions } from './otlp-destination-options';

/**
 * OTLP over gRPC: an OpenTelemetry Collector, or any back end that takes OTLP. The URL has no path, and the usual port, 4317, is written.
 */
export interface OtlpGrpcDestinationOptions extends OtlpDestinationOptions {}
