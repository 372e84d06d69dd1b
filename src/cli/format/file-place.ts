import { isAbsolute, relative } from 'node:path';

/** A file as forges know it: from the directory in which the command runs, with slashes; undefined for standard input. */
export function fileFromHere(file: string | undefined): string | undefined {
  if (file === undefined || file === '-') {return undefined;}
  const near = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return (near.startsWith('..') || isAbsolute(near) ? file : near).replace(/\\/g, '/').replace(/^\.\//, '');
}
