import { bufferOf, retriesOf, tlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { sortedEntries } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { messageProgram, TEXT_FIELD, TIME_FIELD } from '../record';
import { vrlText, vrlValue } from '../vrl';

export function datadogSink(destination: DestinationOf<'datadog'>, context: DestinationContext): Sink {
  const { site, source, service, tags, apiKey } = destination.options;
  const standard = valueOf(LOG_DEFAULTS.datadog, context.cluster);
  const tagText = sortedEntries(tags).map(([key, value]) => `${key}:${value}`).join(',');
  return {
    program: [
      messageProgram('message'),
      '.message = message',
      `del(.${TEXT_FIELD})`,
      `.timestamp = del(."${TIME_FIELD}")`,
      `.hostname = ${vrlValue(LogValue.nodeName()._source)}`,
      `.ddsource = ${vrlText(source ?? standard.source)}`,
      ...service === undefined ? [] : [`.service = ${vrlText(service)}`],
      ...tagText === '' ? [] : [`.ddtags = ${vrlText(tagText)}`],
      '',
    ].join('\n'),
    wire: {
      type: 'datadog_logs',
      default_api_key: context.secret('api_key', apiKey),
      site: site ?? standard.site,
      compression: destination.compression(context.cluster),
      tls: tlsOf(undefined, context),
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}
