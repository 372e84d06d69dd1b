import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { Checks, HostPath, NodeAgent } from '../../src';
import { NodeAgentValidation } from '../../src/checks/node-agent-validation';
import { agentYaml, Files, runWith } from '../cli/fake-io';

const files = new Files();
afterAll(() => files.remove());
const before = process.cwd();
beforeAll(() => process.chdir(files.directory));
afterAll(() => process.chdir(before));

const latest = agentYaml('logs', 'hostNetwrok: true\n').replace(/image: .*/, 'image: example.com/agent:latest').replace(
  / +limits: .*\n/, '',
);
const file = files.write('a.yaml', latest);
const setting = (text: string): void => writeFileSync(join(files.directory, '.node-agents.yaml'), text);
interface Found {
  readonly code: string;
  readonly level: string;
  readonly acknowledged?: string;
}

const check = async (...args: string[]): Promise<Found[]> => JSON.parse((await runWith(['check', ...args, '--format', 'json'])).out);
const codes = async (...args: string[]) => (await check(file, ...args)).map(({ code }) => code);
const ALL = ['missing-memory-limit', 'mutable-image', 'unknown-field'];

beforeEach(() => setting(''));

test('without choices everything is reported', async () => {
  expect(await codes()).toEqual(expect.arrayContaining(ALL));
});

test.each<[string, string, string[], string[]]>([
  ['include', 'include: [mutable-image]', [], ['mutable-image', 'unknown-field']],
  ['--only in place of include', 'include: [mutable-image]', ['--only', 'missing-memory-limit'], ['missing-memory-limit', 'unknown-field']],
  ['exclude', 'include: [mutable-image, missing-memory-limit]\nexclude: [mutable-image]', [], ['missing-memory-limit', 'unknown-field']],
  [
    '--exclude next to exclude', 'exclude: [mutable-image]',
    ['--only', 'mutable-image,missing-memory-limit', '--exclude', 'missing-memory-limit'], ['unknown-field'],
  ],
  ['files that are ignored', 'ignoredPaths: [a.yaml]', [], []],
  ['files that are ignored by a pattern', "ignoredPaths: ['**/*.yaml']", [], []],
  ['other files', "ignoredPaths: ['*/a.yaml', b.yaml, a]\ninclude: []", [], ['unknown-field']],
])('%s', async (_, text, args, expected) => {
  setting(text);
  expect((await codes(...args)).sort()).toEqual(expected);
});

test('levels decide what fails', async () => {
  const fine = files.write('fine.yaml', latest.replace(/.*hostNetwrok.*\n/, ''));
  expect((await runWith(['check', fine])).code).toBe(0);
  setting('levels: {mutable-image: error, missing-memory-limit: note}');
  expect((await runWith(['check', fine])).code).toBe(2);
  const levels = (await check(fine)).filter(({ code }) => ALL.includes(code)).map(({ code, level }) => `${code} ${level}`);
  expect(levels.sort()).toEqual(['missing-memory-limit note', 'mutable-image error']);
});

test('what is in the baseline fails nothing, wherever it stands by now, and what is new does', async () => {
  const fine = latest.replace(/.*hostNetwrok.*\n/, '');
  const baseline = files.write('baseline.json', (await runWith(['check', files.write('old.yaml', fine), '--format', 'json'])).out);
  const moved = files.write('new.yaml', `# moved\n\n${fine}`);
  expect((await runWith(['check', moved, '--fail-on', 'warning'])).code).toBe(2);
  expect((await runWith(['check', moved, '--fail-on', 'warning', '--baseline', baseline])).code).toBe(0);
  setting('baseline: baseline.json');
  expect((await runWith(['check', moved, '--fail-on', 'warning'])).code).toBe(0);
  const worse = files.write('worse.yaml', fine.replace('agent:latest', 'agent:main'));
  expect((await check(worse)).filter(({ code }) => code === 'mutable-image')[0].acknowledged).toBeUndefined();
});

test.each([
  ['an unknown key', 'excludes: []', 'did you mean exclude?'],
  ['an unknown rule', 'exclude: [mutable-imag]', 'did you mean mutable-image?'],
  ['an unknown level', 'levels: {mutable-image: fatal}', 'allowed: error, warning, note'],
  ['a list that is none', 'include: mutable-image', 'include is a list'],
  ['what Kubernetes refuses', 'exclude: [removed-api-version]', 'refused by Kubernetes'], ['another shape', '[a]', 'one map'],
  ['a baseline that is missing', 'baseline: missing.json', 'missing.json'], ['a baseline that is none', 'baseline: a.yaml', 'no baseline'],
])('%s is refused', async (_, text, message) => {
  setting(text);
  const { code, err } = await runWith(['check', file]);
  expect([code, err.includes(message)]).toEqual([1, true]);
});

test('options name rules that exist', async () => {
  expect(
    await runWith(['check', file, '--only', 'mutable-imag']),
  ).toMatchObject({ code: 1, err: expect.stringMatching(/--only: .*did you mean mutable-image/) });
  expect(await runWith(['check', file, '--exclude', 'removed-api-version'])).toMatchObject({ code: 1 });
});

test('Checks.of reads the same file', () => {
  const found = () => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'agents' });
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', hostPaths: [HostPath.readOnly('/etc', { mountPath: '/host/etc' })] });
    return Checks.of(chart).findings.filter(({ code }) => code === 'sensitive-host-path').map(({ level }) => level);
  };
  expect(found()).toEqual(['warning']);
  setting('levels: {sensitive-host-path: note}');
  expect(found()).toEqual(['note']);
  setting('exclude: [sensitive-host-path]');
  expect(found()).toEqual([]);
});

test('the validation plugin reads the same file', async () => {
  const violations = async () => {
    const names: string[] = [];
    const report = { addViolation: ({ ruleName }: { readonly ruleName: string }) => void names.push(ruleName), submit: () => undefined };
    await new NodeAgentValidation().validate({ manifests: ['a.yaml'], report, parseManifest: () => [OBJECT] });
    return names;
  };
  expect(await violations()).toContain('mutable-image');
  setting('exclude: [mutable-image]');
  expect(await violations()).not.toContain('mutable-image');
});

const OBJECT = {
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a', namespace: 'agents' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'example.com/agent:latest' }] } },
  },
};
