import { lineAt } from './decode';
import { findJsonMistake, JsonMistake } from './json-mistake';
import { Items, scanJson, Span, TopSpan } from './json-scan';
import { listOf, DocumentItem } from '../../cluster/inventory/read/document-item';
import { refuse } from '../../cluster/inventory/read/input-error';
import type { Wire } from '../../private/wire';

/** Up to here a file is looked through a second time to say where a mistake begins, and not where it was noticed. */
const MAX_SECOND_LOOK = 32 * 1024 * 1024;

/** That a file is no JSON. It may be YAML. */
export class JsonError extends Error {
  /** @param isNeither whether it cannot be YAML either */
  public constructor(public readonly line: number, message: string, public readonly isNeither: boolean) {
    super(message);
  }
}

/**
 * The values that stand one after the other in a file; of lists each item by itself, in a list of its own, so that only one of them is in
 * memory.
 *
 * @throws JsonError
 */
export function* readJson(bytes: Buffer, file: string): Generator<DocumentItem> {
  let end = 0;
  try {
    for (const top of scanJson(bytes)) {
      yield* itemsOf(bytes, top, file);
      end = top.end;
    }
  } catch (error) {
    if (!(error instanceof JsonMistake)) {throw error;}
    const begin = end + Math.max(0, bytes.subarray(end).findIndex(byte => byte > 0x20));
    const earlier = bytes.length - begin > MAX_SECOND_LOOK ? undefined : findJsonMistake(bytes.toString('utf8', begin));
    const offset = earlier ? begin + Buffer.byteLength(bytes.toString('utf8', begin).slice(0, earlier.offset)) : bytes.length;
    const [mistake, at] = earlier && offset <= error.offset ? [earlier, offset] : [error, error.offset];
    throw new JsonError(lineAt(bytes, at), mistake.message, mistake.isNeither);
  }
}

function* itemsOf(bytes: Buffer, top: TopSpan, file: string): Generator<DocumentItem> {
  const { items, line } = top;
  const envelope = items && envelopeOf(bytes, top, items, file);
  if (items === undefined || envelope === undefined || items.spans.length === 0) {
    yield { value: parse(bytes, top, file), line, isItem: false };
    return;
  }
  for (const span of items.spans) {
    const item = parse(bytes, span, file);
    const isItem = Array.isArray(envelope);
    yield { value: isItem ? item : { ...envelope, items: [item] }, line: span.line, isItem };
  }
}

/** A list without its items; undefined where it is an object that has something else under that name. */
function envelopeOf(bytes: Buffer, top: TopSpan, items: Items, file: string): unknown[] | Wire | undefined {
  const { end, keys } = top;
  const text = textOf(bytes, { ...top, end: items.start }, file) + textOf(bytes, { ...top, start: items.end, end }, file);
  const value = parseText(text, keys - items.spans.reduce((sum, span) => sum + span.keys, 0));
  // what is wrong with it is found with the right offsets when all of it is read
  return Array.isArray(value) || listOf(value) ? value : undefined;
}

function parse(bytes: Buffer, span: Span, file: string): unknown {
  const value = parseText(textOf(bytes, span, file), span.keys);
  if (value !== undefined) {return value;}
  const mistake = findJsonMistake(textOf(bytes, span, file));
  if (mistake === undefined) {throw new Error('the two readers of JSON disagree');}
  const before = Buffer.byteLength(textOf(bytes, span, file).slice(0, mistake.offset));
  throw new JsonMistake(span.start + before, mistake.message);
}

function textOf(bytes: Buffer, { start, end, line }: Span, file: string): string {
  try {
    return bytes.toString('utf8', start, end);
  } catch {
    return refuse(file, line, `this object alone has ${Math.ceil((end - start) / 1024 / 1024)} MiB, which is more than can be read`);
  }
}

/** Undefined where it is no JSON, or where a key appears twice: it then has fewer keys than were counted. */
function parseText(text: string, keys: number): any {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === keys ? value : undefined;
  } catch {
    return undefined;
  }
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) {return 0;}
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) {count += countKeys(item);}
    return count;
  }
  for (const key in value) {count += 1 + countKeys((value as Wire)[key]);}
  return count;
}
