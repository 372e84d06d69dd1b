import type { Size } from 'cdk8s';
import { bytesOf } from '../../private/size';
import { LogValue } from '../log-value';
import { joinText, refuseText, requireText, TextPart, TextRules } from '../private/config-text';
import { LogSource } from '../private/log-source';

/** `${` is replaced by a variable of the environment, and there is no way to escape it. */
const RULES: TextRules = { program: 'Fluent Bit', expands: /\$\{/, expandsText: '`${`' };

/**
 * A text that is the value of a key.
 *
 * @throws invalid-log-text
 */
export function plainText(text: string, what: string): string {
  return requireText(RULES, text, what);
}

/**
 * As `plainText`, where there is a text.
 *
 * @throws invalid-log-text
 */
export function optionalText(text: string | undefined, what: string): string | undefined {
  return text === undefined ? undefined : plainText(text, what);
}

/**
 * A value made of texts and variables.
 *
 * @throws invalid-log-text
 */
export function joined(what: string, ...parts: TextPart[]): string {
  return joinText(RULES, parts, what);
}

/**
 * A text in a list of words that Fluent Bit separates by blanks, each with its value behind a colon.
 *
 * @throws invalid-log-text
 */
export function wordText(text: string, what: string): string {
  if (/[\s:]/.test(text)) {
    refuse(what, text, 'text without blanks and colons');
  }
  return plainText(text, what);
}

/**
 * A text where a switch could be: Fluent Bit takes these words for one, in any case.
 *
 * @throws invalid-log-text
 */
export function noSwitch(text: string, what: string): string {
  if (/^(true|on|yes|false|off|no)$/i.test(text)) {
    refuse(what, text, 'text other than true, on, yes, false, off and no');
  }
  return plainText(text, what);
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

/**
 * A field of the record, in the spelling of a record accessor.
 *
 * @throws invalid-log-text
 */
export function fieldOf(value: LogValue, what: string = 'a field'): string {
  const [first, ...rest] = pathOf(value._source);
  // a blank ends an accessor even within quotes
  rest.filter(part => /\s/.test(part)).forEach(part => refuse(`a part of ${what}`, part, 'text without blanks'));
  return joined(what, `$${fieldName(first, rest.length === 0 ? what : `the first part of ${what}`)}`, ...rest.map(part => `['${part}']`));
}

/**
 * A text where an accessor could be: `$` begins one wherever it stands.
 *
 * @throws invalid-log-text
 */
export function noAccessor(text: string, what: string): string {
  if (text.includes('$')) {
    refuse(what, text, 'text without `$`');
  }
  return plainText(text, what);
}

/**
 * The name of a field at the top of the record, where Fluent Bit makes an accessor of it. `$TAG` is the tag, whatever follows.
 *
 * @throws invalid-log-text
 */
export function fieldName(name: string, what: string): string {
  if (!/^(?!TAG)[A-Za-z_][A-Za-z0-9_/-]*$/.test(name)) {
    refuse(what, name, 'letters, digits, `_`, `-` and `/`, not a digit first, and not TAG first');
  }
  return name;
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
  return bytesText(bytesOf(size));
}

/** As `sizeText`, from bytes. */
export function bytesText(bytes: number): string {
  const isMillions = bytes >= 10_000_000 || bytes >= 1_000_000 && bytes % 1_000_000 === 0;
  const [unit, suffix] = isMillions ? [1_000_000, 'M'] : bytes >= 10_000 ? [1000, 'K'] : [1, ''];
  return `${Math.floor(bytes / unit)}${suffix}`;
}

function refuse(what: string, given: string, allowed: string): never {
  refuseText(RULES, what, given, allowed);
}
