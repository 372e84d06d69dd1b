import { compression, connection, delivery } from './remote';
import { Wire } from '../../../private/wire';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { NODE_NAME } from '../text';

export function forwardOutput(destination: DestinationOf<'forward'>, context: DestinationContext): Wire {
  const { sharedKey, tag } = destination.options;
  return {
    name: 'forward',
    ...connection(destination, context),
    ...sharedKey && { shared_key: context.secret('shared_key', sharedKey), self_hostname: NODE_NAME },
    tag,
    // without it a chunk counts as delivered when it was written into the socket
    require_ack_response: true,
    // Fluentd refuses events with metadata
    retain_metadata_in_forward_mode: false,
    ...compression(destination, context),
    ...delivery(destination, context),
  };
}
