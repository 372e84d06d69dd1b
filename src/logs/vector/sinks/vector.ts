import { bufferOf, retriesOf, urlTlsOf } from './remote';
import { Sink } from './sink';
import { fail } from '../../../private/agent-error';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogCompression } from '../../log-compression';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { VectorRelease } from '../releases';

/** Another Vector, such as an aggregator. */
export function vectorSink(destination: DestinationOf<'vector'>, context: DestinationContext, release: VectorRelease): Sink {
  const { version, namesVectorCompression } = release;
  const tls = urlTlsOf(destination, context);
  const compression = destination.compression(context.cluster);
  if (!namesVectorCompression && compression === LogCompression.ZSTD) {
    fail({
      code: 'unsupported-by-collector',
      what: `Vector ${version} does not send compressed with zstd to another Vector`,
      given: 'LogCompression.ZSTD',
      allowed: 'LogCompression.GZIP, LogCompression.NONE',
      fix: 'choose one of those, or Vector 0.56',
    });
  }
  return {
    wire: {
      type: 'vector',
      address: originOf(destination),
      compression: namesVectorCompression ? compression : compression === LogCompression.GZIP,
      tls: tls && { enabled: true, ...tls },
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}
