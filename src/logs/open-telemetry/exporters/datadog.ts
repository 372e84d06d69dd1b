import { OutputContext, Translation } from './output';
import { queue, retries, timeout } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { literal } from '../text';
import { transform } from '../transform';

/**
 * Datadog takes OTLP. Not by its own exporter, which takes logs out of the queue before they are sent: a container that ends in an outage
 * would lose what it holds.
 */
export function datadogExporter(destination: DestinationOf<'datadog'>, output: OutputContext): Translation {
  const { options: { apiKey, site, source, service, tags }, compression } = destination;
  const { context } = output;
  const standard = valueOf(LOG_DEFAULTS.datadog, context.cluster);
  const ddTags = sortedEntries(tags).map(([key, value]) => `${key}:${value}`).join(',');
  const resource = (name: string, value: string) => `set(resource.attributes[${literal(name)}], ${value})`;
  return {
    settings: {
      logs_endpoint: `https://otlp.${site ?? standard.site}/v1/logs`,
      timeout: timeout(context),
      compression: compression(context.cluster),
      headers: { 'dd-api-key': context.secret('api_key', apiKey) },
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions: {},
    processors: {},
    lastProcessors: {
      transform: transform([
        resource('datadog.host.name', 'resource.attributes["k8s.node.name"]'),
        resource('datadog.log.source', literal(source ?? standard.source)),
        ...service === undefined ? [] : [resource('service.name', literal(service))],
        ...ddTags === '' ? [] : [`set(log.attributes["ddtags"], ${literal(ddTags)})`],
      ]),
    },
  };
}
