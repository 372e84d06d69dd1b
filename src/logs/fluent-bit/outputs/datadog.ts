import { compression, delivery, JOURNAL_TEXT, tlsOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { NODE_NAME, optionalText, plainText } from '../text';

export function datadogOutput(destination: DestinationOf<'datadog'>, context: DestinationContext): Wire {
  const { site, source, service, tags, apiKey } = destination.options;
  const standard = valueOf(LOG_DEFAULTS.datadog, context.cluster);
  return {
    name: 'datadog',
    host: `http-intake.logs.${site ?? standard.site}`,
    ...tlsOf(undefined, context),
    apikey: context.secret('api_key', apiKey),
    dd_source: plainText(source ?? standard.source, 'source'),
    dd_service: optionalText(service, 'service'),
    dd_tags: sortedEntries(tags).map(([key, value]) => `${plainText(key, 'the key of a tag')}:${plainText(value, `the tag '${key}'`)}`)
      .join(',') || undefined,
    dd_hostname: NODE_NAME,
    ...compression(destination, context),
    ...delivery(destination, context),
    processors: { logs: [JOURNAL_TEXT] },
  };
}
