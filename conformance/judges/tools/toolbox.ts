import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GO_TOOLS, GoTool, GoToolName, REQUIREMENTS } from './pins';
import { mustRun, run } from './process';

/** Everything that is installed or made; git ignores folders of this name. */
export const CACHE = join(__dirname, '..', '.cache');

/** Fails, with what to do, when a toolchain is missing. Nothing is ever skipped for the lack of one. */
export async function requireToolchains(names: readonly ('go' | 'python3')[]): Promise<void> {
  const asks = { go: ['version'], python3: ['-c', 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))'] };
  const wants = { go: 'Go 1.26 or later', python3: 'Python 3.10 or later with its venv module' };
  for (const name of names) {
    const works = await run(name, asks[name]).then((outcome) => outcome.code === 0, () => false);
    if (!works) throw new Error(`the judges need ${wants[name]} as \`${name}\` on the PATH`);
  }
}

const started = new Map<string, Promise<unknown>>();

/** Does a piece of work once in this process, however many ask for it. */
export function once<T>(name: string, work: () => Promise<T>): Promise<T> {
  const running = started.get(name) as Promise<T> | undefined ?? work();
  started.set(name, running);
  return running;
}

/** The path of a program, built on first use: each version has a folder of its own. */
export function goTool(name: GoToolName): Promise<string> {
  return once(name, () => buildGoTool(name));
}

async function buildGoTool(name: GoToolName): Promise<string> {
  const tool: GoTool = GO_TOOLS[name];
  const binary = join(CACHE, 'go', `${name}-${tool.version}`, name);
  if (existsSync(binary)) return binary;
  say(`building ${name} ${tool.version}`);
  await inNewFolder(dirname(binary), async (folder) => {
    const tags = [...tool.tags === undefined ? [] : ['-tags', tool.tags], ...tool.ldflags === undefined ? [] : ['-ldflags', tool.ldflags]];
    const command = tool.folder === undefined ? tool.module : `${tool.module}/${tool.folder}`;
    if (tool.emptied !== undefined) {
      await buildEmptied(tool, tool.emptied, join(folder, name));
    } else if (tool.inModule) {
      writeFileSync(
        join(folder, 'go.mod'), `module judge\n\ngo 1.26\n\nrequire ${tool.module} ${tool.version}\n${await replacements(tool)}`,
      );
      await mustRun('go', ['build', '-mod=mod', ...tags, '-o', name, command], { cwd: folder, env: { GOWORK: 'off' } });
    } else {
      await mustRun('go', ['install', ...tags, `${command}@${tool.version}`], { cwd: folder, env: { GOBIN: folder, GOWORK: 'off' } });
    }
  });
  return binary;
}

/** Builds within a copy of the module's sources, in which some packages are empty. */
async function buildEmptied({ module, version, folder = '.' }: GoTool, emptied: readonly string[], binary: string): Promise<void> {
  const source = `${binary}-source`;
  await mustRun('cp', ['-r', '--no-preserve=mode', await goModule(module, version), source]);
  for (const each of emptied.map(name => join(source, name))) {
    readdirSync(each).filter(name => name.endsWith('.go')).forEach(name => rmSync(join(each, name)));
    writeFileSync(join(each, 'empty.go'), `package ${basename(each)}\n`);
  }
  await mustRun('go', ['build', '-mod=mod', '-o', binary, `./${folder}`], { cwd: source, env: { GOWORK: 'off' } });
  rmSync(source, { recursive: true });
}

/** What the module replaces by other modules. One that it replaces by a folder of its own has the version of the module. */
async function replacements({ module, version, keepsReplacements }: GoTool): Promise<string> {
  if (!keepsReplacements) return '';
  const text = readFileSync(join(await goModule(module, version), 'go.mod'), 'utf8');
  return [...text.matchAll(/^(?:replace)?\s+(\S+) => (\S+)(?: (\S+))?$/gm)]
    .map(([, from, to, at]) => (to.startsWith('.') ? `require ${from} ${version}\n` : `replace ${from} => ${to} ${at}\n`)).join('');
}

/** The folder of a Go module's sources, downloaded on first use. */
export async function goModule(module: string, version: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const answer = await mustRun('go', ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: CACHE, env: { GOWORK: 'off', GOFLAGS: '-mod=mod' },
  });
  return (JSON.parse(answer) as { Dir: string }).Dir;
}

/** The folder of the Python environment's programs. */
export function python(): Promise<string> {
  return once('python', () => pythonWith(REQUIREMENTS, 'Checkov, yamllint and the schemas of Kubernetes'));
}

/** The folder of the programs of an environment with what a file of requirements pins, installed on first use. */
export async function pythonWith(requirements: string, what: string): Promise<string> {
  const version = await mustRun('python3', ['-c', 'import sys; print(sys.version)']);
  const key = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const folder = join(CACHE, `python-${key}`);
  const programs = join(folder, 'bin');
  const done = join(folder, 'installed');
  if (existsSync(done)) return programs;
  say(`installing ${what}`);
  rmSync(folder, { recursive: true, force: true });
  await mustRun('python3', ['-m', 'venv', folder]);
  await mustRun(join(programs, 'pip'), [
    'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', '-r', requirements,
  ]);
  writeFileSync(done, '');
  return programs;
}

/** Makes a folder whole or not at all, so that an interrupted run leaves nothing that looks finished. */
export async function inNewFolder(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    await fill(unfinished);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

export function say(text: string): void {
  console.log(`  ${text}`);
}
