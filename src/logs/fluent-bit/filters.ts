import { tagOf, tagPrefixOf } from './layout';
import { JSON_FIELD, nameGonePods, putBack, renameClaimed, setAside } from './own-fields';
import { JSON_LINE_PARSER, JSON_OBJECT_PARSER, multilineNames, NO_PARSER, POD_TAG_PARSER } from './parsers';
import { wordText } from './text';
import { FlagSource, valueOf } from '../../private/default-row';
import { compact, Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogFiles, ContainerLogsOptions } from '../inputs/container-logs-options';
import { LogInput } from '../log-input';
import { LogMetadata } from '../log-metadata';
import { LogValue } from '../log-value';
import { NodeSystem } from '../private/node-system';

/** What filters need to know of the agent. */
export interface FilterSetup {
  readonly metadata: LogMetadata;
  /** Fields that every record gets. */
  readonly fields: { readonly [name: string]: LogValue };
  /** What destinations put into each record. */
  readonly claimed: readonly string[];
  readonly cluster: FlagSource;
  readonly system: NodeSystem;
}

/** What happens to logs on their way, in this order. */
export function filtersOf(input: LogInput, setup: FilterSetup): Wire[] {
  const { kind, options } = input._input;
  if (kind === 'containers') {return containerFilters(input, options, setup);}
  return kind === 'files' && options.parser !== undefined
    ? renameClaimed(setup.claimed).map(({ name, ...rest }) => ({ name, alias: `${input.name}-app`, match: tagOf(input), ...rest })) : [];
}

function containerFilters(input: LogInput, options: ContainerLogsOptions, setup: FilterSetup): Wire[] {
  const json = wantsJson(options, setup.cluster);
  const { source } = setup.metadata;
  const asks = source === 'api' || source === 'kubelet';
  return [
    ...joinLines(input, options),
    ...source === 'none' ? [] : [podNames(input, options, setup)],
    setAside(input, setup.fields),
    ...json ? parseJson(input, options) : [],
    putBack(input, setup.fields, { claimed: json ? setup.claimed : [], jsonField: jsonFieldOf(options), keepsNames: asks }),
    ...asks ? [podMetadata(input, options, setup), nameGonePods(input)] : [],
  ];
}

/**
 * Works on what is read of a file at a time. With a buffer it would join entries across reads, and lose those that it holds when it stops:
 * the position of the file is already behind them. It would also pause the input while a destination is down, since what it puts back
 * counts as an input of its own.
 */
function joinLines(input: LogInput, options: ContainerLogsOptions): Wire[] {
  const parsers = multilineNames(input.name, options.multiline);
  return parsers === '' ? [] : [{
    'name': 'multiline',
    'alias': `${input.name}-multiline`,
    'match': tagOf(input),
    'multiline.key_content': 'log',
    'multiline.parser': parsers,
    'buffer': false,
  }];
}

/**
 * The fields of the application become fields of the record. A line with anything behind its JSON stays as it is: the parser would drop
 * what is behind.
 */
function parseJson(input: LogInput, options: ContainerLogsOptions): Wire[] {
  const parser = (
    alias: string, key: string, name: string,
  ) => ({ name: 'parser', alias: `${input.name}-${alias}`, match: tagOf(input), key_name: key, parser: name, reserve_data: true });
  if (jsonFieldOf(options) === undefined) {return [parser('json-line', 'log', JSON_LINE_PARSER), parser('json', JSON_FIELD, 'json')];}
  return [parser('json-line', 'log', JSON_OBJECT_PARSER), {
    // what is balanced and yet no JSON is still a text
    name: 'modify', alias: `${input.name}-json`, match: tagOf(input), condition: `key_value_matches ${JSON_FIELD} .`,
    rename: `${JSON_FIELD} log`,
  }];
}

/** The field that gets the fields of the application, where it is not the record. */
function jsonFieldOf({ jsonField }: ContainerLogsOptions): string | undefined {
  return jsonField === undefined ? undefined : wordText(jsonField, 'jsonField');
}

function wantsJson({ parseJson: given }: ContainerLogsOptions, cluster: FlagSource): boolean {
  return given ?? valueOf(LOG_DEFAULTS.parseJson, cluster);
}

/** Where the kubernetes filter finds the names of the pod. */
function reading(input: LogInput, { files }: ContainerLogsOptions, { system }: FilterSetup): Wire {
  const rotated = files === ContainerLogFiles.CURRENT_AND_ROTATED;
  return {
    match: tagOf(input),
    kube_tag_prefix: rotated ? `${tagPrefixOf(input)}.` : `${tagPrefixOf(input)}.${system.isWindows ? 'C.' : ''}var.log.containers.`,
    ...rotated && { regex_parser: POD_TAG_PARSER },
  };
}

/** Names are in the name of the file: the API knows nothing of a pod that is gone before its log was read. */
function podNames(input: LogInput, options: ContainerLogsOptions, setup: FilterSetup): Wire {
  return {
    name: 'kubernetes', alias: `${input.name}-${setup.metadata.source === 'fileName' ? 'metadata' : 'names'}`,
    ...reading(input, options, setup), use_tag_for_meta: true,
  };
}

function podMetadata(input: LogInput, options: ContainerLogsOptions, setup: FilterSetup): Wire {
  const { metadata: { source, _options: wanted }, cluster } = setup;
  return compact({
    name: 'kubernetes', alias: `${input.name}-metadata`, ...reading(input, options, setup),
    ...lookup(wanted, source === 'kubelet', cluster),
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
    // the parser that a pod asks for. Without one the filter would parse JSON by itself, which is done already, and give what it parses the
    // time of reading
    ...decides && { merge_log: true, merge_parser: NO_PARSER.name, keep_log: false },
    'k8s-logging.parser': decides,
    'k8s-logging.exclude': decides,
    // by itself 32 KB: the metadata of a larger pod is dropped, and asked for again with each line
    'buffer_size': bufferSize,
    // entries that expire are fetched again for each batch once a node has more than 256 containers
    'kube_meta_cache_ttl': cacheSeconds,
    ...kubelet && {
      'use_kubelet': true, 'kubelet_host': '${NODE_IP}', 'kubelet_port': 10250, 'tls.verify': wanted.insecureSkipVerify ? false : undefined,
    },
  };
}
