import { OPEN_TELEMETRY_DEFAULTS } from './defaults';
import { joinLines } from './multiline';
import { plainText } from './text';
import { FlagSource, valueOf } from '../../private/default-row';
import { Wire } from '../../private/wire';
import { LOG_DEFAULTS } from '../defaults';
import { ContainerLogFormat, ContainerLogsOptions } from '../inputs/container-logs-options';

/** Where the parts of a line are meanwhile. */
const LINE = 'attributes._cri';
const FROM = `${LINE}.from`;
/** Where the fields of a line of JSON are meanwhile, if they do not become the body. */
const JSON_FIELDS = 'attributes._json';
const IS_PARSED = `${LINE} != nil`;
const TIME = { layout_type: 'gotime', layout: '2006-01-02T15:04:05.999999999Z07:00' };

/**
 * What becomes of the lines of container logs.
 *
 * Not the operator `container`: before release 0.154 it holds lines that count as read, it mixes the streams of a container when it
 * joins what the runtime cut, and it does not join the lines of Docker.
 */
export function containerOperators(options: ContainerLogsOptions, hasNames: boolean, cluster: FlagSource): Wire[] {
  return [
    ...options.format === ContainerLogFormat.DOCKER ? dockerLine(cluster) : criLine(cluster),
    ...joinLines(options.multiline, `${LINE}.log`, FROM, cluster),
    { type: 'move', id: 'text', if: IS_PARSED, from: `${LINE}.log`, to: 'body' },
    ...options.parseJson ?? valueOf(LOG_DEFAULTS.parseJson, cluster) ? jsonFields(options.jsonField) : [],
    { type: 'move', id: 'stream', if: IS_PARSED, from: `${LINE}.stream`, to: 'attributes["log.iostream"]' },
    { type: 'remove', id: 'line-end', if: IS_PARSED, field: LINE },
    ...hasNames ? podNames() : [],
    { type: 'remove', id: 'path-end', field: 'attributes["log.file.path"]' },
  ];
}

/** `TIME STREAM P|F TEXT`. What does not look like it is sent as it is. */
function criLine(cluster: FlagSource): Wire[] {
  return [
    {
      type: 'regex_parser',
      id: 'line',
      regex: String.raw`^(?P<time>\S+) (?P<stream>stdout|stderr) (?P<tag>\S+) ?(?P<log>.*)`,
      parse_to: LINE,
      timestamp: { parse_from: `${LINE}.time`, ...TIME },
      on_error: 'send_quiet',
    },
    from(),
    parts(`not (${LINE}.tag startsWith "P")`, cluster),
  ];
}

/** An object of JSON, whose text ends with the end of the line, or was cut. */
function dockerLine(cluster: FlagSource): Wire[] {
  return [
    { type: 'json_parser', id: 'line', parse_to: LINE, timestamp: { parse_from: `${LINE}.time`, ...TIME }, on_error: 'send_quiet' },
    from(),
    parts(`${LINE}.log endsWith "\\n"`, cluster),
    { type: 'regex_replace', id: 'line-feed', if: IS_PARSED, field: `${LINE}.log`, regex: String.raw`\n\z`, replace_with: '' },
  ];
}

/** Both streams of a container are in one file. */
function from(): Wire {
  return { type: 'add', id: 'from', if: IS_PARSED, field: FROM, value: `EXPR(attributes["log.file.path"] + " " + ${LINE}.stream)` };
}

function parts(isLast: string, cluster: FlagSource): Wire {
  return {
    type: 'recombine',
    id: 'parts',
    if: IS_PARSED,
    combine_field: `${LINE}.log`,
    combine_with: '',
    is_last_entry: isLast,
    source_identifier: FROM,
    overwrite_with: 'oldest',
    max_log_size: valueOf(OPEN_TELEMETRY_DEFAULTS.tail, cluster).longestEntry,
    max_batch_size: 0,
    max_unmatched_batch_size: 0,
  };
}

/** The fields take the place of the text. A line with something behind its object is none, and keeps it all. */
function jsonFields(below: string | undefined): Wire[] {
  const looksLikeJson = String.raw`body matches "^\\s*\\{"`;
  const target = below === undefined ? 'body' : JSON_FIELDS;
  return [
    { type: 'json_parser', id: 'json', if: looksLikeJson, parse_to: target, parse_ints: true, on_error: 'send_quiet' },
    ...below === undefined ? [] : [
      { type: 'move', id: 'json-field', if: `${JSON_FIELDS} != nil`, from: JSON_FIELDS, to: `body["${plainText(below, 'jsonField')}"]` },
    ],
  ];
}

/** Attributes of the resource, by the part of the path that they are. */
const NAMES = {
  namespace: 'k8s.namespace.name',
  pod: 'k8s.pod.name',
  uid: 'k8s.pod.uid',
  container: 'k8s.container.name',
  restarts: 'k8s.container.restart_count',
};

/** /var/log/pods/NAMESPACE_POD_UID/CONTAINER/N.log */
function podNames(): Wire[] {
  const path = 'attributes._path';
  return [
    {
      type: 'regex_parser',
      id: 'path',
      parse_from: 'attributes["log.file.path"]',
      parse_to: path,
      regex: String.raw`^/var/log/pods/(?P<namespace>[^_/]+)_(?P<pod>[^_/]+)_(?P<uid>[^_/]+)/(?P<container>[^/]+)/(?P<restarts>\d+)\.log`,
      on_error: 'send_quiet',
    },
    ...Object.entries(NAMES).map(([part, name]) =>
      ({ type: 'move', id: `path-${part}`, if: `${path} != nil`, from: `${path}.${part}`, to: `resource["${name}"]` })),
    { type: 'remove', id: 'path-rest', if: `${path} != nil`, field: path },
  ];
}
