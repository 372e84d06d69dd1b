import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { agentYaml, Files, runWith } from './fake-io';

const ROOT = join(__dirname, '..', '..');
const files = new Files();
afterAll(() => files.remove());

interface Action {
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default?: string; readonly required?: boolean } };
  readonly runs: { readonly steps: ReadonlyArray<{ readonly run: string; readonly env: { readonly [name: string]: string } }> };
}

const action: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const [step] = action.runs.steps;

/** The arguments that npx gets when the step of the action runs with inputs. */
function arguments_(inputs: { readonly [name: string]: string }): { readonly status: number | null; readonly args: string[] } {
  const npx = files.write('npx', '#!/bin/sh\nprintf "%s\\n" "$@" > "$SEEN"\nexit 2\n');
  chmodSync(npx, 0o755);
  const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)![1];
    return [name, inputs[input] ?? action.inputs[input].default ?? ''];
  }));
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run], {
    cwd: files.directory, encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${files.directory}:${process.env.PATH}`, SEEN: files.path('seen') },
  });
  return { status, args: readFileSync(files.path('seen'), 'utf8').trim().split('\n') };
}

test('the action runs check with its inputs, and fails as it does', () => {
  expect(arguments_({ files: 'dist more', arguments: '--platform talos' })).toEqual({
    status: 2, args: ['--no-install', 'node-agents', 'check', 'dist', 'more', '--platform', 'talos', '--format', 'github'],
  });
  expect(arguments_({ files: 'dist', sarif: 'a.sarif', version: '1.2.3' }).args).toEqual(
    ['--yes', '--package', 'cdk8s-node-agents@1.2.3', 'node-agents', 'check', 'dist', '--format', 'sarif']);
});

test('nothing in an input of the action is a command or a pattern', () => {
  expect(step.run).not.toContain('${{');
  const hostile = '$(touch hacked);*';
  expect(
    arguments_({ files: hostile, version: '"; touch hacked; "' }).args,
  ).toEqual(expect.arrayContaining(['$(touch', 'hacked);*', 'cdk8s-node-agents@"; touch hacked; "']));
  expect(() => readFileSync(files.path('hacked'))).toThrow();
});

test('the guide has each input of the action, and uses no other', () => {
  const guide = readFileSync(join(ROOT, 'docs', 'guides', 'ci.md'), 'utf8');
  for (const input of Object.keys(action.inputs)) {expect(guide).toMatch(new RegExp(`^\\| \`${input}\` \\|`, 'm'));}
  const [workflow] = [...guide.matchAll(/```yaml\n(name: node-agents[^]*?)```/g)].map(([, text]) => parse(text));
  const used = workflow.jobs.check.steps.find(({ uses = '' }: { uses?: string }) => uses.startsWith('cdk8s-node-agents/'));
  expect(Object.keys(used.with).filter(name => !(name in action.inputs))).toEqual([]);
});

test('the hook of pre-commit runs what the command takes', async () => {
  const hooks: ReadonlyArray<{
    readonly id: string; readonly entry: string; readonly language: string;
  }> = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hooks.map(({ id, language }) => [id, language])).toEqual([['node-agents-check', 'system']]);
  const words = hooks[0].entry.split(' ');
  expect(words.slice(0, 3)).toEqual(['npx', '--no-install', 'node-agents']);
  expect((await runWith([...words.slice(3), files.write('a.yaml', agentYaml())])).code).toBe(0);
});
