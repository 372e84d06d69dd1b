import { quote } from '../agent-error';
import { apiType, Member, TypeText } from './read-table';
import { BRAND } from './refused';

const WORDS: { readonly [type: string]: readonly [one: string, many: string] } = {
  any: ['a value', 'values'], boolean: ['true or false', 'booleans'], late: ['a text', 'texts'], number: ['a number', 'numbers'],
  text: ['a text', 'texts'],
};

/** What a type is called in a message. */
export function describeType(type: TypeText): string {
  if (type.startsWith('[')) {return `a list of ${several(type.slice(1))}`;}
  if (type.startsWith('{')) {return `a map of ${several(type.slice(1))}`;}
  const named = apiType(type);
  if (named?.kind === 'enum') {return [...named.values].map(quote).join(', ');}
  if (named?.kind === 'struct') {return `an object with options of ${shortName(type)}`;}
  return Object.hasOwn(WORDS, type) ? WORDS[type][0] : withArticle(shortName(type));
}

function several(type: TypeText): string {
  return Object.hasOwn(WORDS, type) ? WORDS[type][1] : shortName(type);
}

function shortName(type: TypeText): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['any', 'a value'], ['boolean', 'true or false'], ['late', 'a text in quotes'], ['number', 'a number'], ['text', 'a text in quotes'],
  ['cdk8s.Duration', 'Duration.seconds(30)'], ['cdk8s.Size', 'Size.mebibytes(64)'], ['cdk8s-plus-28.Cpu', 'Cpu.millis(50)'],
]);

/** How a value of a type is written: `HostPath.readOnly(path)`. */
export function makeOf(type: TypeText): string {
  if (type.startsWith('[')) {return `[${makeOf(type.slice(1))}]`;}
  if (type.startsWith('{')) {return `{ name: ${makeOf(type.slice(1))} }`;}
  const named = apiType(type);
  switch (named?.kind) {
    case 'enum': return [...named.values].slice(0, 1).map(quote).join();
    case 'struct': {
      const members = [...named.members.values()];
      const shown = [...members.filter(({ isOptional }) => !isOptional), ...members].slice(0, 2);
      return `{ ${shown.map(({ name }) => `${name}: ...`).join(', ')} }`;
    }
    case 'interface': return `{ ${named.methods.map(method => `${method}() { ... }`).join(', ')} }`;
    case 'class': {
      const factory = named.signatures.find(({ isStatic, returned }) => isStatic && returned === undefined);
      return factory === undefined ? withArticle(type) : `${type}.${factory.method}(${parameterNames(factory.parameters)})`;
    }
    default: return EXAMPLES.get(type) ?? withArticle(shortName(type));
  }
}

function parameterNames(parameters: readonly Member[]): string {
  return parameters.filter(({ isOptional }) => !isOptional).map(({ name }) => name).join(', ');
}

/** A value in a few words: objects can be large, or hold themselves, and credentials belong into no message. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) {return 'a list';}
  switch (typeof value) {
    case 'function': return 'a function';
    case 'symbol': return 'a symbol';
    case 'bigint': return `${value}n`;
    case 'object': break;
    default: return quote(value);
  }
  if (value === null) {return 'null';}
  const brand = (value as { readonly [BRAND]?: string })[BRAND];
  if (brand !== undefined) {return withArticle(brand);}
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const name = value.constructor?.name;
  if (kind !== 'Object') {return withArticle(kind);}
  return name && name !== 'Object' ? withArticle(name) : `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'nothing in it'}`;
}
