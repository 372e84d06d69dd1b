import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Files, runWith } from './fake-io';
import { COMMAND_NAMES, COMMANDS } from '../../src/cli/commands';
import { PLATFORM_IDS } from '../../src/cluster/platforms/platforms';
import { FORBIDDEN } from '../../src/plan/forbidden';

const files = new Files();
afterAll(() => files.remove());

let script: string;
beforeAll(async () => {
  script = files.write('completion.bash', (await runWith(['completion', 'bash'])).out);
  files.write('a b.yaml', '');
  files.write('nodes.json', '');
});

/** What bash offers after words, of which the last one is under way. */
function offered(...words: string[]): string[] {
  const all = ['node-agents', ...words];
  const program = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _node_agents; printf "%s\\n" "${COMPREPLY[@]}"';
  return execFileSync('bash', ['--norc', '--noprofile', '-c', program, 'bash', script, ...all], { encoding: 'utf8', cwd: files.directory })
    .trim().split('\n').filter(line => line !== '');
}

test('bash knows which command the script is for', () => {
  expect(execFileSync('bash', ['--norc', '-c', 'source "$1"; complete -p node-agents', 'bash', script], { encoding: 'utf8' })).toBe(
    'complete -F _node_agents node-agents\n',
  );
});

test('bash offers commands first', () => {
  expect(offered('')).toEqual([...COMMAND_NAMES, 'completion', '--help', '--version']);
  expect(offered('do')).toEqual(['doctor']);
  expect(offered('completion', '')).toEqual(['bash', 'zsh']);
});

test.each(COMMAND_NAMES.map(name => [name]))('bash offers each option of %s', name => {
  expect(offered(name, '--')).toEqual([...Object.keys(COMMANDS[name]().options), 'help'].map(option => `--${option}`));
});

test('bash offers the values of options, with a blank or an equals sign before them', () => {
  expect(offered('check', '--format', '')).toEqual(['text', 'json', 'sarif', 'github']);
  expect(offered('check', '--format', '=', 's')).toEqual(['sarif']);
  expect(offered('doctor', 'dist', '--symptom', 'm')).toEqual(['mount']);
  expect(offered('check', '--platform', '')).toEqual([...PLATFORM_IDS]);
});

test('bash offers items of a list one after the other', () => {
  expect(offered('plan', '--fail-on', '')).toEqual([...FORBIDDEN]);
  expect(offered('plan', '--fail-on', 's')).toEqual(['stall']);
  expect(offered('plan', '--fail-on', 'stall,r')).toEqual(['stall,replace']);
  expect(offered('check', '--only', 'rollout-dead')).toEqual(['rollout-deadlock']);
});

test('bash offers files where files are taken, blanks in their names included, and nothing where nobody can guess', () => {
  expect(offered('check', 'a')).toEqual(['a b.yaml']);
  expect(offered('check', '--nodes', 'no')).toEqual(['nodes.json']);
  expect(offered('explain', '--node', '')).toEqual([]);
});

test('the script for zsh has every command and option, and zsh reads it where there is one', async () => {
  const { out } = await runWith(['completion', 'zsh']);
  expect(out.split('\n')[0]).toBe('#compdef node-agents');
  for (const name of COMMAND_NAMES) {
    for (const option of Object.keys(COMMANDS[name]().options)) {
      expect(out).toMatch(new RegExp(`^ {4}${name}\\) _arguments .*'--${option}\\[`, 'm'));
    }
  }
  const zsh = spawnSync('zsh', ['-n', files.write('completion.zsh', out)], { encoding: 'utf8' });
  expect(zsh.error === undefined ? [zsh.status, zsh.stderr] : [0, '']).toEqual([0, '']);
});

/** What the script hands to the functions of zsh after words, of which the last one is under way. */
function handedInZsh(...words: string[]): string[] {
  const program = 'compdef() {}; _arguments() { print -rl -- "$@" }; _describe() { print -rl -- ${(P)2} }; '
    + '_values() { print -rl -- "$@" }; source $1; shift; words=(node-agents "$@"); CURRENT=$#words; _node_agents';
  return execFileSync('zsh', ['-f', '-c', program, 'zsh', files.path('completion.zsh'), ...words], { encoding: 'utf8' }).trim().split('\n');
}

const hasZsh = spawnSync('zsh', ['--version']).error === undefined;
(hasZsh ? test : test.skip)('zsh has commands, options, values and lists of values', async () => {
  files.write('completion.zsh', (await runWith(['completion', 'zsh'])).out);
  expect(handedInZsh('').map(line => line.split(':')[0])).toEqual([...COMMAND_NAMES, 'completion']);
  expect(handedInZsh('completion', '')).toEqual(['shell', 'bash', 'zsh']);
  const plan = handedInZsh('plan', '--fail-on', '');
  expect(plan).toEqual(expect.arrayContaining([
    expect.stringMatching(/^--nodes\[.*\]:FILE:_files$/), expect.stringMatching(/^--format\[.*\]:FORMAT:\(text json markdown html\)$/),
    expect.stringMatching(/^--fail-on\[.*\]:WHAT:_sequence compadd - replace privilege coverage stall$/), '*:file:_files',
  ]));
});

test.each([
  [[], 'completion takes bash or zsh'], [['fish'], "completion takes bash or zsh, and is given 'fish'"],
  [['constructor'], "completion takes bash or zsh, and is given 'constructor'"],
])(
  '%j is told in one line', async (args, message) => {
    expect(await runWith(['completion', ...args])).toEqual({ code: 1, out: '', err: `node-agents: ${message}\n` });
  });

test('the package makes the command a plugin of kubectl', () => {
  const { bin } = jest.requireActual(join('..', '..', 'package.json'));
  expect(bin['kubectl-node_agents']).toBe(bin['node-agents']);
});
