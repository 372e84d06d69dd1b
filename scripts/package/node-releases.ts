import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands';

/** The releases of Node that its project maintains, besides the one that runs here: https://nodejs.org/en/about/previous-releases */
export const MAINTAINED = ['22', '24'];

/** The program of a release, from the package that ships it in the npm registry. */
export function nodeOfRelease(release: string, scratch: string): string {
  const folder = join(scratch, `node-${release}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `node-${release}`, private: true }));
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', `node@${release}`], folder);
  const program = join(folder, 'node_modules', 'node', 'bin', 'node');
  const version = run(program, ['--version'], folder).trim();
  if (!version.startsWith(`v${release}.`)) {throw new Error(`Node ${release} says that it is ${version}`);}
  return program;
}
