import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Peers {
  readonly name: string;
  readonly packages: string[];
}

/** The floor of the peer ranges, and whatever is newest in them. */
const PEERS: Peers[] = [
  { name: 'floor', packages: ['cdk8s@2.68.91', 'constructs@10.3.0', 'cdk8s-plus-28@2.5.6'] },
  { name: 'newest', packages: ['cdk8s@2', 'constructs@10', 'cdk8s-plus-28@2'] },
];

/**
 * Installs the packed package into apps outside of the repository, as a user would, and runs the lines of the README in them: as TypeScript that is type
 * checked, as plain JavaScript and as an ES module, on the oldest and the newest peers. All must write the same bytes as the repository's own sources.
 */
function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'scratch-app-'));
  try {
    const tarball = pack(scratch);
    const results = PEERS.flatMap(peers => runWith(peers, tarball, scratch));
    const different = results.filter(result => result.text !== results[0].text);
    if (different.length > 0) {throw new Error(`${different.map(({ name }) => name).join(', ')} wrote other bytes than ${results[0].name}`);}
    console.log(`${results.map(({ name }) => name).join(', ')}: the same ${results[0].text.length} bytes`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function pack(into: string): string {
  const output = run('npm', ['pack', '--silent', '--pack-destination', into], ROOT);
  return join(into, output.trim().split('\n').pop()!);
}

function runWith(peers: Peers, tarball: string, scratch: string): Array<{ name: string; text: string }> {
  const folder = join(scratch, peers.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'scratch', private: true }));
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', tarball, ...peers.packages, 'typescript@~6.0.0', '@types/node@20'], folder);
  const source = quickStart();
  writeFileSync(join(folder, 'main.ts'), source);
  run('npx', ['tsc', '--strict', '--target', 'es2022', '--module', 'node16', '--skipLibCheck', '--types', 'node', '--outDir', 'compiled', 'main.ts'], folder);
  writeFileSync(join(folder, 'plain.js'), asRequire(source));
  writeFileSync(join(folder, 'module.mjs'), source);
  return [['compiled/main.js', 'TypeScript'], ['plain.js', 'JavaScript'], ['module.mjs', 'ES module']].map(([file, language]) => {
    const outdir = `out-${language.replace(/ /g, '-')}`;
    run(process.execPath, [file], folder, { CDK8S_OUTDIR: outdir });
    const text = readdirSync(join(folder, outdir)).sort().map(each => readFileSync(join(folder, outdir, each), 'utf8')).join('');
    if (text.length === 0) {throw new Error(`${language} on ${peers.name} wrote nothing`);}
    return { name: `${language} on the ${peers.name} peers`, text };
  });
}

/** The first TypeScript snippet of the README. */
export function quickStart(): string {
  const snippet = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  if (!snippet) {throw new Error('README.md has no TypeScript snippet');}
  return snippet[1];
}

function asRequire(source: string): string {
  return source.replace(/import \{([^}]*)\} from '([^']+)';/g, "const {$1} = require('$2');");
}

function run(command: string, args: string[], cwd: string, env: { [name: string]: string } = {}): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
}

main();
