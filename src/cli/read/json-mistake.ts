import { MAX_DEPTH } from '../../cluster/inventory/read/document-item';
import { quote } from '../../private/agent-error';

/** What is wrong at an offset of something that should be JSON. */
export class JsonMistake extends Error {
  /** @param isNeither whether YAML does not allow it either */
  public constructor(public readonly offset: number, message: string, public readonly isNeither: boolean = false) {
    super(message);
  }
}

export const ENDS = 'it ends before it is complete';

/** How far a text has been read. */
interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * The first mistake in what should be one value of JSON: what the parser of JavaScript refuses, whose messages differ between its versions,
 * and keys that appear twice, of which it would take the last in silence.
 */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const cursor = { text, at: 0 };
  try {
    readValue(cursor, 1);
    return peek(cursor) === undefined ? undefined : wanted(cursor, 'the end');
  } catch (error) {
    if (error instanceof JsonMistake) {return error;}
    throw error;
  }
}

function readValue(cursor: Cursor, depth: number): void {
  const first = peek(cursor);
  if (first !== '{' && first !== '[') {return readScalar(cursor);}
  if (depth > MAX_DEPTH) {throw new JsonMistake(cursor.at, `it is nested more than ${MAX_DEPTH} levels deep`, true);}
  const [close, readItem] = first === '{' ? ['}', keyReader(cursor, depth)] : [']', () => readValue(cursor, depth + 1)];
  cursor.at += 1;
  for (let isFirst = true; ; isFirst = false) {
    if (isFirst && peek(cursor) === close) {break;}
    if (!isFirst && peek(cursor) === close) {throw new JsonMistake(cursor.at, `a comma stands before ${close}`);}
    readItem();
    if (peek(cursor) === close) {break;}
    if (peek(cursor) !== ',') {throw wanted(cursor, `, or ${close}`);}
    cursor.at += 1;
  }
  cursor.at += 1;
}

/** Reads keys of one map, each with its value. */
function keyReader(cursor: Cursor, depth: number): () => void {
  const keys = new Set<string>();
  return () => {
    if (peek(cursor) !== '"') {throw wanted(cursor, 'a key in quotes');}
    const { at } = cursor;
    readScalar(cursor);
    const key = JSON.parse(cursor.text.slice(at, cursor.at)) as string;
    if (keys.has(key)) {throw new JsonMistake(at, `the key ${quote(key)} is there twice`, true);}
    keys.add(key);
    if (peek(cursor) !== ':') {throw wanted(cursor, ':');}
    cursor.at += 1;
    readValue(cursor, depth + 1);
  };
}

// eslint-disable-next-line no-control-regex
const SCALAR = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.+-])/y;

function readScalar(cursor: Cursor): void {
  SCALAR.lastIndex = cursor.at;
  if (!SCALAR.test(cursor.text)) {throw wanted(cursor, 'a value');}
  cursor.at = SCALAR.lastIndex;
}

/** The next character that is not blank. */
function peek(cursor: Cursor): string | undefined {
  while (/^[ \t\r\n]/.test(cursor.text[cursor.at] ?? '')) {cursor.at += 1;}
  return cursor.text[cursor.at];
}

function wanted({ text, at }: Cursor, what: string): JsonMistake {
  const line = text.slice(at, at + 40).split(/[\r\n]/, 1)[0];
  if (line === '') {return new JsonMistake(at, ENDS);}
  if (line.startsWith('"') && what === 'a value') {
    return new JsonMistake(
      at, text.indexOf('"', at + 1) < 0 ? `${ENDS}: a text is not closed` : 'a text is not closed on its line, or has what must be escaped',
    );
  }
  return new JsonMistake(at, `${what} is wanted in place of ${line}`);
}
