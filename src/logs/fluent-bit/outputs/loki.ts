import { basicAuth, compression, connection, delivery, headers, requireAuth } from './remote';
import { fail, quote } from '../../../private/problem';
import { sortedEntries, Wire } from '../../../private/wire';
import { LokiLineFormat } from '../../destinations/loki-line-format';
import { LogCompression } from '../../log-compression';
import { LogValue } from '../../log-value';
import { SpecOf } from '../../private/destination-spec';
import { OutputContext } from '../output-context';
import { fieldOf, listOf, listValue, plainText } from '../text';

export function lokiOutput(spec: SpecOf<'loki'>, context: OutputContext): Wire {
  const { options, endpoint } = spec;
  const { auth } = options;
  requireAuth(auth, ['basic', 'bearer'], context);
  return {
    name: 'loki',
    ...connection(spec, context),
    uri: endpoint.path || '/loki/api/v1/push',
    tenant_id: options.tenantId && plainText(options.tenantId, 'tenantId'),
    tenant_id_key: options.tenantFrom && tenantField(context.known(options.tenantFrom, '`tenantFrom`')),
    labels: pairs(options.labels ?? defaultLabels(context), 'label', context),
    structured_metadata: options.structuredMetadata && pairs(options.structuredMetadata, 'structured metadata', context),
    ...line(options.lineFormat, options.removeFields ?? []),
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'bearer' && { bearer_token: context.secret('token', auth._details.token!) },
    ...compression(options.compression, LogCompression.GZIP, [LogCompression.GZIP], context),
    ...headers(options, undefined, context),
    ...delivery(options),
  };
}

/** A stream for each container: few enough, and written by one agent alone. */
function defaultLabels({ metadata }: OutputContext): { [name: string]: LogValue } {
  return {
    job: LogValue.text('fluent-bit'),
    ...metadata.source !== 'none' && { namespace: LogValue.namespaceName(), pod: LogValue.podName(), container: LogValue.containerName() },
  };
}

/** Fluent Bit stops replacing variables at a `}` that stands before them, so what has a variable comes first. */
function pairs(values: { [name: string]: LogValue }, what: string, context: OutputContext): string {
  const entries = sortedEntries(values).map(([name, value]) => {
    const where = `the ${what} '${name}'`;
    return { name: requireLabel(name, what), value: listValue(context.known(value, where), where) };
  });
  return [...entries.filter(({ value }) => value.startsWith('${')), ...entries.filter(({ value }) => !value.startsWith('${'))]
    .map(({ name, value }) => `${name}=${value}`).join(', ');
}

function line(format: LokiLineFormat = LokiLineFormat.JSON, removed: string[]): Wire {
  const remove = format === LokiLineFormat.MESSAGE ? [...new Set([...removed, 'kubernetes', 'stream', 'time', '_p'])] : removed;
  return {
    remove_keys: remove.length === 0 ? undefined : listOf([...remove].sort(), 'a field to remove'),
    ...format === LokiLineFormat.MESSAGE && { drop_single_key: 'raw' },
    line_format: format === LokiLineFormat.KEY_VALUE ? 'key_value' : 'json',
  };
}

function tenantField(value: LogValue): string {
  if (value.kind !== 'field') {
    fail({
      code: 'invalid-destination',
      what: '`tenantFrom` is not a field of the line',
      given: `LogValue.${value.kind === 'node' ? 'nodeName' : value.kind}`,
      fix: 'use `tenantId` for one tenant, or LogValue.namespaceName()',
    });
  }
  return fieldOf(value);
}

function requireLabel(name: string, what: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    fail({
      code: 'invalid-destination',
      what: `Loki refuses this name of a ${what}`,
      given: quote(name),
      allowed: 'letters, digits and `_`, not a digit first',
      fix: `write ${quote(name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_') || 'job')}`,
    });
  }
  return name;
}
