import { AgentError, errorLine, fail, located, pageBehind, quote } from '../../src/private/agent-error';
import { finding } from '../../src/private/finding';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';

const facts = {
  code: 'invalid-port', what: 'the port has no such number', given: '0', allowed: '1 to 65535', fix: 'correct the number',
} as const;
const found = finding(facts);
const page = pageBehind('invalid-port');

test('a finding is one line: its code, what is wrong, what was given, what is allowed, and what to do', () => {
  expect(errorLine(found)).toEqual(refusal('invalid-port', { given: '0', allowed: '1 to 65535' }));
  expect(errorLine(finding({ code: 'invalid-port', what: 'it is wrong', fix: 'correct it' }))).toEqual(
    refusal('invalid-port'),
  );
});

test('the code stays first when the place is known, because other languages see the message alone', () => {
  expect(errorLine(found, 'platform/logs')).toMatch(/^invalid-port: \[platform\/logs\] the port/);
});

test('an error is the finding, with its code', () => {
  try {
    fail(facts);
  } catch (error) {
    expect(error).toBeInstanceOf(AgentError);
    expect(error).toMatchObject({ name: 'AgentError', code: 'invalid-port', finding: found, message: `${errorLine(found)}${page}` });
  }
  expect.assertions(2);
});

test('an error gets the place of the construct that it happened in', () => {
  expect(messageOf(() => located('a/b', () => fail(facts)))).toEqual(`${errorLine(found, 'a/b')}${page}`);
  expect(messageOf(() => located('a/b', () => located('c', () => fail(facts))))).toEqual(`${errorLine(found, 'a/b')}${page}`);
  expect(located('a/b', () => 7)).toBe(7);
});

test('errors of others stay what they are', () => {
  const error = new TypeError('theirs');
  expect(() => located('a/b', () => {throw error;})).toThrow(error);
});

test.each<[unknown, string]>([
  ['text', "'text'"], ['', "''"], [0.5, '0.5'], [NaN, 'NaN'], [true, 'true'], [undefined, 'undefined'], [null, 'null'],
  [['a', 1], '["a",1]'], [{ a: 'b' }, '{"a":"b"}'],
])('%p is quoted as %s', (value, text) => {
  expect(quote(value)).toBe(text);
});
