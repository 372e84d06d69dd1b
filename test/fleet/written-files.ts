import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files below a new directory that `act` wrote, by path; the directory is removed again. */
export function writtenBy(act: (outdir: string) => void): { [path: string]: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'fleet-'));
  try {
    act(outdir);
    return filesIn(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export function filesIn(folder: string): { [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(
    entry => join(entry.parentPath, entry.name),
  );
  return Object.fromEntries(files.sort().map(file => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}
