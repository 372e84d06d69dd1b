import { Size, SizeRoundingBehavior } from 'cdk8s';
import { fail, quote } from '../../private/agent-error';
import { LogValue } from '../log-value';
import { LogSource } from '../private/log-source';

/** What YAML 1.1, and so Fluent Bit, takes for the end of a line or refuses. */
// eslint-disable-next-line no-control-regex
export const UNPRINTABLE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

/**
 * A text in a value of Fluent Bit. `${` would be replaced by a variable of the environment, and there is no way to escape it.
 *
 * @throws invalid-log-text
 */
export function plainText(text: string, what: string): string {
  if (text === '' || text.includes('${') || UNPRINTABLE.test(text)) {
    refuse(what, text, 'text that is not empty, in one line, without `${`');
  }
  return text;
}

/**
 * A text in a list of values that Fluent Bit separates by commas: neither a comma nor blanks at the ends can be written there.
 *
 * @throws invalid-log-text
 */
export function listText(text: string, what: string): string {
  if (text.includes(',') || text !== text.trim()) {
    refuse(what, text, 'text without commas, and without blanks at its ends');
  }
  return plainText(text, what);
}

/**
 * Entries of a list, as one value.
 *
 * @throws invalid-log-text
 */
export function listOf(texts: readonly string[], what: string): string {
  return texts.map(text => listText(text, what)).join(', ');
}

/**
 * A value in a list of `name=value`: a text, a variable of the environment, or a field of the record.
 *
 * @throws invalid-log-text
 */
export function listValue(value: LogValue, what: string): string {
  const source = value._source;
  if (source.from === 'nodeName') {return NODE_NAME;}
  if (source.from !== 'text') {return fieldOf(value);}
  const text = listText(source.text, what);
  if (text.startsWith('$')) {
    refuse(what, text, 'text that does not begin with `$`, which Fluent Bit takes for a field: LogValue.field(...)');
  }
  return text;
}

/** A field of the record, in the spelling of a record accessor. */
export function fieldOf(value: LogValue): string {
  const [first, ...rest] = pathOf(value._source);
  if (!/^[A-Za-z_][A-Za-z0-9_/-]*$/.test(first)) {
    refuse('the first part of a field', first, 'letters, digits, `_`, `-` and `/`, not a digit first');
  }
  return `$${first}${rest.map(part => `['${part}']`).join('')}`;
}

/** Where the records of Fluent Bit have it, from the outside in: empty for what is no field. */
export function pathOf(source: LogSource): readonly string[] {
  return PATHS[source.from](source as never);
}

const PATHS: { readonly [From in LogSource['from']]: (source: Extract<LogSource, { from: From }>) => readonly string[] } = {
  text: () => [],
  nodeName: () => [],
  namespaceName: () => ['kubernetes', 'namespace_name'],
  podName: () => ['kubernetes', 'pod_name'],
  containerName: () => ['kubernetes', 'container_name'],
  podLabel: ({ key }) => ['kubernetes', 'labels', key],
  field: ({ path }) => path,
};

/** The variable that holds the name of the node. */
export const NODE_NAME = '${NODE_NAME}';

/** A size in the units of Fluent Bit, which count in thousands: rounded down to what a person can read. */
export function sizeText(size: Size): string {
  return bytesText(size.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR }) * 1024);
}

/** As `sizeText`, from bytes. */
export function bytesText(bytes: number): string {
  const isMillions = bytes >= 10_000_000 || bytes >= 1_000_000 && bytes % 1_000_000 === 0;
  const [unit, suffix] = isMillions ? [1_000_000, 'M'] : bytes >= 10_000 ? [1000, 'K'] : [1, ''];
  return `${Math.floor(bytes / unit)}${suffix}`;
}

function refuse(what: string, given: string, allowed: string): never {
  fail({
    code: 'invalid-log-text',
    what: `${what} cannot be written into the configuration of Fluent Bit`,
    given: quote(given),
    allowed,
    fix: 'change the text; variables of the environment have a place in `extraConfig`',
  });
}
