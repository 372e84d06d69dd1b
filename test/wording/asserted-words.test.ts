import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { assertedWords } from '../../scripts/wording/asserted-words';
import { RULES } from '../../src/checks/rules';
import { ERROR_CATALOGUE } from '../../src/private/error-catalogue';

const TESTS = join(__dirname, '..');
const CODES = new Set([...Object.keys(ERROR_CATALOGUE), ...RULES.map(({ id }) => id)]);

/** Texts that go in, or that are about the form of a line: not about what it says. */
const OTHERS = new Set(['wording/asserted-words.test.ts', 'private/guarded.test.ts']);

test('no test but the catalogue holds a sentence of an error or a finding', () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).map(file => file.split(sep).join('/'))
    .filter(file => file.endsWith('.ts') && !OTHERS.has(file));
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap(file => assertedWords(readFileSync(join(TESTS, file), 'utf8'), CODES)
    .map(({ line, text }) => `${file}:${line}: ${text}`))).toEqual([]);
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
