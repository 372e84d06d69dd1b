import { compression, connection, delivery } from './remote';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { NODE_NAME, noAccessor, optionalText } from '../text';

export function splunkHecOutput(destination: DestinationOf<'splunkHec'>, context: DestinationContext): Wire {
  const { token, index, source, sourceType } = destination.options;
  return {
    name: 'splunk',
    ...connection(destination, context),
    splunk_token: context.secret('token', token),
    event_index: optionalText(index, 'index'),
    event_source: source && noAccessor(source, 'source'),
    event_sourcetype: optionalText(sourceType, 'sourceType') ?? valueOf(LOG_DEFAULTS.splunkSourceType, context.cluster),
    event_host: NODE_NAME,
    ...compression(destination, context),
    ...delivery(destination, context),
  };
}
