import { basicAuth, compression, connection, delivery, requireAuth } from './remote';
import { fail } from '../../../private/problem';
import { Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { LogCompression } from '../../log-compression';
import { SpecOf } from '../../private/destination-spec';
import { SearchIndex } from '../../search-index';
import { OutputContext } from '../output-context';
import { fieldOf, plainText } from '../text';

export function elasticsearchOutput(spec: SpecOf<'elasticsearch'>, context: OutputContext): Wire {
  const { auth } = spec.options;
  requireAuth(auth, ['basic', 'apiKey', 'aws'], context);
  const index = spec.options.index ?? SearchIndex.dataStream('logs-kubernetes-default');
  const ids = spec.options.idsFromContent ?? index.kind !== 'dataStream';
  if (ids && index.kind === 'dataStream') {
    context.refuse('ids from content in a data stream: when an answer is lost it takes "exists already" for a failure, and sends the same logs for ever',
      '`idsFromContent: false`, or another index', 'leave `idsFromContent` out, or use SearchIndex.daily');
  }
  return {
    name: 'es',
    ...connection(spec, context),
    ...common(spec, index, ids, context),
    // with `create` a document that exists already is an error to Fluent Bit, with `index` it is written again
    write_operation: ids ? 'index' : 'create',
    trace_error: true,
    ...auth?.kind === 'apiKey' && { http_api_key: context.secret('api_key', auth._details.token!) },
    ...rest(spec, context),
  };
}

export function openSearchOutput(spec: SpecOf<'openSearch'>, context: OutputContext): Wire {
  requireAuth(spec.options.auth, ['basic', 'aws'], context);
  const index = spec.options.index ?? SearchIndex.daily('logs');
  return {
    name: 'opensearch',
    ...connection(spec, context),
    ...common(spec, index, spec.options.idsFromContent ?? true, context),
    write_operation: 'create',
    trace_error: true,
    ...rest(spec, context),
  };
}

function common({ endpoint, options }: SpecOf<'elasticsearch' | 'openSearch'>, index: SearchIndex, ids: boolean, context: OutputContext): Wire {
  return {
    path: endpoint.path || undefined,
    ...indexOf(index, context),
    pipeline: options.pipeline && plainText(options.pipeline, 'pipeline'),
    suppress_type_name: true,
    generate_id: ids,
    replace_dots: options.replaceDots || undefined,
    // an answer names every document, and one that is cut off counts as a failure
    buffer_size: false,
  };
}

function indexOf(index: SearchIndex, context: OutputContext): Wire {
  if (index.kind !== 'daily') {return { index: index.name };}
  const { prefixFrom, dateFormat } = index._daily;
  if (prefixFrom && prefixFrom.kind !== 'field') {
    fail({
      code: 'invalid-destination',
      what: '`prefixFrom` is not a field of the line',
      given: `LogValue.${prefixFrom.kind === 'node' ? 'nodeName' : prefixFrom.kind}`,
      fix: 'use the prefix itself, or LogValue.namespaceName()',
    });
  }
  return {
    logstash_format: true,
    logstash_prefix: index.name,
    logstash_prefix_key: prefixFrom && fieldOf(context.known(prefixFrom, '`prefixFrom`')),
    logstash_dateformat: dateFormat && plainText(dateFormat, 'dateFormat'),
  };
}

function rest({ options }: SpecOf<'elasticsearch' | 'openSearch'>, context: OutputContext): Wire {
  const { auth } = options;
  return {
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'aws' && awsAuth(auth),
    ...compression(options.compression, LogCompression.GZIP, [LogCompression.GZIP], context),
    ...delivery(options),
  };
}

function awsAuth({ _details: { region, aws = {} } }: DestinationAuth): Wire {
  return {
    // `true` is not enough: the plugin compares the text with `on`
    aws_auth: 'on',
    aws_region: plainText(region!, 'the region'),
    aws_service_name: plainText(aws.service ?? 'es', 'the service'),
    aws_role_arn: aws.roleArn && plainText(aws.roleArn, 'roleArn'),
    aws_external_id: aws.externalId && plainText(aws.externalId, 'externalId'),
  };
}
