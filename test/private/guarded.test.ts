import { guarded } from '../../src/private/guarded';
import { AgentError, describeProblem, fail, Problem, readProblem } from '../../src/private/problem';

const FULL: Problem = { code: 'invalid-path', what: 'a host path is not an absolute path', given: "'log'", allowed: 'a path from the root', fix: "write '/log'; or so" };

const thrownBy = (act: () => unknown): AgentError => {
  try {
    guarded('the feature failed', 'mend the feature', act as () => void, ': look at the cause');
  } catch (error) {
    return error as AgentError;
  }
  throw new Error('nothing was thrown');
};
const ofAnotherLanguage = (message: string): Error => Object.assign(new Error(message), { name: '@jsii/kernel.RuntimeError' });

test('what works is handed on', () => {
  expect(guarded('it failed', 'mend it', () => 1)).toBe(1);
});

test('an error of the library passes as it is', () => {
  expect(thrownBy(() => fail(FULL)).problem).toBe(FULL);
});

test('any other error becomes one of the library, with its class, and is its cause', () => {
  const cause = new TypeError('x is not a function');
  const error = thrownBy(() => {throw cause;});
  expect(error.message).toBe('feature-error: the feature failed; given: TypeError: x is not a function; fix: mend the feature: look at the cause');
  expect(error.cause).toBe(cause);
  expect(thrownBy(() => {throw new Error('plain');}).message).toBe('feature-error: the feature failed; given: plain; fix: mend the feature: look at the cause');
});

test('a text of a feature that looks like a line of the library, but went through no other language, stays a text', () => {
  expect(thrownBy(() => {throw new Error('ENOENT: no such file; fix: create it');}).message).toBe(
    'feature-error: the feature failed; given: ENOENT: no such file; fix: create it; fix: mend the feature: look at the cause');
});

test('an error that went through another language keeps its code, and loses the stack behind it', () => {
  const line = describeProblem(FULL, 'chart/agent');
  expect(thrownBy(() => {throw ofAnotherLanguage(`${line}\n    at Kernel.create`);}).problem).toEqual(FULL);
  expect(thrownBy(() => {throw ofAnotherLanguage('KeyError: a\n  File "app.py"');}).message).toBe('feature-error: the feature failed; given: KeyError: a; fix: mend the feature');
});

test.each<[string, Problem]>([
  ['all it can hold', FULL],
  ['what it must hold', { code: 'empty-grant', what: 'a grant allows nothing', fix: 'name something' }],
  ['a value without allowed ones', { code: 'empty-grant', what: 'a grant: allows', given: 'verbs []', fix: 'name something' }],
  ['a code of a feature', { code: 'acme/missing-team' as Problem['code'], what: 'nobody owns it', fix: 'say who' }],
])('a line with %s is read as it was written', (_, problem) => {
  expect(readProblem(describeProblem(problem))).toEqual(problem);
  expect(readProblem(describeProblem(problem, 'a/b'))).toEqual(problem);
});

test('a text that is no such line is not read', () => {
  expect(readProblem('something broke; fix it')).toBeUndefined();
});
