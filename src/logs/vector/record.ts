import { vrlPath, vrlText, vrlValue } from './vrl';
import { byText, sortedEntries } from '../../private/wire';
import { LogValue } from '../log-value';

/** What the time of a record is called: a name that no application uses for something else, and Elasticsearch expects. */
export const TIME_FIELD = '@timestamp';

/** What the text of a line is called in every collector. */
export const TEXT_FIELD = 'log';

/** /var/log/pods/NAMESPACE_POD_UID/CONTAINER/N.log */
const POD_FILE = "r'^/var/log/pods/(?P<namespace_name>[^_/]+)_(?P<pod_name>[^_/]+)_(?P<pod_id>[^/]+)/(?P<container_name>[^/]+)/'";

const TIME = `."${TIME_FIELD}"`;

/** Lines of a program; nothing for what does not apply. */
type Lines = ReadonlyArray<string | false>;

function program(lines: Lines): string {
  return `${lines.filter(line => line !== false).join('\n')}\n`;
}

/** What is wanted in the record of a container. */
export interface ContainerRecord {
  readonly json: boolean;
  /** Where fields of JSON are put; at the top of the record where it is not given. */
  readonly jsonField?: string;
  /** Whether what is known of pods comes with the event, from the file name, or not at all. */
  readonly metadata: 'event' | 'fileName' | 'none';
  readonly ownerReferences: boolean;
  readonly namespaceLabels: boolean;
  readonly fields: { readonly [name: string]: LogValue };
}

/** The record of a line of a container. What an application writes never replaces what is known of the line. */
export function containerProgram({ json, jsonField, metadata, ownerReferences, namespaceLabels, fields }: ContainerRecord): string {
  return program([
    ...metadata === 'none' ? [] : [
      metadata === 'event' && '# the names of a pod that is gone are in the name of its file',
      metadata === 'event' && 'if !exists(.kubernetes.pod_name) {',
      `  names, err = parse_regex(.file, ${POD_FILE})`,
      '  if err == null { .kubernetes = names }',
      metadata === 'event' && '}',
    ].map(line => metadata === 'fileName' && line !== false ? line.trim() : line),
    metadata === 'event' && '# of containerd://ID the id alone',
    metadata === 'event' && 'if exists(.kubernetes.docker_id) {',
    metadata === 'event' && '  .kubernetes.docker_id = replace(string(.kubernetes.docker_id) ?? "", r\'^\\w+://\', "")',
    metadata === 'event' && '}',
    ownerReferences && 'owner, err = split(.kubernetes.ownerReferences, "/", limit: 2)',
    ownerReferences && 'if err == null { .kubernetes.ownerReferences = [{ "kind": owner[0], "name": owner[1] }] }',
    ...recordOf(json, jsonField, ['kubernetes', 'stream', 'time', TIME_FIELD, ...Object.keys(fields)]),
    'record.stream = .stream',
    `record.time = format_timestamp(${TIME}, "%Y-%m-%dT%H:%M:%S%.9fZ") ?? null`,
    `record."${TIME_FIELD}" = ${TIME}`,
    metadata !== 'none' && 'if exists(.kubernetes) { record.kubernetes = .kubernetes }',
    namespaceLabels && 'if exists(.kubernetes_namespace) { record.kubernetes_namespace = .kubernetes_namespace }',
    ...added(fields),
    '. = record',
  ]);
}

/** The record of a line of a file. */
export function fileProgram(json: boolean, fields: { readonly [name: string]: LogValue }): string {
  return program([
    ...recordOf(json, undefined, [TIME_FIELD, ...Object.keys(fields)]), `record."${TIME_FIELD}" = ${TIME}`, ...added(fields), '. = record',
  ]);
}

/** The record of an entry of the journal: its own fields, as `journalctl -o json` names them, without addresses such as the cursor. */
export function journalProgram(fields: { readonly [name: string]: LogValue }): string {
  return program([
    'record = filter(.) -> |name, _| { !starts_with(name, "__") }',
    `record.MESSAGE = del(record.${TEXT_FIELD})`,
    'record._HOSTNAME = del(record.host)',
    'del(record.source_type)',
    ...added(fields),
    '. = record',
  ]);
}

/**
 * The fields of lines that are JSON, or the text. A line with more behind its JSON stays text. What the application calls the same as the
 * agent gets another name.
 *
 * @param own the fields of the agent
 */
function recordOf(json: boolean, jsonField: string | undefined, own: readonly string[]): Lines {
  return json ? [
    `record = { "${TEXT_FIELD}": .${TEXT_FIELD} }`,
    `parsed = parse_json(.${TEXT_FIELD}) ?? null`,
    ...jsonField !== undefined ? [`if is_object(parsed) { record = { ${vrlText(jsonField)}: parsed } }`] : [
      'if is_object(parsed) {',
      '  record = object!(parsed)',
      ...[...new Set(own)].sort(byText).map(name => `  ${renaming('record', name)}`),
      '}',
    ],
  ] : [`record = { "${TEXT_FIELD}": .${TEXT_FIELD} }`];
}

/** Gives a field of the application the name that it has next to one of the agent. */
function renaming(record: string, name: string): string {
  const [from, to] = [name, `app_${name}`].map(each => `${record}${vrlPath([each])}`);
  return `if exists(${from}) { ${to} = del(${from}) }`;
}

function added(fields: { readonly [name: string]: LogValue }): Lines {
  return sortedEntries(fields).map(([name, value]) => `record${vrlPath([name])} = ${vrlValue(value._source)}`);
}

/** A line of the container runtime: time, stream, whether the line goes on, and the text. */
export function criProgram(): string {
  return program([
    `line, err = parse_regex(.${TEXT_FIELD}, r'^(?P<time>\\S+) (?P<stream>stdout|stderr) (?P<tag>[PF])\\S* ?(?P<text>(?s).*)$')`,
    'if err == null {',
    `  .${TEXT_FIELD} = line.text`,
    '  .stream = line.stream',
    '  .partial = line.tag == "P"',
    `  ${TIME} = parse_timestamp(line.time, "%+") ?? now()`,
    '}',
  ]);
}

/** A line of Docker's json-file driver. A line that goes on does not end in a line break. */
export function dockerProgram(): string {
  return program([
    `line = parse_json(.${TEXT_FIELD}) ?? {}`,
    'if is_object(line) && exists(line.log) {',
    `  .${TEXT_FIELD} = replace(string(line.log) ?? "", r'\\n$', "")`,
    '  .stream = line.stream',
    '  .partial = !ends_with(string(line.log) ?? "", "\\n")',
    `  ${TIME} = parse_timestamp(line.time, "%+") ?? now()`,
    '}',
  ]);
}

/** A field with the time of the record in another form. */
export function timeProgram(field: string, expression: string, time: 'moved' | 'kept'): string {
  return program([
    field !== TIME_FIELD && renaming('', field), `${vrlPath([field])} = ${expression}`,
    field !== TIME_FIELD && time === 'moved' && `del(${TIME})`,
  ]);
}

/** What a record has beyond what an application wrote. */
const AROUND_MESSAGE = ['kubernetes', 'kubernetes_namespace', 'stream', 'time', TIME_FIELD];

/** The text of a line as it was, or of an entry of the journal; where fields were read from a line, those fields as JSON. */
export function messageProgram(target: string): string {
  return [
    'rest = .',
    ...AROUND_MESSAGE.map(name => `del(rest${vrlPath([name])})`),
    `${target} = if length(rest) == 1 && is_string(rest.${TEXT_FIELD}) {`,
    `  rest.${TEXT_FIELD}`,
    '} else if is_string(rest.MESSAGE) {',
    '  rest.MESSAGE',
    '} else {',
    '  encode_json(rest)',
    '}',
  ].join('\n');
}
