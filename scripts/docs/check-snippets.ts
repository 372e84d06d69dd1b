import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Inside of the repository, so that the package's own name leads to its sources. */
const SCRATCH = join(ROOT, 'test-reports', 'snippets');

/** Type checks every TypeScript snippet of docs/, each as a file of its own. */
function main(): void {
  rmSync(SCRATCH, { recursive: true, force: true });
  mkdirSync(SCRATCH, { recursive: true });
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'));
  const snippets = pages.flatMap(page =>
    snippetsOf(page).map((text, index) => ({ name: `${page.replace(/\W/g, '-')}-${index + 1}.ts`, text })));
  snippets.forEach(({ name, text }) => writeFileSync(join(SCRATCH, name), `${text}\nexport {};\n`));
  writeFileSync(join(SCRATCH, 'tsconfig.json'), JSON.stringify({
    extends: '../../examples/tsconfig.json',
    compilerOptions: { rootDir: '../..', noUnusedLocals: false },
    include: ['*.ts'],
  }));
  execFileSync('npx', ['tsc', '-p', SCRATCH], { cwd: ROOT, stdio: 'inherit' });
  console.log(`${snippets.length} snippets of docs/ compile`);
}

function snippetsOf(page: string): string[] {
  return [...readFileSync(join(ROOT, 'docs', page), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(match => match[1]);
}

main();
