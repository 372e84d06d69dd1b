import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentYaml, Files, runWith } from './fake-io';
import { version } from '../../package.json';
import { COMMAND_NAMES, CommandName, COMMANDS } from '../../src/cli/commands';

const files = new Files();
afterAll(() => files.remove());
const agent = files.write('agent.yaml', agentYaml());

test.each(['--version', '-v'])('%s tells the version of the package', async option => {
  expect(await runWith([option])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each(['--help', '-h', 'help'])('%s tells of all commands and what exit codes mean', async option => {
  const { code, out } = await runWith([option]);
  expect(code).toBe(0);
  for (const word of [
    ...COMMAND_NAMES, 'Exit codes: 0 fine, 1 wrong usage, input of which something cannot be read, or output that cannot be written, 2',
  ]) {expect(out).toContain(word);}
});

test('each file of a command has its row, under the name of the file', () => {
  const names = readdirSync(join(__dirname, '..', '..', 'src', 'cli', 'commands')).map(file => file.replace('.ts', ''));
  expect([...COMMAND_NAMES].sort()).toEqual(names.sort());
  for (const name of COMMAND_NAMES) {expect(jest.requireActual(`../../src/cli/commands/${name}`)[name]).toBe(COMMANDS[name]());}
});

test('the guide shows each command, and says what it answers', () => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'command.md'), 'utf8');
  for (const name of COMMAND_NAMES) {expect(guide).toMatch(new RegExp(`^npx node-agents ${name} [^]*^\\| \`${name}\` \\|`, 'm'));}
});

/** Words of the help; a command that is missing here does not compile. */
const HELP: { readonly [command in CommandName]: readonly string[] } = {
  check: [
    '--kubernetes-version 1.30', '--nodes FILE', '--format text|json|sarif|github', '--fail-on error|warning', '--only RULES',
    '--exclude RULES', '--baseline FILE', '2 findings at or above --fail-on',
  ],
  explain: [
    '--nodes FILE', '--pods FILE', '--agent NAMESPACE/NAME', '--node NAME', '--format text|json', 'Exit codes: 0 whatever it finds, 1',
  ],
  capacity: ['--nodes FILE', '--pods FILE', '--agent NAMESPACE/NAME', '--format text|json', '2 nodes that do not have room'],
  rollout: ['--nodes FILE', '--from OLD.yaml', '--format text|json', '2 a rollout that stalls'],
  commands: ['--agent NAMESPACE/NAME', '--format text|json', 'Exit codes: 0 whatever it finds, 1'],
  plan: ['plan OLD NEW', '--nodes FILE', '[--prune]', '--fail-on WHAT', '2 changes, 3 changes that --fail-on forbids'],
  doctor: [
    '--nodes FILE', '--pods FILE', '--events FILE', '--symptom all|no-pod|refused|pending|mount', '--event TEXT', '--format text|json',
    '2 errors or warnings',
  ],
  rules: ['node-agents rules [--format text|json]', 'Exit codes: 0 whatever it finds, 1'],
  why: ['node-agents why CODE...', 'Exit codes: 0 whatever it finds, 1'],
  admission: ['--pod-security-version v1.30', '--format text|json', '2 pods that a namespace'],
};

test.each(Object.entries(HELP))('%s --help tells of its options', async (command, words) => {
  for (const option of ['--help', '-h']) {
    const { code, out } = await runWith([command, option]);
    expect(code).toBe(0);
    for (const word of words) {expect(out).toContain(word);}
  }
});

test.each([
  [[], `say what to do: ${COMMAND_NAMES.join(', ')} (see node-agents --help)`],
  [['chek'], 'there is no command chek: did you mean check? (see node-agents --help)'],
  [['constructor'], `there is no command constructor: ${COMMAND_NAMES.join(', ')} (see node-agents --help)`],
  [['check', '--formt', 'json'], 'check has no option --formt: did you mean --format? (see node-agents check --help)'],
  [['check', '-f', 'json'], 'check has no option -f (see node-agents check --help)'],
  [['check', '--agent', 'a'], 'check has no option --agent (see node-agents check --help)'],
  [['check', '--constructor'], 'check has no option --constructor (see node-agents check --help)'],
  [['check', '--format'], '--format needs a value: --format text|json|sarif|github'],
  [['check', '--nodes='], '--nodes needs a value: --nodes FILE'],
  [['check', '--format', 'sarf'], "--format takes text, json, sarif, github, and is 'sarf': did you mean sarif?"],
  [['check', '--format=json', '--format=text'], '--format is given twice'],
  [['check', '--kubernetes-version', '1.27', agent], "--kubernetes-version takes 1.28 or newer, such as 1.30, and is '1.27'"],
  [['check', '--kubernetes-version', '2', agent], "--kubernetes-version takes 1.28 or newer, such as 1.30, and is '2'"],
  [['admission', '--pod-security-version', '1.30', agent], "--pod-security-version takes latest or v1.N, such as v1.30, and is '1.30'"],
  [['check'], 'nothing to read: name files or directories, or give YAML on standard input'],
  [['explain', agent], 'no nodes: name the file that `kubectl get nodes -o json` writes with --nodes, or a platform with --platform'],
  [['check', files.path('gone.yaml')], `${files.path('gone.yaml')}: there is no such file or directory`],
])('%j is reported in one line', async (args, message) => {
  expect(await runWith(args as string[])).toEqual({ code: 1, out: '', err: `node-agents: ${message}\n` });
});

test.each(['v1.30', '1.30', '1.30.4', 'v1.30.4+k3s1'])('takes %s for a version of Kubernetes', async text => {
  expect((await runWith(['check', '--kubernetes-version', text, agent])).err).toBe('');
});

test('a message stays one line, and does not steer the terminal', async () => {
  const { err } = await runWith(['check', files.path('a\nb\u001b[31m.yaml')]);
  expect(err.trimEnd()).not.toMatch(/[\n\u001b]/);
});

test('standard input is one thing', async () => {
  expect(
    await runWith(['explain', '--nodes', '-'], { stdin: agentYaml() }),
  ).toMatchObject({ code: 1, err: 'node-agents: standard input can be one thing: name files for the others\n' });
});

test('an error of the command itself is not taken for one of the input', async () => {
  const {
    code, err,
  } = await runWith(['check', '-'], { stdin: { get length(): number {throw new Error('broken');} } as unknown as string });
  expect(code).toBe(1);
  expect(err).toContain('node-agents: this is an error of node-agents itself: ');
});
