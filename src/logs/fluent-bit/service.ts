import { FluentBitLogLevel } from './fluent-bit-log-level';
import { FluentBitOptions } from './fluent-bit-options';
import { STATE_PATH } from './layout';
import { bytesText, plainText, sizeText } from './text';
import { parseQuantity } from '../../private/quantity';
import { Wire } from '../../private/wire';

/** Chunks are at most about this large. */
const CHUNK_BYTES = 2_000_000;
const MB = 1_000_000;

/**
 * The service section.
 *
 * @param memoryLimit of the container, as a quantity; undefined where there is none
 */
export function serviceOf(options: FluentBitOptions, memoryLimit: string | undefined, port: number): Wire {
  return {
    'flush': (options.flushInterval?.toMilliseconds() ?? 1000) / 1000,
    'grace': graceSeconds(options),
    'log_level': options.logLevel ?? FluentBitLogLevel.INFO,
    'http_server': true,
    'http_listen': plainText(options.listenAddress ?? '0.0.0.0', 'listenAddress'),
    'http_port': port,
    'health_check': true,
    // what was read and not delivered waits here
    'storage.path': `${STATE_PATH}/buffer`,
    ...memoryOf(memoryLimit),
    ...options.keepRejected && { 'storage.keep.rejected': true, 'storage.rejected.path': 'rejected', 'storage.rejected.limit': sizeText(options.keepRejected) },
    'storage.metrics': true,
    // a chunk that cannot be read after a power failure would otherwise be tried for ever
    'storage.delete_irrecoverable_chunks': true,
    'scheduler.base': 2,
    // by itself the wait between two tries grows up to 33 minutes
    'scheduler.cap': 60,
  };
}

/** How long delivery goes on after a signal to stop, in seconds. */
export function graceSeconds(options: FluentBitOptions): number {
  return options.shutdownGrace?.toSeconds() ?? 15;
}

/** At most half of the memory for chunks, at most a sixteenth for those of the last run. */
function memoryOf(memoryLimit: string | undefined): Wire {
  const bytes = memoryLimit === undefined ? Infinity : Number(parseQuantity(memoryLimit)!.nanos / 1_000_000_000n);
  const chunks = Math.max(4, Math.min(128, Math.floor(bytes / 2 / CHUNK_BYTES)));
  return {
    'storage.max_chunks_up': chunks,
    'storage.backlog.mem_limit': bytesText(Math.max(5 * MB, Math.min(32 * MB, bytes / 16))),
  };
}
