import { Size } from 'cdk8s';
import { FlagSource, valueOf } from '../../private/default-row';
import { LOG_DEFAULTS } from '../defaults';
import { LogCompression } from '../log-compression';
import { LogDestinationOptions } from '../log-destination-options';
import { RetryPolicy } from '../retry-policy';

/** A destination that can be down: how much may wait for it, and how often it is tried, on a cluster where nothing was said. */
export interface DeliveredDestination {
  readonly options: LogDestinationOptions;
  readonly bufferLimit: (cluster: FlagSource) => Size;
  readonly retry: (cluster: FlagSource) => RetryPolicy;
}

/** One that also takes compressed logs. */
export interface CompressedDestination extends DeliveredDestination {
  readonly compression: (cluster: FlagSource) => LogCompression;
}

export function delivered<Options extends LogDestinationOptions>(options: Options): DeliveredDestination & { readonly options: Options } {
  return {
    options,
    bufferLimit: cluster => options.bufferLimit ?? Size.mebibytes(valueOf(LOG_DEFAULTS.bufferMebibytes, cluster)),
    retry: cluster => options.retry ?? RetryPolicy[valueOf(LOG_DEFAULTS.retry, cluster)](),
  };
}

/** @param usual which of the usual compressions it has */
export function compressed<Options extends LogDestinationOptions & { readonly compression?: LogCompression }>(
  options: Options, usual: keyof typeof LOG_DEFAULTS.compression.value = 'known',
): CompressedDestination & { readonly options: Options } {
  const standard = (cluster: FlagSource) => valueOf(LOG_DEFAULTS.compression, cluster)[usual] as LogCompression;
  return { ...delivered(options), compression: cluster => options.compression ?? standard(cluster) };
}
