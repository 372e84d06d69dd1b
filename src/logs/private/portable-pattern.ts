import { UNPRINTABLE } from './config-text';
import { fail, quote } from '../../private/agent-error';

/**
 * A regular expression that Onigmo (Fluent Bit), the `regex` of Rust (Vector) and RE2 (OpenTelemetry Collector) read alike: it is read
 * here, and written in the spelling of
 * each. What they do not have in common is refused: look-around, back-references, possessive repetitions, Unicode classes, options other
 * than `(?i)` at the beginning.
 *
 * `^` and `$` are the ends of the text, `\d`, `\w` and `\s` are of ASCII, and `.` is any character but a line feed.
 */
export interface PortablePattern {
  readonly source: string;
  readonly ignoreCase: boolean;
  readonly node: PatternNode;
}

export type PatternNode =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'any' }
  | { readonly is: 'set'; readonly negated: boolean; readonly ranges: ReadonlyArray<readonly [number, number]> }
  | { readonly is: 'start' | 'end' | 'word' }
  | { readonly is: 'sequence' | 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly is: 'group'; readonly name?: string; readonly node: PatternNode }
  | { readonly is: 'repeat'; readonly node: PatternNode; readonly least: number; readonly most: number; readonly lazy: boolean };

/** @throws invalid-pattern */
export function portablePattern(source: string, what: string): PortablePattern {
  try {
    if (source === ''
      || UNPRINTABLE.test(source)) {throw new PatternError(source === '' ? 'it is empty' : 'it has a line break or a control character');}
    const ignoreCase = source.startsWith('(?i)');
    const reader = new Reader(ignoreCase ? source.slice(4) : source);
    return { source, ignoreCase, node: reader.all() };
  } catch (error) {
    if (!(error instanceof PatternError)) {throw error;}
    fail({
      code: 'invalid-pattern',
      what: `${what} is not one that every collector reads alike: ${error.message}`,
      given: quote(source),
      allowed: 'characters, `.`, [classes], \\d \\w \\s, ^ $ \\b, (groups), (?<name>groups), a|b, and * + ? {2,5}, each also with `?` '
        + 'behind it; (?i) first',
      fix: 'write it with those',
    });
  }
}

/** Whether a pattern can match nothing. */
export function canBeEmpty(node: PatternNode): boolean {
  switch (node.is) {
    case 'text':
    case 'any':
    case 'set': return false;
    case 'group': return canBeEmpty(node.node);
    case 'repeat': return node.least === 0 || canBeEmpty(node.node);
    case 'sequence': return node.nodes.every(canBeEmpty);
    case 'choice': return node.nodes.some(canBeEmpty);
    default: return true;
  }
}

/** The names of the groups, in their order. */
export function groupsOf(node: PatternNode): string[] {
  switch (node.is) {
    case 'group': return [...node.name === undefined ? [] : [node.name], ...groupsOf(node.node)];
    case 'repeat': return groupsOf(node.node);
    case 'sequence':
    case 'choice': return node.nodes.flatMap(groupsOf);
    default: return [];
  }
}

/** How a named group begins: `(?<` in Onigmo, `(?P<` elsewhere. */
export type NamedGroup = '(?<' | '(?P<';

/** The pattern in the spelling that Onigmo, Rust and RE2 have in common, but for the names of groups. */
export function patternText({ ignoreCase, node }: PortablePattern, named: NamedGroup): string {
  return `${ignoreCase ? '(?i)' : ''}${textOf(node, named)}`;
}

function textOf(node: PatternNode, named: NamedGroup): string {
  switch (node.is) {
    case 'text': return [...node.text].map(escaped).join('');
    case 'any': return '[^\\n]';
    case 'set': {
      const ranges = node.ranges.map(([from, to]) => from === to ? inSet(from) : `${inSet(from)}-${inSet(to)}`);
      return `[${node.negated ? '^' : ''}${ranges.join('')}]`;
    }
    case 'start': return '\\A';
    case 'end': return '\\z';
    case 'word': return '\\b';
    case 'sequence': return node.nodes.map(each => textOf(each, named)).join('');
    case 'choice': return `(?:${node.nodes.map(each => textOf(each, named)).join('|')})`;
    case 'group': return `${node.name === undefined ? '(?:' : `${named}${node.name}>`}${textOf(node.node, named)})`;
    case 'repeat': return `(?:${textOf(node.node, named)})${counted(node.least, node.most)}${node.lazy ? '?' : ''}`;
  }
}

function counted(least: number, most: number): string {
  if (most === Infinity) {return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;}
  return least === 0 && most === 1 ? '?' : least === most ? `{${least}}` : `{${least},${most}}`;
}

function escaped(character: string): string {
  return /[A-Za-z0-9 ,;:'"_<>=!@%&~`/]|[^\x00-\x7f]/.test(character) ? character : character === '$' ? '[$]' : `\\${character}`;
}

function inSet(code: number): string {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(character) ? character : `\\x${code.toString(16).padStart(2, '0')}`;
}

class PatternError extends Error {}

const DIGITS: ReadonlyArray<readonly [number, number]> = [[48, 57]];
const SHORT_SETS: { readonly [letter: string]: ReadonlyArray<readonly [number, number]> } = {
  d: DIGITS, w: [...DIGITS, [65, 90], [95, 95], [97, 122]], s: [[9, 10], [12, 13], [32, 32]],
};
const CONTROLS: { readonly [letter: string]: number } = { t: 9, n: 10, r: 13, f: 12 };

class Reader {
  private at = 0;
  private readonly names = new Set<string>();

  public constructor(private readonly text: string) {}

  public all(): PatternNode {
    const node = this.choice();
    if (this.at < this.text.length) {throw new PatternError('a ) has no (');}
    return node;
  }

  private choice(): PatternNode {
    const nodes = [this.sequence()];
    while (this.take('|')) {nodes.push(this.sequence());}
    return nodes.length === 1 ? nodes[0] : { is: 'choice', nodes };
  }

  private sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.at < this.text.length && !/[|)]/.test(this.text[this.at])) {nodes.push(this.repeated(this.atom()));}
    return nodes.length === 1 ? nodes[0] : { is: 'sequence', nodes };
  }

  private repeated(node: PatternNode): PatternNode {
    const [found, sign, count, comma, end] = /^(?:([*+?])|\{(\d{1,4})(,(\d{1,4})?)?\})/.exec(this.text.slice(this.at)) ?? [];
    if (found === undefined) {return node;}
    this.at += found.length;
    if (node.is === 'start' || node.is === 'end' || node.is === 'word') {throw new PatternError('a place between characters is repeated');}
    const lazy = this.take('?');
    if (/^[*+?]|^\{\d/.test(this.text.slice(this.at))) {throw new PatternError('a repetition is repeated');}
    const least = sign === undefined ? Number(count) : sign === '+' ? 1 : 0;
    const most = sign === undefined
      ? comma === undefined ? least : end === undefined ? Infinity : Number(end)
      : sign === '?' ? 1 : Infinity;
    if (least > most || Math.max(least, most === Infinity ? 0 : most) > 100) {
      throw new PatternError('a repetition counts to more than 100, or backwards');
    }
    return { is: 'repeat', node, least, most, lazy };
  }

  private atom(): PatternNode {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    switch (character) {
      case '(': return this.group();
      case '[': return this.set();
      case '\\': return this.escape();
      case '.': return { is: 'any' };
      case '^': return { is: 'start' };
      case '$': return { is: 'end' };
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']': throw new PatternError(`${character} stands alone: write \\${character}`);
      default: return { is: 'text', text: character };
    }
  }

  private group(): PatternNode {
    const [found, name] = /^\?(?::|P?<([A-Za-z_][A-Za-z0-9_]*)>)/.exec(this.text.slice(this.at)) ?? [''];
    if (found === ''
      && this.text[this.at] === '?') {throw new PatternError(`(${this.text.slice(this.at, this.at + 3)} is not known to all of them`);}
    if (name !== undefined && this.names.has(name)) {throw new PatternError(`two groups are called ${name}`);}
    if (name !== undefined) {this.names.add(name);}
    this.at += found.length;
    const node = this.choice();
    if (!this.take(')')) {throw new PatternError('a ( is not closed');}
    return { is: 'group', name, node };
  }

  private escape(): PatternNode {
    const letter = this.text[this.at++] ?? '';
    if (letter === 'b') {return { is: 'word' };}
    const short = SHORT_SETS[letter.toLowerCase()];
    if (short !== undefined) {return { is: 'set', negated: letter !== letter.toLowerCase(), ranges: short };}
    return { is: 'text', text: String.fromCharCode(this.escapedCode(letter)) };
  }

  private escapedCode(letter: string): number {
    if (Object.hasOwn(CONTROLS, letter)) {return CONTROLS[letter];}
    if (!/[!-/:-@[-`{-~ ]/.test(letter)) {throw new PatternError(`\\${letter} is not known to all of them`);}
    return letter.charCodeAt(0);
  }

  private set(): PatternNode {
    const negated = this.take('^');
    const ranges: Array<readonly [number, number]> = [];
    for (let first = true; first || this.text[this.at] !== ']'; first = false) {
      if (this.at >= this.text.length) {throw new PatternError('a [ is not closed');}
      const one = this.inSet();
      if (typeof one !== 'number') {
        ranges.push(...one);
      } else if (this.text[this.at] === '-' && this.text[this.at + 1] !== ']') {
        this.at += 1;
        const to = this.inSet();
        if (typeof to !== 'number' || to < one) {throw new PatternError('a range in [] ends below its beginning');}
        ranges.push([one, to]);
      } else {
        ranges.push([one, one]);
      }
    }
    this.at += 1;
    return { is: 'set', negated, ranges };
  }

  private inSet(): number | ReadonlyArray<readonly [number, number]> {
    const character = this.text[this.at++] ?? '';
    if (character === '\\') {
      const letter = this.text[this.at++] ?? '';
      return SHORT_SETS[letter] ?? this.escapedCode(letter);
    }
    if (character === '['
      || character > '~') {throw new PatternError(character === '[' ? 'write \\[ in []' : 'a character in [] is not ASCII');}
    return character.charCodeAt(0);
  }

  private take(character: string): boolean {
    const taken = this.text[this.at] === character;
    if (taken) {this.at += 1;}
    return taken;
  }
}
