import { OtlpDestinationOptions } from './otlp-destination-options';

/**
 * OTLP over HTTP: an OpenTelemetry Collector, or any back end that takes OTLP.
 */
export interface OtlpHttpDestinationOptions extends OtlpDestinationOptions {}
