import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from './report';

const MODULE = join(__dirname, '..', '..', 'conformance');

/** Everything that is made here and not kept. */
export const CACHE = join(MODULE, '.cache');

/** The programs of the module, and the go.mod file that says which Kubernetes, or which YAML readers, are in each. */
const PROGRAMS = [
  { name: 'conformance', main: './cmd/conformance', modfile: 'go.mod' },
  { name: 'accept-1.36', main: './cmd/accept', modfile: 'go.mod' },
  { name: 'accept-1.28', main: './cmd/accept', modfile: 'kubernetes-1.28.mod' },
  { name: 'serve', main: './cmd/serve', modfile: 'go.mod' },
  { name: 'read', main: './cmd/read', modfile: 'readers.mod' },
];

/** Programs that other scripts build when they need them. They are static, since they run in pods without a C library. */
const OTHERS = [
  { name: 'otelcol', main: './cmd/otelcol', modfile: 'otelcol.mod', env: { CGO_ENABLED: '0' } },
  { name: 'proxyconfig', main: './cmd/proxyconfig', modfile: 'go.mod', env: {} },
  { name: 'eventtexts', main: './cmd/eventtexts', modfile: 'go.mod', env: {} },
  { name: 'multusconfig', main: './cmd/multusconfig', modfile: 'multus.mod', env: { CGO_ENABLED: '0' } },
  { name: 'corefile', main: './cmd/corefile', modfile: 'coredns.mod', env: { CGO_ENABLED: '0' } },
  { name: 'kubevip', main: './cmd/kubevip', modfile: 'kube-vip.mod', env: { CGO_ENABLED: '0' } },
  { name: 'cilium-1.19', main: './cmd/ciliumconfig', modfile: 'cilium-1.19.mod', env: { CGO_ENABLED: '0' } },
  { name: 'cilium-1.20', main: './cmd/ciliumconfig', modfile: 'cilium-1.20.mod', env: { CGO_ENABLED: '0' } },
  { name: 'felixconfig', main: './cmd/felixconfig', modfile: 'felix.mod', env: { CGO_ENABLED: '0' } },
  { name: 'kubelet', main: './cmd/kubelet', modfile: 'devices.mod', env: { CGO_ENABLED: '0' } },
];

/** Packages whose tests need no Kubernetes of two thousand packages. The other judges prove at each start that they can fail. */
const TESTED = ['cases', 'claims', 'drift', 'manifest', 'report'].map(name => `./internal/${name}`);

/** Fails, in words, where the module cannot be built. */
export function requireGo(): void {
  const wanted = /^go (\d+)\.(\d+)/m.exec(readFileSync(join(MODULE, 'go.mod'), 'utf8'))!;
  const needs = `conformance/ needs Go ${wanted[1]}.${wanted[2]} or newer`;
  let version: string;
  try {
    version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`${needs}, and there is no \`go\` on the PATH`);
  }
  const found = /^go(\d+)\.(\d+)/.exec(version);
  if (found === null || Number(found[1]) < Number(wanted[1]) || (found[1] === wanted[1] && Number(found[2]) < Number(wanted[2]))) {
    throw new Error(`${needs}, and this is ${version}`);
  }
}

/** Builds and tests what has changed since the last time; Go keeps the rest. */
export async function build(): Promise<void> {
  const unformatted = execFileSync('gofmt', ['-l', 'cmd', 'internal'], { cwd: MODULE, encoding: 'utf8' }).trim();
  if (unformatted !== '') throw new Error(`run gofmt -w on ${unformatted}`);
  for (const { name } of PROGRAMS) {await buildProgram(name);}
  await run('go', ['test', ...TESTED]);
}

/** Builds one of the programs. Returns where it is. */
export async function buildProgram(name: string): Promise<string> {
  const { main, modfile, env } = [...PROGRAMS.map(program => ({ ...program, env: {} })), ...OTHERS].find(program => program.name === name)!;
  mkdirSync(join(CACHE, 'bin'), { recursive: true });
  await run('go', ['build', '-buildvcs=false', `-modfile=${modfile}`, '-o', join(CACHE, 'bin', name), main], env);
  return join(CACHE, 'bin', name);
}

/**
 * Builds the judge of Felix within a checkout of Calico, with the Felix and the dependencies of that release. Nothing is written there: to
 * Go the program is a part of it.
 */
export async function buildFelixConfig(source: string, version: string): Promise<string> {
  mkdirSync(join(CACHE, 'bin'), { recursive: true });
  const overlay = join(CACHE, `felix-${version}.json`);
  writeFileSync(
    overlay,
    JSON.stringify({ Replace: { [join(source, 'felix', 'cmd-judge', 'main.go')]: join(MODULE, 'cmd', 'felixconfig', 'main.go') } }),
  );
  const program = join(CACHE, 'bin', `felixconfig-${version}`);
  await run('go', ['build', '-buildvcs=false', `-overlay=${overlay}`, '-o', program, './felix/cmd-judge'], { CGO_ENABLED: '0' }, source);
  return program;
}

/** Runs a judge. Its findings are in the report; that it cannot judge at all is an error. */
export async function judge(name: string, program: string, args: readonly string[]): Promise<Report> {
  const file = join(CACHE, `${name}.json`);
  const [command, ...first] = program.split(' ');
  await run(join(CACHE, 'bin', command), [...first, '-report', file, ...args]);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run(command: string, args: readonly string[], env: { readonly [name: string]: string } = {}, cwd = MODULE): Promise<void> {
  return new Promise((resolve, reject) => {
    // an API server that lives for two minutes may keep more garbage than one that lives for a year
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { GOGC: '400', ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', code => code === 0 ? resolve() : reject(new Error(`${command} ${args.slice(0, 3).join(' ')} ... ended with ${code}`)));
  });
}
