import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { agentYaml, Files } from './fake-io';
import { version } from '../../package.json';

const ROOT = join(__dirname, '..', '..');
const files = new Files();
afterAll(() => files.remove());

const main = files.path('lib/cli/main.js');
const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') };
const agent = files.write('agent.yaml', agentYaml('logs', 'hostNetwrok: true\n'));
const nodes = files.write(
  'nodes.json', JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ metadata: { name: `n${index}` } }))),
);

beforeAll(() => {
  mkdirSync(files.path('lib/cli'), { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), files.path('package.json'));
  execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [
    join(ROOT, 'src', 'cli', 'main.ts'), '--bundle', '--platform=node', '--target=node20', '--external:yaml', '--log-level=error',
    `--outfile=${main}`,
  ]);
}, 60_000);

const command = (args: string[], input?: string) => spawnSync(process.execPath, [main, ...args], {
  env, encoding: 'utf8', ...input !== undefined && { input },
});

test('the command tells its version, reads standard input and exits as it says', () => {
  expect(command(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(command(['check'], agentYaml())).toMatchObject({ status: 0, stderr: '' });
  expect(command(['check', agent])).toMatchObject({ status: 2, stderr: '' });
  expect(command(['check', files.path('gone')])).toMatchObject({
    status: 1, stdout: '', stderr: `node-agents: ${files.path('gone')}: there is no such file or directory\n`,
  });
}, 60_000);

test('who reads no further is no error, and the exit code stays what it is', async () => {
  for (const [args, expected] of [[['explain', agent, '--nodes', nodes, '--format', 'json'], 0], [['check', agent], 2]] as const) {
    const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise(resolve => child.once('close', resolve));
    expect([code, Buffer.concat(errors).toString()]).toEqual([expected, '']);
  }
}, 60_000);

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('output that cannot be written is one line and exit code 1, whatever was found', () => {
  for (const args of [['--version'], ['--help'], ['check', agent], ['explain', agent, '--nodes', nodes, '--format', 'json']]) {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { env, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect([status, stderr]).toEqual([1, 'node-agents: the output cannot be written: no space is left on the device\n']);
  }
}, 60_000);

onLinux('where standard error cannot be written either, the exit code is still what it is', () => {
  const full = openSync('/dev/full', 'w');
  const { status, signal } = spawnSync(process.execPath, [main, 'check', files.path('gone')], { env, stdio: ['ignore', full, full] });
  closeSync(full);
  expect([status, signal]).toEqual([1, null]);
}, 60_000);

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
(hasKubectl ? test : test.skip)('kubectl runs the command as its plugin, with its input and its exit code', () => {
  mkdirSync(files.path('bin'), { recursive: true });
  chmodSync(files.write('bin/kubectl-node_agents', `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`), 0o755);
  const withPlugin = { ...env, PATH: `${files.path('bin')}:${process.env.PATH}` };
  const kubectl = (args: string[], input: string = '') => spawnSync('kubectl', args, { env: withPlugin, encoding: 'utf8', input });
  expect(kubectl(['node-agents', '--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  expect(kubectl(['node-agents', 'check', '-'], agentYaml())).toMatchObject({ status: 0 });
  expect(kubectl(['node-agents', 'check', agent]).status).toBe(2);
}, 60_000);

(hasKubectl ? test : test.skip)('kubectl knows every option of the commands that are printed', () => {
  const [{ commands }] = JSON.parse(command(['commands', '-', '--format', 'json'], agentYaml()).stdout);
  expect(Object.keys(commands).length).toBeGreaterThan(8);
  for (const [what, line] of Object.entries<string>(commands)) {
    // it asks a server that nobody runs: wrong options are refused before
    const asked = line.replace(/^kubectl /, 'kubectl --server=http://127.0.0.1:1 --request-timeout=1s ');
    const { stderr } = spawnSync('bash', ['--norc', '-c', asked], { env: { ...env, KUBECONFIG: '/dev/null' }, encoding: 'utf8' });
    expect([what, stderr]).toEqual([what, expect.stringMatching(/refused/)]);
  }
}, 60_000);
