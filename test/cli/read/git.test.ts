import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
const repository = files.path('repository');
const here = process.cwd();

function git(directory: string, ...args: string[]): string {
  const identity = [
    '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: directory, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
}

beforeAll(() => {
  mkdirSync(join(repository, 'dist', 'with blank', '.hidden'), { recursive: true });
  git(files.directory, 'init', '--quiet', '--initial-branch=main', repository);
  writeFileSync(join(repository, 'dist', 'with blank', 'a "b" ü.yaml'), agentYaml('blank'));
  writeFileSync(join(repository, 'dist', 'with blank', '.hidden', 'c.yaml'), agentYaml('hidden'));
  writeFileSync(join(repository, 'dist', 'logs.yaml'), agentYaml('logs'));
  writeFileSync(join(repository, 'dist', 'notes.txt'), 'no manifest');
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message=one');
  git(repository, 'update-ref', 'refs/heads/--output=x', 'HEAD');
  writeFileSync(join(repository, 'dist', 'logs.yaml'), agentYaml('logs').replace('1.0.0', '2.0.0'));
  git(repository, 'commit', '--quiet', '--all', '--message=two');
  git(files.directory, 'clone', '--quiet', '--depth=1', `file://${repository}`, files.path('shallow'));
});
beforeEach(() => process.chdir(repository));
afterEach(() => process.chdir(here));
afterAll(() => files.remove());

const CHANGE = 'spec.template.spec.containers[name=main].image: example.com/logs:1.0.0 -> example.com/logs:2.0.0';

test('a directory of a revision is read as the same directory on the disk is', async () => {
  const { code, out, err } = await runWith(['plan', 'git:HEAD~1:dist', 'dist']);
  expect({ code, err }).toEqual({ code: 2, err: '' });
  expect(out).toContain(CHANGE);
  expect(out).toContain('1 object: 1 changed');
});

test('a file of a revision is read, and named with its revision', async () => {
  expect((await runWith(['plan', 'git:HEAD~1:dist/logs.yaml', 'git:HEAD:dist/logs.yaml'])).out).toContain('(git:HEAD:dist/logs.yaml:1)');
});

test('a path may have blanks, quotes and letters beyond ASCII', async () => {
  const { code, out } = await runWith(['plan', '/dev/null', 'git:HEAD:dist/with blank']);
  expect(code).toBe(2);
  expect(out).toContain('(git:HEAD:dist/with blank/a "b" ü.yaml:1)');
  expect(out).not.toContain('hidden');
  expect((await runWith(['plan', '/dev/null', 'git:HEAD:dist/with blank/a "b" ü.yaml'])).code).toBe(2);
});

test('paths are relative to the current directory', async () => {
  process.chdir(join(repository, 'dist'));
  for (const source of [
    'git:HEAD~1:logs.yaml', 'git:HEAD~1:./logs.yaml',
  ]) {expect((await runWith(['plan', source, 'logs.yaml'])).out).toContain(CHANGE);}
  expect((await runWith(['plan', 'git:HEAD~1:', '.'])).out).toContain(CHANGE);
  expect((await runWith(['plan', 'git:HEAD~1:../dist', '.'])).out).toContain(CHANGE);
});

test('a revision that begins with a dash is a revision, and never an option', async () => {
  expect(await runWith(['plan', 'git:--output=x:dist', 'dist'])).toMatchObject({ code: 2, out: expect.stringContaining(CHANGE) });
  expect(
    await runWith(['plan', 'git:--help:dist', 'dist']),
  ).toMatchObject({ code: 1, err: expect.stringContaining('git does not find the revision --help') });
});

test('nothing of a revision or path is run by a shell', async () => {
  const { code } = await runWith(['plan', 'git:HEAD;touch pwned:dist', '$(touch pwned)']);
  expect(code).toBe(1);
  expect(git(repository, 'status', '--porcelain')).toBe('');
});

test('a shallow clone says that the revision must be fetched', async () => {
  process.chdir(files.path('shallow'));
  expect(await runWith(['plan', 'git:HEAD~1:dist', 'dist'])).toMatchObject({ code: 1, err: expect.stringContaining('shallow clone') });
  expect((await runWith(['plan', 'git:HEAD:dist', 'dist'])).code).toBe(0);
});

test.each([
  ['git:HEAD', 'git:REVISION:PATH'],
  ['git::dist', 'git:REVISION:PATH'],
  ['git:HEAD:gone', 'has no gone here'],
  ['git:nowhere:dist', 'does not find the revision nowhere'],
  ['git:HEAD:dist/notes.txt', 'git:HEAD:dist/notes.txt:1: this is a text, and no object of Kubernetes'],
])('%s is an error of one line', async (source, message) => {
  const { code, err } = await runWith(['plan', source, 'dist']);
  expect(code).toBe(1);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain(message);
});

test('other commands read revisions too', async () => {
  expect((await runWith(['check', 'git:HEAD:dist'])).err).toBe('');
});
