import { FluentBitParser } from './fluent-bit-parser';
import { JSON_FIELD } from './own-fields';
import { optionalText, wordText } from './text';
import { compact, sortedEntries, Wire } from '../../private/wire';
import { ContainerLogFiles } from '../inputs/container-logs-options';
import { LogInput } from '../log-input';
import { MultilineLogs } from '../multiline-logs';

/** What Fluent Bit knows without configuration. */
export const BUILT_IN_MULTILINE_PARSERS = ['cri', 'docker', 'go', 'java', 'python', 'ruby'];

/** The parser of tags that are made of `NAMESPACE_POD_CONTAINER`. */
export const POD_TAG_PARSER = 'pod-tag';

/** The parser that parses nothing: for a filter that has to be given one. */
export const NO_PARSER = { name: 'parse-nothing', format: 'regex', regex: '(?!)(?<none>.)' };

/** The parser of lines that are one object of JSON and nothing else. */
export const JSON_LINE_PARSER = 'json-line';

/** The same, where the object becomes one field. */
export const JSON_OBJECT_PARSER = 'json-object';

/** An object of JSON as far as braces and strings go, which is where it ends. */
export const JSON_LINE = `^\\s*(?<${JSON_FIELD}>\\{(?>[^{}"]+|"(?>[^"\\\\]+|\\\\.)*"|\\g<${JSON_FIELD}>)*\\})\\s*$`;

/** The parsers that the agent and its inputs need, by name. */
export function parsersOf(given: readonly FluentBitParser[], inputs: readonly LogInput[]): Wire[] {
  const rotated = inputs.some(input => input._containers?.files === ContainerLogFiles.CURRENT_AND_ROTATED);
  return [
    ...given.some(parser => parser.name === 'json') ? [] : [{ name: 'json', format: 'json' }],
    ...inputs.some(input => input._containers !== undefined) ? [{ name: JSON_LINE_PARSER, format: 'regex', regex: JSON_LINE }] : [],
    ...inputs.some(input => input._containers?.jsonField !== undefined)
      ? [{ name: JSON_OBJECT_PARSER, format: 'regex', regex: JSON_LINE, decode_field_as: `json ${JSON_FIELD}` }] : [],
    ...rotated
      ? [{ name: POD_TAG_PARSER, format: 'regex', regex: '^(?<namespace_name>[^_]+)_(?<pod_name>[^_]+)_(?<container_name>.+)$' }]
      : [],
    ...given.map(parserOf),
  ];
}

function parserOf({ name, format, pattern, _options: options }: FluentBitParser): Wire {
  return compact({
    name,
    format,
    regex: pattern === undefined ? undefined : regexText(pattern),
    time_key: optionalText(options.timeField, `the time of the parser '${name}'`),
    time_format: optionalText(options.timeFormat, `the time of the parser '${name}'`),
    time_keep: options.timeField === undefined ? undefined : Boolean(options.keepTime),
    types: sortedEntries(options.types).map(([field, type]) => `${wordText(field, 'a field')}:${type}`).join(' ') || undefined,
  });
}

/**
 * A pattern that begins with a slash is taken for one between slashes, with options behind the last: between slashes of its own it is taken
 * as it is.
 */
function regexText(pattern: string): string {
  return pattern.startsWith('/') ? `/${pattern}/` : pattern;
}

/** The names of the multiline parsers of an input, as one value. */
export function multilineNames(inputName: string, multiline: readonly MultilineLogs[] = []): string {
  return multiline.map((entry, index) => entry.kind === 'start' ? startParser(inputName, index) : entry.kind).join(', ');
}

/** The multiline parsers that are not built in. */
export function multilineParsersOf(inputs: readonly LogInput[]): Wire[] {
  return inputs.flatMap(input => input._multiline.flatMap((entry, index) =>
    entry.kind !== 'start' ? [] : [{
      name: startParser(input.name, index),
      type: 'regex',
      flush_timeout: 1000,
      // any line may go on with an entry, but not one of the other stream
      ...input.kind === 'containers' && { key_group: 'stream' },
      rules: [
        { state: 'start_state', regex: `/${entry.pattern}/`, next_state: 'cont' },
        { state: 'cont', regex: `/^(?!.*(?:${entry.pattern}))/`, next_state: 'cont' },
      ],
    }]));
}

function startParser(inputName: string, index: number): string {
  return `${inputName}-start${index === 0 ? '' : index + 1}`;
}
