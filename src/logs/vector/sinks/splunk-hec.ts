import { bufferOf, retriesOf, urlTlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { templateText } from '../text';
import { vrlValue } from '../vrl';

export function splunkHecSink(destination: DestinationOf<'splunkHec'>, context: DestinationContext): Sink {
  const { token, index, source, sourceType } = destination.options;
  return {
    program: `%node = ${vrlValue(LogValue.nodeName()._source)}\n`,
    wire: {
      type: 'splunk_hec_logs',
      endpoint: originOf(destination),
      default_token: context.secret('token', token),
      host_key: '%node',
      index: index === undefined ? undefined : templateText(index, 'index'),
      source: source === undefined ? undefined : templateText(source, 'source'),
      sourcetype: templateText(sourceType ?? valueOf(LOG_DEFAULTS.splunkSourceType, context.cluster), 'sourceType'),
      encoding: { codec: 'json' },
      compression: destination.compression(context.cluster),
      // by itself Vector waits for indexers to confirm, which a token has to be made for
      acknowledgements: { indexer_acknowledgements_enabled: false },
      tls: urlTlsOf(destination, context),
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}
