import { isMap } from '../entry';
import { byText } from '../wire';
import { matcherOf } from './matcher';

/** Texts that stand without quotes, unless YAML takes them for something else. */
const PLAIN_TEXT = /^[A-Za-z0-9_/.][\w./:@%*+-]*$/;

/** What YAML takes for a number, a switch or nothing. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|[\d._]+(?:e[-+]?\d+)?|0[xob]\w+)$/i;

/** How much of a value stands on one line. */
const ROOM = 110;

/** The least that a value within another is given, so that it says something. */
const LEAST = 24;

/** A value on one line, in the flow style of YAML; what is long is cut. Conditions are in angle brackets. */
export function valueText(value: unknown, room: number = ROOM): string {
  const matcher = matcherOf(value);
  if (matcher) {return `<${matcher.text}>`;}
  if (value === undefined || value === null) {return '(absent)';}
  if (typeof value === 'string') {return cut(quoted(value), room);}
  if (Array.isArray(value)) {return enclosed('[', value.map(entry => (left: number) => valueText(entry, left)), ']', room);}
  if (isMap(value)) {
    const keys = Object.keys(value).filter(key => value[key] !== undefined && value[key] !== null).sort(keysFirst);
    const entries = keys.map(key => (left: number) => `${quoted(key)}: ${valueText(value[key], left - key.length - 2)}`);
    return entries.length === 0 ? '{}' : enclosed('{ ', entries, ' }', room);
  }
  return String(value);
}

/** A pattern as it stands behind `wanted:`: a condition that stands alone needs no brackets. */
export function patternText(pattern: unknown): string {
  return matcherOf(pattern)?.text ?? valueText(pattern);
}

function quoted(text: string): string {
  return PLAIN_TEXT.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text);
}

/** `name` and `key` say which entry it is. */
function keysFirst(a: string, b: string): number {
  return Number(b === 'name' || b === 'key') - Number(a === 'name' || a === 'key') || byText(a, b);
}

function cut(text: string, room: number): string {
  const most = Math.max(room, LEAST);
  return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}

/** As many entries as there is room for, and how many there are beside. */
function enclosed(open: string, entries: ReadonlyArray<(room: number) => string>, close: string, room: number): string {
  const shown: string[] = [];
  let left = room - open.length - close.length;
  for (const entry of entries) {
    if (shown.length > 0 && left < LEAST) {break;}
    const text = entry(left);
    shown.push(text);
    left -= text.length + 2;
  }
  const hidden = entries.length - shown.length;
  return `${open}${[...shown, ...hidden > 0 ? [`${hidden} more`] : []].join(', ')}${close}`;
}

/** Two texts that are not the same, each with what is needed to see where. */
export function differingTexts(found: string, wanted: string): { readonly found: string; readonly wanted: string } {
  if (found.includes('\n') || wanted.includes('\n')) {
    const [ours, theirs] = [found.split('\n'), wanted.split('\n')];
    const line = ours.findIndex((text, index) => text !== theirs[index]);
    const at = line < 0 ? ours.length : line;
    const shown = (lines: readonly string[]) => (at < lines.length
      ? `line ${at + 1}: ${quotedFrom(lines[at], 0)}`
      : `ends before line ${at + 1}`);
    return { found: shown(ours), wanted: shown(theirs) };
  }
  let same = 0;
  while (same < found.length && found[same] === wanted[same]) {same++;}
  const from = Math.max(found.length, wanted.length) <= ROOM ? 0 : Math.max(0, same - 24);
  return { found: quotedFrom(found, from), wanted: quotedFrom(wanted, from) };
}

function quotedFrom(text: string, from: number): string {
  return from === 0 ? cut(quoted(text), ROOM) : cut(`...${JSON.stringify(text.slice(from))}`, ROOM);
}
