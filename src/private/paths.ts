import { fail, quote } from './agent-error';

/** Paths that are clean as they stand, which most are. */
const CLEAN = /^(?:\/(?!\.\.?(?:\/|$))[^/:\0]+)+$/;

/**
 * An absolute path in one spelling: no double or trailing slashes, no `.`.
 * `..` is refused: the API server refuses it, and nobody reads it right. Paths in containers cannot have a `:`, paths on hosts can.
 */
export function cleanAbsolutePath(path: string, what: string, allowColon: boolean = false): string {
  if (CLEAN.test(path)) {return path;}
  const windows = /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
  if (windows) {
    if (path.split(/[\\/]/).includes('..')) {refuse(path, what);}
    return path;
  }
  const parts = path.split('/');
  if (!path.startsWith('/') || parts.includes('..') || path.includes('\0') || (!allowColon && path.includes(':'))) {refuse(path, what);}
  return '/' + parts.filter(part => part !== '' && part !== '.').join('/');
}

/** The root directory of a kubelet, in one spelling. */
export function cleanKubeletDirectory(path: string): string {
  return cleanAbsolutePath(path, 'the directory of the kubelet');
}

/**
 * Where a clean path of a node leads: `/var/run` is a link to `/run` on every system that has both. What is written stays as it was given.
 */
export function withoutLink(path: string): string {
  return path.startsWith('/var/run') && (path.length === 8 || path[8] === '/') ? path.slice(4) : path;
}

/** A path below another one. */
export function requireRelativePath(path: string, what: string): string {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
    fail({
      code: 'invalid-path',
      what: `${what} is not a relative path`,
      given: quote(path),
      allowed: 'a path that does not begin with `/` and has no `..`',
      fix: 'name the part below the mounted path',
    });
  }
  return path;
}

/** Where a key of a ConfigMap or the like is written: paths that begin with `..` are the kubelet's own. */
export function requireItemPath(path: string, what: string): string {
  if (!isItemPath(path)) {
    fail({
      code: 'invalid-path', what: `${what} cannot be used`, given: quote(path), allowed: ITEM_PATHS,
      fix: 'name the file below the mounted directory',
    });
  }
  return path;
}

/** Whether the API server takes the path of a key. */
export function isItemPath(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.startsWith('..') && !/\/\.\.(\/|$)/.test(path);
}

export const ITEM_PATHS = 'a relative path that does not begin with `..` and has no `..`';

/** The directory of a clean absolute path. */
export function directoryOf(path: string): string {
  return path.slice(0, lastSeparator(path)) || '/';
}

/** The last part of a clean absolute path. */
export function fileNameOf(path: string): string {
  return path.slice(lastSeparator(path) + 1);
}

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}

function refuse(path: string, what: string): never {
  fail({
    code: 'invalid-path',
    what: `${what} is not an absolute path`,
    given: quote(path),
    allowed: 'a path that begins with `/` and has neither `..` nor `:`',
    fix: path.startsWith('/') || path.includes('..') ? 'spell the path out' : `write '${rooted(path)}'`,
  });
}

/** A relative path from a root: one with backslashes is of Windows, where roots are drives. */
export function rooted(path: string): string {
  const plain = path.replace(/^(\.[\\/]+)+/, '');
  return plain.includes('\\') ? `C:\\${plain.replace(/^([A-Za-z]:)?\\+/, '').replace(/^[A-Za-z]:/, '').replace(/\//g, '\\')}` : `/${plain}`;
}
