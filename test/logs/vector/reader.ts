import { parse } from 'yaml';

/** As src/config/vars.rs of Vector replaces variables, where it was told to. */
export function interpolated(text: string, value: (name: string) => string = name => `<${name}>`): string {
  return text.replace(/\$\$|\$([\w.]+)|\$\{([\w.]+)(?:(:?-|:?\?)([^}]*))?\}/gu, (_, bare, braced) => bare ?? braced
    ? value(bare ?? braced)
    : '$');
}

/** As src/config/loading/secret.rs puts credentials into the text. */
export function withSecrets(text: string, value: (key: string) => string): string {
  return text.replace(/SECRET\[(\w+)\.([\w./-]+)\]/gu, (_, backend, key) => value(`${backend}.${key}`));
}

/** What Vector reads of a configuration: the same whether or not it replaces variables, and to a reader of YAML 1.1. */
export function readings(text: string, secret: (key: string) => string = key => key): any[] {
  return [
    text, interpolated(text),
  ].flatMap(each => (['1.1', '1.2'] as const).map(version => parse(withSecrets(each, secret), { version })));
}

/** The texts of a program: `"..."` with its escapes. A program has no other quotes but those of patterns, r'...'. */
export function textsIn(program: string): string[] {
  return [
    ...program.matchAll(/r'(?:\\.|[^'\\])*'|"((?:\\[^]|[^"\\])*)"/g),
  ].flatMap(([, text]) => text === undefined ? [] : [unescaped(text)]);
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|([^]))/g, (_, number, character) => number === undefined
    ? ESCAPED[character] ?? character
    : String.fromCodePoint(parseInt(number, 16)));
}

const ESCAPED: { readonly [character: string]: string } = { n: '\n', r: '\r', t: '\t' };
