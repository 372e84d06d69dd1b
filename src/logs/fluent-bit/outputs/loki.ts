import { basicAuth, compression, connection, delivery, headers } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LokiLineFormat } from '../../destinations/loki-destination-options';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { fieldName, fieldOf, listOf, listValue, optionalText } from '../text';

export function lokiOutput(destination: DestinationOf<'loki'>, context: DestinationContext): Wire {
  const { options, endpoint } = destination;
  const { auth } = options;
  return {
    name: 'loki',
    ...connection(destination, context),
    uri: endpoint.path,
    tenant_id: optionalText(options.tenantId, 'tenantId'),
    tenant_id_key: options.tenantFrom && fieldOf(context.known(options.tenantFrom, '`tenantFrom`')),
    labels: pairs(options.labels ?? defaultLabels(context), 'label', context),
    structured_metadata: options.structuredMetadata && pairs(options.structuredMetadata, 'structured metadata', context),
    ...line(options.lineFormat, options.removeFields ?? []),
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'bearer' && { bearer_token: context.secret('token', auth._details.token!) },
    ...compression(destination, context),
    ...headers(options, undefined, context),
    ...delivery(destination, context),
  };
}

/** A stream for each container and for what is of the node: few enough, and written by one agent alone. */
function defaultLabels({ metadata, cluster }: DestinationContext): { [name: string]: LogValue } {
  return {
    job: LogValue.text(valueOf(LOG_DEFAULTS.lokiJob, cluster)),
    node: LogValue.nodeName(),
    ...metadata.source !== 'none' && { namespace: LogValue.namespaceName(), pod: LogValue.podName(), container: LogValue.containerName() },
  };
}

/** Fluent Bit stops replacing variables at a `}` that stands before them, so what has a variable comes first. */
function pairs(values: { [name: string]: LogValue }, what: string, context: DestinationContext): string {
  const entries = sortedEntries(values).map(([name, value]) => {
    const where = `the ${what} '${name}'`;
    return { name, value: listValue(context.known(value, where), where) };
  });
  return [...entries.filter(({ value }) => value.startsWith('${')), ...entries.filter(({ value }) => !value.startsWith('${'))]
    .map(({ name, value }) => `${name}=${value}`).join(', ');
}

function line(format: LokiLineFormat = LokiLineFormat.JSON, removed: string[]): Wire {
  const remove = format === LokiLineFormat.MESSAGE ? [...new Set([...removed, 'kubernetes', 'stream', 'time', '_p'])] : removed;
  return {
    remove_keys: remove.length === 0
      ? undefined
      : listOf(remove.map(name => fieldName(name, 'a field to remove')).sort(), 'a field to remove'),
    ...format === LokiLineFormat.MESSAGE && { drop_single_key: 'raw' },
    line_format: format === LokiLineFormat.KEY_VALUE ? 'key_value' : 'json',
  };
}
