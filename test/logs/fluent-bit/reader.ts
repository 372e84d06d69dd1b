import { isPair, isScalar, parseDocument, visit } from 'yaml';

/** The value of every variable, so that a text that became one shows. */
export const VARIABLE = (name: string) => `<${name}>`;

/** As src/flb_env.c does it: a brace that closes before one opens ends the replacing. */
export function expand(value: string): string {
  let result = '';
  let rest = value;
  for (;;) {
    const start = rest.indexOf('${');
    const end = rest.indexOf('}');
    if (start === -1 || end < start + 3) {return result + rest;}
    result += rest.slice(0, start) + VARIABLE(rest.slice(start + 2, end));
    rest = rest.slice(end + 1);
  }
}

/** As src/flb_slist.c splits lists by commas. */
export function list(value: string): string[] {
  return value.split(',').map(entry => entry.replace(/^ +| +$/g, '')).filter(entry => entry !== '');
}

/** As src/flb_regex.c takes off slashes and options. */
export function regex(value: string): { readonly pattern: string; readonly options: string } {
  const between = /^\/([^]*)\/([miox]*)$/.exec(value);
  if (!between || value.length < 2) {return { pattern: value, options: '' };}
  return { pattern: between[1], options: between[2].replace('o', '') };
}

/** As src/flb_parser.c reads types. */
export function types(value: string): { readonly [field: string]: string } {
  return Object.fromEntries(value.split(' ').filter(word => word !== '').map(word => [
    word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1),
  ]));
}

/** As src/flb_record_accessor.c and its grammar read an accessor; undefined where they take it for something else than a field. */
export function accessor(value: string): readonly string[] | undefined {
  const match = /^\$(?!TAG)([_A-Za-z][A-Za-z0-9_\-/]*)((?:\['[^'. "]*(?:\.[^'. "]*)*'\])*)$/.exec(value);
  return match === null ? undefined : [match[1], ...[...match[2].matchAll(/\['([^']*)'\]/g)].map(([, part]) => part)];
}

/** As src/flb_slist.c splits a header: its name is a word, and the rest is its value. */
export function header(value: string): readonly [string, string] {
  const end = value.indexOf(' ');
  return [value.slice(0, end), value.slice(end).replace(/^ +/, '')];
}

/**
 * Items of lists without quotes that Fluent Bit takes for numbers, although the YAML writer meant text: it does so below `processors`
 * alone. In the lists of filters, `0x1f`, `1e5`, `nan` and `12` stay the texts that they are (measured with 5.1.1: a field of that name is
 * removed by a filter, and stays with a processor).
 */
export function textsTakenForNumbers(yaml: string): string[] {
  const found: string[] = [];
  visit(parseDocument(yaml, { version: '1.1' }), {
    Scalar(key, { type, value }, path) {
      const isItem = typeof key === 'number' && type === 'PLAIN' && typeof value === 'string';
      const isOfProcessor = path.some(above => isPair(above) && isScalar(above.key) && above.key.value === 'processors');
      if (isItem && isOfProcessor
        && /^[-+]?(\d+|\d*\.?\d+(e[-+]?\d+)?|inf(inity)?|nan(\(\w*\))?|0x[\da-f.]+(p[-+]?\d+)?)$/i.test(value)) {found.push(value);}
    },
  });
  return found;
}

/** The texts of a program, as Lua reads them, with what stands before each. */
export function luaTexts(code: string): { readonly before: string; readonly text: string }[] {
  return [...code.matchAll(/"((?:\\\d{3}|[^"\\\n])*)"/g)].map(match => ({
    before: code.slice(0, match.index),
    text: Buffer.from([
      ...match[1].matchAll(/\\(\d{3})|([^\\])/g),
    ].map(([, escaped, plain]) => escaped === undefined ? plain.charCodeAt(0) : Number(escaped))).toString('utf8'),
  }));
}

/** As src/flb_utils.c splits words, the last of which may be in quotes. */
export function quotedWord(value: string): readonly [string, string] {
  const end = value.indexOf(' ');
  const last = value.slice(end).replace(/^ +/, '');
  return [value.slice(0, end), last.startsWith('"') ? last.slice(1, -1).replace(/\\(["\\])/g, '$1') : last];
}
