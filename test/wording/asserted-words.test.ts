import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { assertedWords, phrasesOf, quotedWords } from '../../scripts/wording/asserted-words';
import { RULES } from '../../src/checks/rules';
import { ERROR_CATALOGUE } from '../../src/private/error-catalogue';

const TESTS = join(__dirname, '..');
const CODES = new Set([...Object.keys(ERROR_CATALOGUE), ...RULES.map(({ id }) => id)]);

/** What commands, reasons, symptoms and assertions say: the files of this directory. */
const CATALOGUES = ['reasons', 'symptoms', 'agent-assertions', 'manifest-assertions', 'output'];
const PHRASES = phrasesOf(CATALOGUES.flatMap(name => readFileSync(join(__dirname, `${name}.txt`), 'utf8').split('\n')));

/**
 * Tests that show texts as they are laid out, and hints that are chosen among many. Every other test asserts data. A file that holds no
 * sentence any more is to be taken from this list.
 */
const WITH_SENTENCES: readonly string[] = [
  'cli/commands/admission.test.ts', 'cli/commands/capacity.test.ts', 'cli/commands/doctor.test.ts', 'cli/commands/explain.test.ts',
  'cli/commands/rollout.test.ts', 'cli/process.test.ts', 'cli/read/files.test.ts', 'cli/run.test.ts',
  'cluster/capacity/capacity.test.ts', 'cluster/inventory/read/yaml.test.ts', 'jest/jest.test.ts', 'testing/boot.test.ts',
  'testing/daemon-set/host-path-failure.test.ts', 'testing/daemon-set/pod-security-failure.test.ts',
  'testing/daemon-set/replacement.test.ts', 'testing/daemon-set/restart.test.ts', 'testing/daemon-set/rollout-failure.test.ts',
  'testing/findings.test.ts', 'testing/manifests.test.ts',
];

/** Texts that go in, or that are about the form of a line: not about what it says. */
const OTHERS = new Set(['private/guarded.test.ts']);

const testFiles = () => readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).map(file => file.split(sep).join('/'))
  .filter(file => file.endsWith('.ts') && file !== 'wording/asserted-words.test.ts');

test('no test but the catalogue holds a sentence of an error or a finding', () => {
  const files = testFiles().filter(file => !OTHERS.has(file));
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(file => assertedWords(readFileSync(join(TESTS, file), 'utf8'), CODES)
    .map(({ line, text }) => `${file}:${line}: ${text}`))).toEqual([]);
});

test('no test but those listed holds a sentence of a command, a reason, a symptom or an assertion', () => {
  const holding = testFiles().filter(file => quotedWords(readFileSync(join(TESTS, file), 'utf8'), PHRASES).length > 0);
  expect(holding.filter(file => !WITH_SENTENCES.includes(file))).toEqual([]);
  expect(WITH_SENTENCES.filter(file => !holding.includes(file))).toEqual([]);
});

test.each([
  ["toBe('the agent asks for the label pool=a or b')", 1],
  ["toContain('add a toleration for it, or keep the agent off such nodes')", 1],
  ['toMatch(/which the agent does not tolerate: add/)', 1],
  ["test('add a toleration for it, or keep the agent off such nodes', () => {})", 0],
  ["toContain('add a toleration for example.com/gpu, or keep the agent off')", 0],
  ["toBe('kubectl get pods -n agents -l app=logs -o wide')", 0],
])('%s quotes the catalogue %d times', (source, count) => {
  expect(quotedWords(source, phrasesOf([
    'the node has the taint a:NoSchedule, which the agent does not tolerate: add a toleration for it, or keep the agent off such nodes',
    'the agent asks for the label pool=a or b', '  kubectl get pods -n agents -l app=logs -o wide',
  ]))).toHaveLength(count);
});

test.each([
  ["toBe('invalid-port: a port cannot have this name; given: 0')"],
  ["toEqual(['[test/agent] invalid-port: a port cannot ' + 'have this name'])"],
  ['toThrow(/^invalid-port: a port cannot have this name/)'],
  ['toBe(`invalid-port: the port ${name} has no number`)'],
  ["toContain('; fix: correct the number')"],
])('%s is found', source => {
  expect(assertedWords(source, CODES)).toHaveLength(1);
});

test.each([
  ['toThrow(/^invalid-port: /)'], ["toEqual(refusal('invalid-port', { given: '0' }))"], ["toContain('; given: 0; ')"],
  ["test('a port: the container does not have it')"],
])('%s is not', source => {
  expect(assertedWords(source, CODES)).toEqual([]);
});
