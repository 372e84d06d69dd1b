import { awsKeys } from './aws';
import { basicAuth, compression, connection, delivery } from './remote';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { SearchIndex } from '../../search-index';
import { fieldOf, optionalText, plainText } from '../text';

export function elasticsearchOutput(destination: DestinationOf<'elasticsearch'>, context: DestinationContext): Wire {
  const { options: { auth, idsFromContent } } = destination;
  const index = destination.index(context.cluster);
  const ids = idsFromContent ?? index.kind !== 'dataStream';
  return {
    name: 'es',
    ...connection(destination, context),
    ...documents(destination, index, ids, context),
    // with `create` a document that exists already is an error to Fluent Bit, with `index` it is written again
    write_operation: ids ? 'index' : 'create',
    trace_error: true,
    ...auth?.kind === 'apiKey' && { http_api_key: context.secret('api_key', auth._details.token!) },
    ...transfer(destination, context),
  };
}

export function openSearchOutput(destination: DestinationOf<'openSearch'>, context: DestinationContext): Wire {
  const { idsFromContent } = destination.options;
  return {
    name: 'opensearch',
    ...connection(destination, context),
    ...documents(destination, destination.index(context.cluster), idsFromContent ?? true, context),
    write_operation: 'create',
    trace_error: true,
    ...transfer(destination, context),
  };
}

type SearchDestination = DestinationOf<'elasticsearch' | 'openSearch'>;

function documents({ endpoint, options }: SearchDestination, index: SearchIndex, ids: boolean, context: DestinationContext): Wire {
  return {
    path: endpoint.path || undefined,
    ...indexOf(index, context),
    pipeline: pipelineOf(options.pipeline),
    suppress_type_name: true,
    generate_id: ids,
    // labels such as `app` and `app.kubernetes.io/name` are otherwise a text and an object in one place, and refused
    replace_dots: options.replaceDots ?? valueOf(LOG_DEFAULTS.replaceDots, context.cluster),
    // an answer names every document, and one that is cut off counts as a failure
    buffer_size: false,
  };
}

/** The plugin writes it into its URL as it is. */
function pipelineOf(pipeline: string | undefined): string | undefined {
  const text = optionalText(pipeline, 'pipeline');
  return text === undefined ? undefined : encodeURIComponent(text);
}

function indexOf(index: SearchIndex, context: DestinationContext): Wire {
  if (index.kind !== 'daily') {return { index: index.name };}
  const { prefixFrom, dateFormat } = index._daily;
  return {
    logstash_format: true,
    logstash_prefix: index.name,
    logstash_prefix_key: prefixFrom && fieldOf(context.known(prefixFrom, '`prefixFrom`')),
    logstash_dateformat: optionalText(dateFormat, 'dateFormat'),
  };
}

function transfer(destination: SearchDestination, context: DestinationContext): Wire {
  const { auth } = destination.options;
  return {
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...(auth?.kind === 'aws' || auth?.kind === 'awsKeys') && awsAuth(auth, context),
    ...compression(destination, context),
    ...delivery(destination, context),
    // it cannot tell a document that is refused for good from an outage
    ...destination.options.retry === undefined && { retry_limit: valueOf(LOG_DEFAULTS.searchRetries, context.cluster) },
  };
}

function awsAuth(auth: DestinationAuth, context: DestinationContext): Wire {
  const { _details: { region, aws = {} } } = auth;
  awsKeys(auth, context);
  return {
    // `true` is not enough: the plugin compares the text with `on`
    aws_auth: 'on',
    aws_region: plainText(region!, 'the region'),
    aws_service_name: plainText(aws.service ?? valueOf(LOG_DEFAULTS.awsServices, context.cluster).search, 'the service'),
    aws_role_arn: optionalText(aws.roleArn, 'roleArn'),
    aws_external_id: optionalText(aws.externalId, 'externalId'),
  };
}
