import { FluentBitOptions } from './fluent-bit-options';
import { STATE_PATH } from './layout';
import { bytesText, sizeText } from './text';
import { isAddress, isLoopback } from '../../private/address';
import { fail, quote } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { parseQuantity } from '../../private/quantity';
import { Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { LogSetup } from '../private/collector';
import { pathOn } from '../private/node-system';

/** Chunks are at most about this large. */
const CHUNK_BYTES = 2_000_000;
const MB = 1_000_000;

type ServiceSetup = Pick<LogSetup, 'scale' | 'cluster' | 'system'>;

/**
 * The service section.
 *
 * @param memoryLimit of the container, as a quantity; undefined where there is none
 */
export function serviceOf(options: FluentBitOptions, memoryLimit: string
  | undefined, port: number, { scale, cluster, system }: ServiceSetup): Wire {
  const { flushSeconds, retryWait } = scale._settings;
  const wait = retryWait ?? valueOf(LOG_DEFAULTS.retryWait, cluster);
  return {
    'flush': flushSecondsOf(options) ?? flushSeconds ?? valueOf(LOG_DEFAULTS.flushMilliseconds, cluster) / 1000,
    'grace': graceSeconds(options, cluster),
    'log_level': options.logLevel ?? valueOf(LOG_DEFAULTS.logLevel, cluster),
    'http_server': true,
    'http_listen': listenAddress(options.listenAddress) ?? valueOf(LOG_DEFAULTS.listenAddress, cluster),
    'http_port': port,
    'health_check': true,
    // what was read and not delivered waits here
    'storage.path': pathOn(system, `${STATE_PATH}/buffer`),
    ...memoryOf(memoryLimit),
    ...options.keepRejected
      && { 'storage.keep.rejected': true, 'storage.rejected.path': 'rejected', 'storage.rejected.limit': sizeText(options.keepRejected) },
    'storage.metrics': true,
    // a chunk that cannot be read after a power failure would otherwise be tried for ever
    'storage.delete_irrecoverable_chunks': true,
    'scheduler.base': wait.baseSeconds,
    // by itself the wait between two tries grows up to 33 minutes
    'scheduler.cap': wait.capSeconds,
  };
}

/** Fluent Bit does not start with 0. */
function flushSecondsOf({ flushInterval }: FluentBitOptions): number | undefined {
  const seconds = flushInterval?.toSeconds({ integral: false });
  if (seconds === 0) {
    fail({
      code: 'invalid-collector-config',
      what: 'Fluent Bit does not start with this interval',
      given: 'flushInterval: 0 s',
      allowed: 'more than 0 s',
      fix: 'leave it out, or choose a longer one',
    });
  }
  return seconds;
}

/** How long delivery goes on after a signal to stop, in seconds. */
export function graceSeconds(options: FluentBitOptions, cluster: FlagSource): number {
  return (options.shutdownGrace && wholeSeconds(options.shutdownGrace, '`shutdownGrace`'))
    ?? valueOf(LOG_DEFAULTS.shutdownGraceSeconds, cluster);
}

/**
 * A name would be looked up on each node, and could be another address on each. Nothing but the pod itself would reach a loopback address,
 * and probes come from the node.
 */
function listenAddress(address: string | undefined): string | undefined {
  if (address !== undefined && (!isAddress(address) || isLoopback(address))) {
    fail({
      code: 'invalid-collector-config',
      what: 'health and metrics cannot be served at this address',
      given: quote(address),
      allowed: 'an IPv4 or IPv6 address that probes and Prometheus reach from outside of the pod',
      fix: "leave `listenAddress` out for the address of the pod, or write '0.0.0.0' or '::'",
    });
  }
  return address;
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
