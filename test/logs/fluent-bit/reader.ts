import { parseDocument, visit } from 'yaml';

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
  return Object.fromEntries(value.split(' ').filter(word => word !== '').map(word => [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)]));
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

/** Items of lists without quotes that src/config_format/flb_cf_yaml.c takes for numbers, although the YAML writer meant text: values of keys are texts to it. */
export function textsTakenForNumbers(yaml: string): string[] {
  const found: string[] = [];
  visit(parseDocument(yaml, { version: '1.1' }), {
    Scalar(key, { type, value }) {
      const isItem = typeof key === 'number' && type === 'PLAIN' && typeof value === 'string';
      if (isItem && /^[-+]?(\d+|\d*\.?\d+(e[-+]?\d+)?|inf(inity)?|nan(\(\w*\))?|0x[\da-f.]+(p[-+]?\d+)?)$/i.test(value)) {found.push(value);}
    },
  });
  return found;
}

/** The texts of a program, as Lua reads them, with what stands before each. */
export function luaTexts(code: string): { readonly before: string; readonly text: string }[] {
  return [...code.matchAll(/"((?:\\\d{3}|[^"\\\n])*)"/g)].map(match => ({
    before: code.slice(0, match.index),
    text: Buffer.from([...match[1].matchAll(/\\(\d{3})|([^\\])/g)].map(([, escaped, plain]) => escaped === undefined ? plain.charCodeAt(0) : Number(escaped))).toString('utf8'),
  }));
}

/** As src/flb_utils.c splits words, the last of which may be in quotes. */
export function quotedWord(value: string): readonly [string, string] {
  const end = value.indexOf(' ');
  const last = value.slice(end).replace(/^ +/, '');
  return [value.slice(0, end), last.startsWith('"') ? last.slice(1, -1).replace(/\\(["\\])/g, '$1') : last];
}
