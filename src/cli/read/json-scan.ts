import { ENDS, JsonMistake } from './json-mistake';
import { MAX_DEPTH } from '../../cluster/inventory/read/document-item';

/** Where a value is in the bytes of a file. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The line on which it begins. */
  readonly line: number;
  /** How many keys its objects have, with all that are in them. */
  readonly keys: number;
}

/**
 * One of the values that stand one after the other in a file, and the items of its list: of the array that it is, or of the `items` that it
 * has.
 */
export interface TopSpan extends Span {
  readonly items?: Items;
}

/** The items of a list, and the place between its brackets. */
export interface Items {
  readonly spans: readonly Span[];
  readonly start: number;
  readonly end: number;
}

const BYTES = {
  tab: 0x09, newline: 0x0a, return: 0x0d, space: 0x20, quote: 0x22, comma: 0x2c, colon: 0x3a, backslash: 0x5c,
  openList: 0x5b, closeList: 0x5d, openMap: 0x7b, closeMap: 0x7d,
} as const;

/** How far the bytes have been read. */
interface Scan {
  readonly bytes: Buffer;
  at: number;
  line: number;
  keys: number;
}

/**
 * The values of a file, found by brackets and quotes alone: lists of thousands of nodes are then read an item at a time, and never are in
 * memory as a whole. That there is JSON in between is for the parser to say.
 *
 * @throws JsonMistake
 */
export function* scanJson(bytes: Buffer): Generator<TopSpan> {
  const scan: Scan = { bytes, at: 0, line: 1, keys: 0 };
  while (skipBlanks(scan) !== undefined) {yield scanTop(scan);}
}

function scanTop(scan: Scan): TopSpan {
  const { at: start, line, keys } = scan;
  const items = scan.bytes[start] === BYTES.openList
    ? scanItems(scan)
    : scan.bytes[start] === BYTES.openMap ? scanObject(scan) : wrong(scan, '{ or [');
  return { start, end: scan.at, line, keys: scan.keys - keys, ...items && { items } };
}

function scanObject(scan: Scan): Items | undefined {
  let items: Items | undefined;
  scan.at += 1;
  if (skipBlanks(scan) === BYTES.closeMap) {
    scan.at += 1;
    return undefined;
  }
  for (;;) {
    if (skipBlanks(scan) !== BYTES.quote) {wrong(scan, 'a key in quotes');}
    const start = scan.at;
    skipText(scan);
    const isItems = scan.at - start === 7 && scan.bytes.toString('latin1', start, scan.at) === '"items"';
    expect(scan, BYTES.colon, ':');
    scan.keys += 1;
    if (skipBlanks(scan) === BYTES.openList && isItems && items === undefined) {items = scanItems(scan);} else {skipValue(scan, 1);}
    if (skipBlanks(scan) !== BYTES.comma) {
      expect(scan, BYTES.closeMap, ', or }');
      return items;
    }
    scan.at += 1;
  }
}

function scanItems(scan: Scan): Items {
  const spans: Span[] = [];
  scan.at += 1;
  const begin = scan.at;
  if (skipBlanks(scan) !== BYTES.closeList) {
    do {
      skipBlanks(scan);
      const { at: start, line, keys } = scan;
      skipValue(scan, 2);
      spans.push({ start, end: scan.at, line, keys: scan.keys - keys });
    } while (skipBlanks(scan) === BYTES.comma && ++scan.at);
  }
  const end = scan.at;
  expect(scan, BYTES.closeList, ', or ]');
  return { spans, start: begin, end };
}

function skipBlanks(scan: Scan): number | undefined {
  const { bytes } = scan;
  for (; scan.at < bytes.length; scan.at++) {
    const byte = bytes[scan.at];
    if (byte === BYTES.newline) {scan.line += 1;} else if (byte !== BYTES.space && byte !== BYTES.return
      && byte !== BYTES.tab) {return byte;}
  }
  return undefined;
}

function expect(scan: Scan, byte: number, what: string): void {
  if (skipBlanks(scan) !== byte) {wrong(scan, what);}
  scan.at += 1;
}

function skipText(scan: Scan): void {
  const { bytes } = scan;
  let at = scan.at + 1;
  while (at < bytes.length && bytes[at] !== BYTES.quote) {at += bytes[at] === BYTES.backslash ? 2 : 1;}
  scan.at = at + 1;
}

/** Over a value of any depth. */
function skipValue(scan: Scan, depthOfValue: number): void {
  const { bytes } = scan;
  const first = bytes[scan.at];
  if (first === BYTES.quote) {return skipText(scan);}
  if (first !== BYTES.openMap && first !== BYTES.openList) {return skipScalar(scan);}
  let depth = depthOfValue;
  let { at, line, keys } = scan;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte <= BYTES.space) {
      if (byte === BYTES.newline) {line += 1;}
    } else if (byte === BYTES.quote) {
      at += 1;
      while (at < bytes.length && bytes[at] !== BYTES.quote) {at += bytes[at] === BYTES.backslash ? 2 : 1;}
    } else if (byte === BYTES.colon) {
      keys += 1;
    } else if (byte === BYTES.openMap || byte === BYTES.openList) {
      depth += 1;
      if (depth > MAX_DEPTH) {throw new JsonMistake(at, `it is nested more than ${MAX_DEPTH} levels deep`, true);}
    } else if (byte === BYTES.closeMap || byte === BYTES.closeList) {
      depth -= 1;
      if (depth === depthOfValue) {break;}
    }
  }
  if (at >= bytes.length) {throw new JsonMistake(bytes.length, `${ENDS}: what begins on line ${scan.line} is not closed`);}
  Object.assign(scan, { at: at + 1, line, keys });
}

function skipScalar(scan: Scan): void {
  const begin = scan.at;
  while (scan.at < scan.bytes.length && !isEnd(scan.bytes[scan.at])) {scan.at += 1;}
  if (scan.at === begin) {wrong(scan, 'a value');}
}

function isEnd(byte: number): boolean {
  return byte <= BYTES.space || byte === BYTES.comma || byte === BYTES.closeList || byte === BYTES.closeMap;
}

function wrong({ bytes, at }: Scan, wanted: string): never {
  const line = bytes.toString('utf8', at, at + 40).split(/[\r\n]/, 1)[0];
  throw new JsonMistake(at, line === '' ? ENDS : `${wanted} is wanted in place of ${line}`);
}
