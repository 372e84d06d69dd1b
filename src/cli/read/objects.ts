import { toUtf8 } from './decode';
import { findFiles, InputFile, readBytes, readStream } from './files';
import { JsonError, readJson } from './json';
import { listOf, DocumentItem } from '../../cluster/inventory/read/document-item';
import type { FieldLines } from '../../cluster/inventory/read/field-lines';
import { InputError, placeIn, refuse } from '../../cluster/inventory/read/input-error';
import { MAX_YAML, readYaml, tooLarge } from '../../cluster/inventory/read/yaml';
import { entriesOf, Entry, isMap } from '../../private/entry';
import type { Io } from '../io';
import { Progress, progressOf } from '../progress';

export interface ReadOptions {
  /** What objects of bare lists are that do not say it: programs write lists of nodes without the kind of each. */
  readonly assume?: { readonly apiVersion: string; readonly kind: string };
  /** Takes the lines of fields, where they are wanted. */
  readonly fieldLines?: FieldLines;
  /** Told where in directories something is that is not for Kubernetes. */
  readonly onForeign?: (place: string) => void;
}

/**
 * The objects of files, directories and standard input, one by one and in their order. Of lists thousands of items long, one is in memory at a time.
 *
 * @throws InputError
 */
export async function* readObjects(paths: readonly string[], io: Io, options: ReadOptions = {}): AsyncGenerator<Entry> {
  let count = 0;
  for (const file of findFiles(paths)) {
    const progress = progressOf(io, file.name);
    try {
      for (const piece of await readFile(file, io, progress, options)) {
        for (const entry of entriesIn(piece, file, options)) {
          count += 1;
          progress.onObject();
          yield entry;
        }
      }
    } finally {
      progress.end();
    }
  }
  if (count === 0) {throw new InputError(`${paths.map(path => placeIn(path)).join(', ')}: there is no Kubernetes object`);}
}

async function readFile({ name }: InputFile, io: Io, { onRead }: Progress, { fieldLines }: ReadOptions): Promise<Iterable<DocumentItem>> {
  const bytes = toUtf8(name === '-' ? await readStream(io.stdin.read(), onRead) : readBytes(name, onRead), name);
  return /^[ \t\r\n]*[{[]/.test(bytes.toString('latin1', 0, 4096)) ? readBraces(bytes, name, fieldLines) : readYaml(textOf(bytes, name), name, fieldLines);
}

/** Up to here a file may be tried as both. */
const MAX_EITHER = 4 * 1024 * 1024;

/** What begins with a brace is JSON, or else YAML in its other style; what is neither is told of as JSON, except that templates have two braces. */
function readBraces(bytes: Buffer, file: string, fieldLines?: FieldLines): Iterable<DocumentItem> {
  if (bytes.length > MAX_EITHER) {return refusing(file, readJson(bytes, file));}
  try {
    return [...readJson(bytes, file)];
  } catch (error) {
    if (!(error instanceof JsonError)) {throw error;}
    if (error.isNeither) {refuseJson(file, error);}
    try {
      return [...readYaml(bytes.toString('utf8'), file, fieldLines)];
    } catch (other) {
      if (other instanceof InputError && bytes.includes('{{')) {throw other;}
      return refuseJson(file, error);
    }
  }
}

function* refusing(file: string, pieces: Iterable<DocumentItem>): Iterable<DocumentItem> {
  try {
    yield* pieces;
  } catch (error) {
    throw error instanceof JsonError ? refuseJson(file, error) : error;
  }
}

function refuseJson(file: string, { line, message }: JsonError): never {
  return refuse(file, line, `cannot be read as JSON: ${message}`);
}

/** Nothing is made of a text that is refused in any case. */
function textOf(bytes: Buffer, file: string): string {
  return bytes.length <= MAX_YAML ? bytes.toString('utf8') : refuse(file, undefined, tooLarge('this YAML', bytes.length, MAX_YAML));
}

function entriesIn({ value, line, isItem }: DocumentItem, file: InputFile, { assume, fieldLines, onForeign }: ReadOptions): Entry[] {
  const given = isItem && assume && isMap(value) && value.kind === undefined ? { ...assume, ...value } : value;
  if (given === null || given === undefined || Array.isArray(given) && given.length === 0) {return [];}
  const entries = isMap(given) ? entriesOf(given, { file: file.name, line }) : [];
  const wrong = whatIsWrong(given, entries);
  if (wrong === undefined) {
    if (fieldLines) {entries.forEach(entry => fieldLines.addRoot(entry));}
    return entries;
  }
  if (!file.isFound) {refuse(file.name, line, wrong);}
  onForeign?.(placeIn(file.name, line));
  return [];
}

function whatIsWrong(value: unknown, entries: readonly Entry[]): string | undefined {
  if (!isMap(value)) {return `this is ${describe(value)}, and no object of Kubernetes`;}
  const list = listOf(value);
  const stranger = list?.items.find(each => !isMap(each));
  if (stranger !== undefined) {return `an item of the ${list!.kind} is ${describe(stranger)}, and no object`;}
  const nameless = entries.find(({ apiVersion, kind }) => apiVersion === '' || kind === '');
  if (nameless === undefined) {return undefined;}
  const missing = (['apiVersion', 'kind'] as const).filter(field => nameless[field] === '');
  return `this is no object of Kubernetes: it has no ${missing.join(' and no ')}`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {return 'a list';}
  if (value === null) {return 'nothing';}
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
