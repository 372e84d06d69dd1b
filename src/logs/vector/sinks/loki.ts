import { authOf, bufferOf, retriesOf, urlTlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LokiLineFormat } from '../../destinations/loki-destination-options';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { VECTOR_DEFAULTS } from '../defaults';
import { messageProgram, TEXT_FIELD } from '../record';
import { unconfined, VectorRelease } from '../releases';
import { templateText } from '../text';
import { vrlObject, vrlPath, vrlText, vrlValue } from '../vrl';

const CODECS: { readonly [format in LokiLineFormat]: string } = {
  [LokiLineFormat.JSON]: 'json',
  [LokiLineFormat.KEY_VALUE]: 'logfmt',
  [LokiLineFormat.MESSAGE]: 'text',
};

export function lokiSink(destination: DestinationOf<'loki'>, context: DestinationContext, release: VectorRelease): Sink {
  const { options, endpoint } = destination;
  const labels = options.labels ?? defaultLabels(context);
  const { structuredMetadata, tenantFrom, tenantId, lineFormat = LokiLineFormat.JSON, removeFields = [] } = options;
  return {
    program: [
      ...tenantFrom === undefined ? [] : [tenantProgram(context.known(tenantFrom, '`tenantFrom`'), tenantId)],
      `%labels = ${valuesProgram(labels, 'label', context)}`,
      ...structuredMetadata === undefined ? [] : [`%metadata = ${valuesProgram(structuredMetadata, 'structured metadata', context)}`],
      ...[...removeFields].sort().map(name => `del(${vrlPath([name])})`),
      ...lineFormat === LokiLineFormat.MESSAGE ? [messageProgram(`.${TEXT_FIELD}`)] : [],
      '',
    ].join('\n'),
    wire: {
      type: 'loki',
      endpoint: originOf(destination),
      path: endpoint.path,
      tenant_id: tenantFrom === undefined ? tenantId && templateText(tenantId, 'tenantId') : '{{ %tenant }}',
      labels: expanded(labels, 'labels'),
      structured_metadata: structuredMetadata && expanded(structuredMetadata, 'metadata'),
      encoding: { codec: CODECS[lineFormat] },
      compression: destination.compression(context.cluster),
      ...unconfined(release),
      auth: authOf(options.auth, context),
      tls: urlTlsOf(destination, context),
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}

/** A stream for each container, and for each node where a line is not of a container: one writer for each. */
function defaultLabels({ metadata, cluster }: DestinationContext): { [name: string]: LogValue } {
  return {
    job: LogValue.text(valueOf(VECTOR_DEFAULTS.lokiJob, cluster)),
    node: LogValue.nodeName(),
    ...metadata.source !== 'none' && { namespace: LogValue.namespaceName(), pod: LogValue.podName(), container: LogValue.containerName() },
  };
}

/** What has no value is left out; by itself Vector reports an error for each line without it. */
function valuesProgram(values: { [name: string]: LogValue }, what: string, context: DestinationContext): string {
  const entries = sortedEntries(values)
    .map(([name, value]): [string, string] => [name, vrlValue(context.known(value, `the ${what} '${name}'`)._source)]);
  return `compact(${vrlObject(entries)})`;
}

/** All at once, as `*` stands for. It writes names in lower case, so that others are named one by one. */
function expanded(values: { [name: string]: LogValue }, field: string): Wire {
  const odd = Object.keys(values).filter(name => /[A-Z]/.test(name)).sort();
  return { '*': `{{ %${field} }}`, ...Object.fromEntries(odd.map(name => [name, `{{ %${field}.${name} }}`])) };
}

function tenantProgram(value: LogValue, otherwise: string | undefined): string {
  const from = vrlValue(value._source);
  return [
    `tenant = to_string(${from}) ?? ""`,
    otherwise === undefined ? 'if tenant != "" { %tenant = tenant }'
      : `%tenant = if tenant != "" { tenant } else { ${vrlText(otherwise)} }`,
  ].join('\n');
}
