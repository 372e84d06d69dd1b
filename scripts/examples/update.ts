import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/**
 * Synthesizes every example with the real cdk8s-cli, as its own cdk8s.yaml says.
 * With `--check` it compares the result with what is committed, without it the result is committed anew.
 */
function main(): void {
  const check = process.argv.includes('--check');
  const names = readdirSync(EXAMPLES).filter(name => existsSync(join(EXAMPLES, name, 'cdk8s.yaml')));
  for (const name of names) {
    const folder = join(EXAMPLES, name);
    execFileSync('npx', ['cdk8s', 'synth', '--no-check-upgrade'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (!check) {
      rmSync(join(folder, 'expected'), { recursive: true, force: true });
      cpSync(join(folder, 'dist'), join(folder, 'expected'), { recursive: true, filter: file => isDirectory(file) || isManifest(file) });
    }
    const written = filesOf(join(folder, 'dist'));
    const expected = filesOf(join(folder, 'expected'));
    for (const file of new Set([...Object.keys(written), ...Object.keys(expected)])) {
      if (written[file] !== expected[file]) {
        throw new Error(`examples/${name}: ${file} is not what expected/ holds; run \`npm run examples:update\` and read the difference`);
      }
    }
    console.log(`examples/${name}: ${Object.keys(written).join(', ')} as expected`);
  }
}

function filesOf(folder: string): { [file: string]: string } {
  return existsSync(folder)
    ? Object.fromEntries(readdirSync(folder).filter(isManifest).map(file => [file, readFileSync(join(folder, file), 'utf8')]))
    : {};
}

/** For validation plugins cdk8s-cli writes a list of constructs beside them. */
function isManifest(file: string): boolean {
  return file.endsWith('.yaml');
}

function isDirectory(file: string): boolean {
  return statSync(file).isDirectory();
}

main();
