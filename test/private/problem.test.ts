import { AgentError, describeProblem, fail, located, Problem, quote } from '../../src/private/problem';
import { messageOf } from '../agent/make-agent';

const problem: Problem = { code: 'invalid-port', what: 'the port has no such number', given: '0', allowed: '1 to 65535', fix: 'correct the number' };

test('a problem is one line: its code, what is wrong, what was given, what is allowed, and what to do', () => {
  expect(describeProblem(problem)).toBe('invalid-port: the port has no such number; given: 0; allowed: 1 to 65535; fix: correct the number');
  expect(describeProblem({ code: 'invalid-port', what: 'it is wrong', fix: 'mend it' })).toBe('invalid-port: it is wrong; fix: mend it');
});

test('the code stays first when the place is known, because other languages see the message alone', () => {
  expect(describeProblem(problem, 'platform/logs')).toMatch(/^invalid-port: \[platform\/logs\] the port/);
});

test('an error is the problem, with its code', () => {
  try {
    fail(problem);
  } catch (error) {
    expect(error).toBeInstanceOf(AgentError);
    expect(error).toMatchObject({ name: 'AgentError', code: 'invalid-port', problem, message: describeProblem(problem) });
  }
  expect.assertions(2);
});

test('an error gets the place of the construct that it happened in', () => {
  expect(messageOf(() => located('a/b', () => fail(problem)))).toBe(describeProblem(problem, 'a/b'));
  expect(messageOf(() => located('a/b', () => located('c', () => fail(problem))))).toBe(describeProblem(problem, 'a/b'));
  expect(located('a/b', () => 7)).toBe(7);
});

test('errors of others stay what they are', () => {
  const error = new TypeError('theirs');
  expect(() => located('a/b', () => {throw error;})).toThrow(error);
});

test.each<[unknown, string]>([
  ['text', "'text'"], ['', "''"], [0.5, '0.5'], [NaN, 'NaN'], [true, 'true'], [undefined, 'undefined'], [null, 'null'], [['a', 1], '["a",1]'], [{ a: 'b' }, '{"a":"b"}'],
])('%p is quoted as %s', (value, text) => {
  expect(quote(value)).toBe(text);
});
