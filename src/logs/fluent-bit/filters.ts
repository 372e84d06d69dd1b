import { tagOf, tagPrefixOf } from './layout';
import { multilineNames, POD_TAG_PARSER } from './parsers';
import { optionalText } from './text';
import { fail, quote } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { compact, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogFiles, ContainerLogsOptions } from '../inputs/container-logs-options';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';

/** What happens to the logs of containers on their way, in this order. */
export function filtersOf(input: LogInput, metadata: LogMetadata, cluster: FlagSource): Wire[] {
  const options = input._containers;
  if (options === undefined) {return [];}
  const described = metadata.source === 'none' ? parseJson(input, options, cluster) : [addMetadata(input, options, metadata, cluster)];
  return [...joinLines(input, options), ...described];
}

/** Lines without metadata are read by a parser, which has no place to put fields into. */
export function requireJsonField({ name, _containers: options }: LogInput, { source }: LogMetadata): void {
  if (options?.jsonField !== undefined && source === 'none') {
    fail({
      code: 'unsupported-by-collector',
      what: `Fluent Bit cannot put the fields of JSON into one field for the input '${name}', which has no metadata`,
      given: `jsonField: ${quote(options.jsonField)}, LogMetadata.none`,
      allowed: 'LogMetadata.fromApi, fromKubelet, fromFileName',
      fix: 'choose another `metadata`, or leave `jsonField` out',
    });
  }
}

/** It takes records out and puts them back, so it must come first. */
function joinLines(input: LogInput, options: ContainerLogsOptions): Wire[] {
  const parsers = multilineNames(input.name, options.multiline);
  return parsers === '' ? [] : [{
    'name': 'multiline',
    'alias': `${input.name}-multiline`,
    'match': tagOf(input),
    'multiline.key_content': 'log',
    'multiline.parser': parsers,
    'buffer': true,
    'emitter_storage.type': 'filesystem',
  }];
}

function parseJson(input: LogInput, options: ContainerLogsOptions, cluster: FlagSource): Wire[] {
  if (!wantsJson(options, cluster)) {return [];}
  return [{ name: 'parser', alias: `${input.name}-json`, match: tagOf(input), key_name: 'log', parser: 'json', reserve_data: true }];
}

function wantsJson({ parseJson: given }: ContainerLogsOptions, cluster: FlagSource): boolean {
  return given ?? valueOf(LOG_DEFAULTS.parseJson, cluster);
}

function addMetadata(input: LogInput, options: ContainerLogsOptions, { source, _options: wanted }: LogMetadata, cluster: FlagSource): Wire {
  const rotated = options.files === ContainerLogFiles.CURRENT_AND_ROTATED;
  const json = wantsJson(options, cluster);
  return compact({
    name: 'kubernetes',
    alias: `${input.name}-metadata`,
    match: tagOf(input),
    kube_tag_prefix: rotated ? `${tagPrefixOf(input)}.` : `${tagPrefixOf(input)}.var.log.containers.`,
    regex_parser: rotated ? POD_TAG_PARSER : undefined,
    merge_log: json,
    merge_log_key: json ? optionalText(options.jsonField, 'jsonField') : undefined,
    keep_log: json ? false : undefined,
    ...source === 'fileName' ? { use_tag_for_meta: true } : lookup(wanted, source === 'kubelet', cluster),
  });
}

function lookup(wanted: LogMetadata['_options'], kubelet: boolean, cluster: FlagSource): Wire {
  const { labels, annotations, podAnnotationsDecide } = valueOf(LOG_DEFAULTS.podMetadata, cluster);
  const { bufferSize, cacheSeconds } = valueOf(LOG_DEFAULTS.metadataCache, cluster);
  const decides = wanted.podAnnotationsDecide ?? podAnnotationsDecide;
  return {
    'labels': wanted.labels ?? labels,
    'annotations': wanted.annotations ?? annotations,
    'owner_references': wanted.ownerReferences || undefined,
    'namespace_labels': wanted.namespaceLabels || undefined,
    'namespace_annotations': wanted.namespaceAnnotations || undefined,
    'k8s-logging.parser': decides,
    'k8s-logging.exclude': decides,
    // by itself 32 KB: the metadata of a larger pod is dropped, and asked for again with each line
    'buffer_size': bufferSize,
    // entries that expire are fetched again for each batch once a node has more than 256 containers
    'kube_meta_cache_ttl': cacheSeconds,
    ...kubelet && { 'use_kubelet': true, 'kubelet_host': '${NODE_IP}', 'kubelet_port': 10250, 'tls.verify': wanted.insecureSkipVerify ? false : undefined },
  };
}
