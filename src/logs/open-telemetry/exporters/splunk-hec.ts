import { OutputContext, Translation } from './output';
import { connection, queue, retries, urlOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogCompression } from '../../log-compression';
import { optionalText } from '../text';

export function splunkHecExporter(destination: DestinationOf<'splunkHec'>, output: OutputContext): Translation {
  const { context } = output;
  const { token, index, source, sourceType } = destination.options;
  const { compression, ...rest } = connection(destination, context);
  return {
    settings: {
      endpoint: urlOf(destination, '/services/collector'),
      token: context.secret('token', token),
      index: optionalText(index, 'index'),
      source: optionalText(source, 'source'),
      sourcetype: optionalText(sourceType, 'sourceType') ?? valueOf(LOG_DEFAULTS.splunkSourceType, context.cluster),
      disable_compression: compression === LogCompression.NONE || undefined,
      ...rest,
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions: {},
    processors: {},
  };
}
