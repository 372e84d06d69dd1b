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
  /** Given where in directories something is that is not for Kubernetes. */
  readonly onForeign?: (place: string) => void;
  /** Whether it is fine that there is no object: nothing is there yet. */
  readonly mayBeEmpty?: boolean;
  /** Given where a file of kustomize is: it says how objects are made, and is none. */
  readonly onKustomization?: (place: string) => void;
  /** Given what cannot be read, so that the rest is. */
  readonly onUnreadable?: (mistake: InputError) => void;
}

/**
 * The objects of files, directories and standard input, one by one and in their order. Of lists thousands of items long, one is in memory
 * at a time.
 *
 * @throws InputError
 */
export async function* readObjects(paths: readonly string[], io: Io, options: ReadOptions = {}): AsyncGenerator<Entry> {
  let count = 0;
  const mistakes: InputError[] = [];
  const onUnreadable = options.onUnreadable && ((mistake: InputError): void => void mistakes.push(mistake));
  for (const file of findFiles(paths)) {
    if (isKustomizationFile(file.name)) {
      options.onKustomization?.(placeIn(file.name));
      continue;
    }
    const progress = progressOf(io, file.name);
    try {
      for (const piece of await readFile(file, io, progress, { ...options, ...onUnreadable && { onUnreadable } })) {
        for (const entry of attempt(() => entriesIn(piece, file, options), onUnreadable)) {
          count += 1;
          progress.onObject();
          yield entry;
        }
      }
    } catch (error) {
      if (!onUnreadable || !(error instanceof InputError)) {throw error;}
      onUnreadable(error);
    } finally {
      progress.end();
    }
  }
  if (count === 0 && mistakes.length > 0) {throw mistakes[0];}
  mistakes.forEach(mistake => options.onUnreadable!(mistake));
  if (count === 0
    && options.mayBeEmpty !== true) {throw new InputError(`${paths.map(path => placeIn(path)).join(', ')}: there is no Kubernetes object`);}
}

/** The entries of a piece, or none where it is a mistake that someone takes. */
function attempt(read: () => Entry[], onMistake: ReadOptions['onUnreadable']): Entry[] {
  try {
    return read();
  } catch (error) {
    if (!onMistake || !(error instanceof InputError)) {throw error;}
    onMistake(error);
    return [];
  }
}

/** The names that kustomize looks for. */
function isKustomizationFile(name: string): boolean {
  return /(^|[/\\])kustomization(\.ya?ml)?$/i.test(name);
}

async function readFile(
  { name, read }: InputFile, io: Io, { onRead }: Progress, { fieldLines, onUnreadable }: ReadOptions,
): Promise<Iterable<DocumentItem>> {
  const bytes = toUtf8(name === '-' ? await readStream(io.stdin.read(), onRead) : read?.() ?? readBytes(name, onRead), name);
  return /^[ \t\r\n]*[{[]/.test(bytes.toString('latin1', 0, 4096))
    ? readBraces(bytes, name, fieldLines)
    : readYaml(textOf(bytes, name), name, fieldLines, onUnreadable);
}

/** Up to here a file may be tried as both. */
const MAX_EITHER = 4 * 1024 * 1024;

/**
 * What begins with a brace is JSON, or else YAML in its other style; what is neither is reported as JSON, except that templates have two
 * braces.
 */
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

function entriesIn({
  value, line, isItem,
}: DocumentItem, file: InputFile, { assume, fieldLines, onForeign, onKustomization }: ReadOptions): Entry[] {
  const given = isItem && assume && isMap(value) && value.kind === undefined ? { ...assume, ...value } : value;
  if (given === null || given === undefined || Array.isArray(given) && given.length === 0) {return [];}
  const entries = isMap(given) ? entriesOf(given, { file: file.name, line }) : [];
  if (onKustomization && entries.length > 0 && entries.every(isKustomization)) {
    onKustomization(placeIn(file.name, line));
    return [];
  }
  const wrong = whatIsWrong(given, entries);
  if (wrong === undefined) {
    const template = entries.find(isTemplate);
    if (template) {
      refuse(
        file.name, line,
        'this is a template that was not rendered: render it first, as with `helm template`, `kustomize build` or `envsubst`',
      );
    }
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
  if (nameless === undefined) {
    const configuration = entries.find(isConfiguration);
    return configuration
      && `this is the configuration of a program, and no object of Kubernetes: ${configuration.apiVersion} ${configuration.kind}`;
  }
  const missing = (['apiVersion', 'kind'] as const).filter(field => nameless[field] === '');
  return `this is no object of Kubernetes: it has no ${missing.join(' and no ')}`;
}

/** What kustomize reads, and no API server: Flux has a kind of the same name in a group of its own. */
function isKustomization({ apiVersion }: Entry): boolean {
  return apiVersion.startsWith('kustomize.config.k8s.io/');
}

/** Files that kind, kubeadm, the kubelet, an API server and kubectl read, and no API server stores. */
const OF_PROGRAMS = new RegExp('^((kubeadm|audit|apiserver|client\\.authentication)\\.k8s\\.io|kind\\.x-k8s\\.io'
  + '|(kubelet|kubeproxy|kubescheduler|kubecontrollermanager|apiserver)\\.config\\.k8s\\.io)/');
const KINDS_OF_PROGRAMS: ReadonlySet<string> = new Set(['v1 Config', 'v1 EncryptionConfig']);

function isConfiguration({ apiVersion, kind }: Entry): boolean {
  return OF_PROGRAMS.test(apiVersion) || KINDS_OF_PROGRAMS.has(`${apiVersion} ${kind}`);
}

/** Whether a name is still to be filled in. */
function isTemplate({ apiVersion, kind, name, namespace = '' }: Entry): boolean {
  return [apiVersion, kind, name, namespace].some(text => /\{\{|\$\{/.test(text));
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {return 'a list';}
  if (value === null) {return 'nothing';}
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
