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

/** The workflows of the guide to plans, of GitHub and of GitLab. */
const [github, gitlab] = [...readFileSync(join(ROOT, 'docs', 'guides', 'plan.md'), 'utf8').matchAll(/```yaml\n([^]*?)```/g)]
  .map(([, text]) => parse(text));

interface Ran {
  readonly status: number | null;
  /** The calls of programs, in their order: name and arguments. */
  readonly calls: readonly string[];
}

/** Runs a script of a workflow where each program notes its call, and ends with a code. */
function ran(script: string, codes: { readonly [program: string]: number }, env: { readonly [name: string]: string } = {}): Ran {
  const [seen, exported] = [files.write('calls', ''), files.write('github-env', '')];
  for (const program of ['npm', 'npx', 'gh', 'curl']) {
    const code = codes[program] ?? 0;
    const ends = program === 'npx'
      ? `case "$2" in plan) echo a plan; exit ${code} ;; esac`
      : `case "$*" in *--edit-last*) exit ${code} ;; esac`;
    chmodSync(files.write(program, `#!/bin/sh\necho "${program} $*" >> "$SEEN"\n${ends}\n`), 0o755);
  }
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd: files.directory, encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${files.directory}:${process.env.PATH}`, SEEN: seen, GITHUB_ENV: exported },
  });
  return { status, calls: readFileSync(seen, 'utf8').trim().split('\n') };
}

const stepsOf = (workflow: { jobs: { plan: { steps: Array<{ name?: string; run?: string }> } } }) => workflow.jobs.plan.steps;
const stepNamed = (name: string): string => stepsOf(github).find(each => each.name === name)!.run!;

test.each([[0, 0, '0'], [1, 1, undefined], [2, 0, '2'], [3, 0, '3']])(
  'a plan that ends with %i leaves the step of GitHub with %i', (code, status, exported) => {
    expect(ran(stepNamed('plan'), { npx: code }, { BASE: 'abc' })).toEqual({
      status, calls: ['npx node-agents plan git:abc:dist dist --nodes nodes.json --fail-on replace,coverage --format markdown'],
    });
    expect(readFileSync(files.path('plan.md'), 'utf8')).toBe('a plan\n');
    expect(readFileSync(files.path('github-env'), 'utf8')).toBe(exported === undefined ? '' : `code=${exported}\n`);
    if (exported !== undefined) {
      expect(ran(stepsOf(github).at(-1)!.run!, {}, { code: exported }).status).toBe(code === 3 ? 1 : 0);
    }
  });

test('the comment of GitHub takes the place of the last one, and is a new one where there is none', () => {
  const comment = 'gh pr comment 7 --body-file plan.md';
  expect(ran(stepNamed('comment'), {}, { PR: '7' })).toEqual({ status: 0, calls: [`${comment} --edit-last`] });
  expect(ran(stepNamed('comment'), { gh: 1 }, { PR: '7' })).toEqual({ status: 0, calls: [`${comment} --edit-last`, comment] });
});

test('nothing of a pull request is a command in the workflow of GitHub', () => {
  for (const { run = '' } of stepsOf(github)) {expect(run).not.toContain('${{');}
});

test.each([[0, 0], [1, 1], [2, 0], [3, 1]])('a plan that ends with %i leaves the job of GitLab with %i', (code, status) => {
  const found = ran(gitlab.plan.script.join('\n'), { npx: code }, {
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc', CI_API_V4_URL: 'https://gitlab.example.com/api/v4', CI_PROJECT_ID: '3',
    CI_MERGE_REQUEST_IID: '7', PLAN_TOKEN: 'token',
  });
  expect(found.status).toBe(status);
  expect(found.calls.slice(0, 3)).toEqual([
    'npm ci', 'npx cdk8s synth',
    'npx node-agents plan git:abc:dist dist --nodes nodes.json --fail-on replace,coverage --format markdown',
  ]);
  expect(found.calls.slice(3)).toEqual(code === 1 ? [] : [
    'curl --fail --silent --show-error --request POST --header PRIVATE-TOKEN: token --data-urlencode body@plan.md '
      + 'https://gitlab.example.com/api/v4/projects/3/merge_requests/7/notes',
  ]);
});

test('the workflows take options of the command as it has them', async () => {
  const words = (script: string): string[] => /node-agents (plan .*?) > plan\.md/.exec(script)![1].split(' ');
  for (const script of [stepNamed('plan'), gitlab.plan.script.join('\n')]) {
    const [command, , , ...options] = words(script);
    const nodes = files.write('nodes.json', '{"apiVersion":"v1","kind":"Node","metadata":{"name":"a"}}');
    const given = options.map(each => (each === 'nodes.json' ? nodes : each));
    expect((await runWith([command, '/dev/null', files.write('b.yaml', agentYaml()), ...given])).code).toBe(2);
  }
});
