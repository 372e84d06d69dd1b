import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitFiles, isGitSource } from './git';
import { refuse } from '../../cluster/inventory/read/input-error';
import { lookUp } from '../../private/look-up';
import { byText } from '../../private/wire';

/** A file to be read. */
export interface InputFile {
  /** As it was named, or found below what was named; `-` for standard input. */
  readonly name: string;
  /** Whether it was found in a directory: not everything there is for Kubernetes. */
  readonly isFound: boolean;
  /** What gives its bytes, where it is no file of this machine. */
  readonly read?: () => Buffer;
}

/**
 * The files that arguments stand for: those of directories below them too, in the order of their names. A file that is named twice is read
 * once.
 *
 * @throws InputError
 */
export function findFiles(paths: readonly string[]): InputFile[] {
  const files = paths.flatMap(name => {
    if (isGitSource(name)) {return gitFiles(name, isManifest);}
    return name !== '-' && isDirectory(name) ? filesOf(name) : [{ name, isFound: false }];
  });
  const seen = new Set<string>();
  return files.filter(({ name }) => {
    const place = name === '-' || isGitSource(name) ? name : resolve(name);
    return !seen.has(place) && seen.add(place);
  });
}

function filesOf(directory: string): InputFile[] {
  const files = filesBelow(directory);
  return files.length > 0 ? files : refuse(directory, undefined, 'this directory has no file that ends in .yaml, .yml or .json');
}

/** Links to files are followed, and links to directories are not: they may lead back. */
function filesBelow(directory: string): InputFile[] {
  const entries = attempt(directory, () => readdirSync(directory, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')
    && name !== 'node_modules');
  return entries.sort((a, b) => byText(a.name, b.name)).flatMap(entry => {
    const name = join(directory, entry.name);
    if (entry.isDirectory()) {return filesBelow(name);}
    return isManifest(entry.name) && !(entry.isSymbolicLink() && isDirectory(name)) ? [{ name, isFound: true }] : [];
  });
}

function isManifest(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name);
}

function isDirectory(name: string): boolean {
  return attempt(name, () => statSync(name, { throwIfNoEntry: false }))?.isDirectory() === true;
}

/** As many bytes as every system reads into one piece of memory. */
const MAX_BYTES = 2 ** 31 - 1;

const CHUNK = 4 * 1024 * 1024;

/** Told how much of a file was read; the whole is not known of pipes. */
export type OnRead = (read: number, total?: number) => void;

/**
 * The bytes of a file, or of a pipe that looks like one, such as `<(helm template ...)`.
 *
 * @throws InputError
 */
export function readBytes(name: string, onRead: OnRead): Buffer {
  const file = attempt(name, () => openSync(name, 'r'));
  try {
    const stats = fstatSync(file);
    if (stats.size > MAX_BYTES) {tooLarge(name);}
    // files below /proc and pipes have no size of their own
    const bytes = new Bytes(name, stats.isFile() && stats.size > 0 ? stats.size : undefined, onRead);
    for (;;) {
      const room = bytes.room();
      const count = room.length === 0 ? 0 : attempt(name, () => readSync(file, room));
      if (count === 0) {return bytes.all();}
      bytes.add(room.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
}

/** The bytes of standard input. */
export async function readStream(stream: AsyncIterable<Buffer>, onRead: OnRead): Promise<Buffer> {
  const bytes = new Bytes('-', undefined, onRead);
  for await (const chunk of stream) {bytes.add(chunk);}
  return bytes.all();
}

/** What was read so far, in one piece where it is known how much there will be. */
class Bytes {
  private readonly whole?: Buffer;
  private readonly chunks: Buffer[] = [];
  private read = 0;
  private isUtf16 = false;

  public constructor(private readonly name: string, private readonly total: number | undefined, private readonly onRead: OnRead) {
    this.whole = total === undefined ? undefined : Buffer.allocUnsafe(total);
  }

  /** Where to read to. */
  public room(): Buffer {
    return this.whole?.subarray(this.read, this.read + CHUNK) ?? Buffer.allocUnsafe(CHUNK);
  }

  public add(chunk: Buffer): void {
    if (this.read === 0) {this.isUtf16 = chunk.length > 1 && [0xfeff, 0xfffe].includes(chunk.readUInt16BE(0));}
    // at once: a device may never end
    if (!this.isUtf16 && chunk.includes(0)) {refuse(this.name, undefined, 'is not text, but binary: YAML or JSON is wanted');}
    this.read += chunk.length;
    if (this.read > MAX_BYTES) {tooLarge(this.name);}
    if (this.whole === undefined) {this.chunks.push(chunk);}
    this.onRead(this.read, this.total);
  }

  public all(): Buffer {
    return this.whole?.subarray(0, this.read) ?? Buffer.concat(this.chunks);
  }
}

function tooLarge(name: string): never {
  return refuse(name, undefined, 'has more than 2 GiB: split it, or keep to the objects that matter');
}

const WHY: { readonly [code: string]: string } = {
  EACCES: 'it may not be read: permission denied',
  EISDIR: 'it is a directory',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'there is no such file or directory',
  EPERM: 'it may not be read: permission denied',
};

function attempt<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) {throw error;}
    return refuse(name, undefined, lookUp(WHY, code) ?? `it cannot be read: ${message}`);
  }
}
