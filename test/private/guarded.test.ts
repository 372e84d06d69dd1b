import { AgentError, errorLine, fail, pageBehind, readErrorLine } from '../../src/private/agent-error';
import { finding, Finding } from '../../src/private/finding';
import { guarded } from '../../src/private/guarded';
import { refusal } from '../support/refusal';

const FACTS = {
  code: 'invalid-path', what: 'a host path is not an absolute path', given: "'log'", allowed: 'a path from the root',
  fix: "write '/log'; or so",
} as const;
const FULL = finding(FACTS);

/** What is left of it in a line: who would refuse it is not. */
const OF_LINE: Finding = { ...FULL, refusedBy: 'nobody' };

const thrownBy = (act: () => unknown): AgentError => {
  try {
    guarded('the feature failed', 'fix the feature', act as () => void, ': look at the cause');
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
  expect(thrownBy(() => fail(FACTS)).finding).toEqual(FULL);
});

test('any other error becomes one of the library, with its class, and is its cause', () => {
  const cause = new TypeError('x is not a function');
  const error = thrownBy(() => {throw cause;});
  expect(error.message).toEqual(
    refusal('feature-error', { names: ['TypeError'] }),
  );
  expect(error.cause).toBe(cause);
  expect(thrownBy(() => {throw new Error('plain');}).message).toEqual(
    refusal('feature-error', { given: 'plain' }),
  );
});

test('a text of a feature that looks like a line of the library, but went through no other language, stays a text', () => {
  expect(thrownBy(() => {throw new Error('ENOENT: no such file; fix: create it');}).finding).toMatchObject({
    code: 'feature-error', given: 'ENOENT: no such file; fix: create it',
  });
});

test('an error that went through another language keeps its code, and loses the stack behind it', () => {
  const line = errorLine(FULL, 'chart/agent');
  expect(thrownBy(() => {throw ofAnotherLanguage(`${line}\n    at Kernel.create`);}).finding).toEqual(OF_LINE);
  expect(thrownBy(() => {throw ofAnotherLanguage('KeyError: a\n  File "app.py"');}).message).toEqual(
    refusal('feature-error', { given: 'KeyError: a' }),
  );
});

const PLAIN = { level: 'error', refusedBy: 'nobody', path: '' } as const;

test.each<[string, Finding]>([
  ['all it can hold', OF_LINE],
  ['what it must hold', { ...PLAIN, code: 'empty-grant', what: 'a grant allows nothing', fix: 'name something' }],
  ['a value without allowed ones', { ...PLAIN, code: 'empty-grant', what: 'a grant: allows', given: 'verbs []', fix: 'name something' }],
  ['a code of a feature', { ...PLAIN, code: 'acme/missing-team', what: 'nobody owns it', fix: 'say who' }],
])('a line with %s is read as it was written', (_, problem) => {
  expect(readErrorLine(errorLine(problem))).toEqual(problem);
  expect(readErrorLine(errorLine(problem, 'a/b'))).toEqual(problem);
});

test('the page at the end of a message is no part of what to do', () => {
  expect(thrownBy(() => fail(FACTS)).message).toBe(`${errorLine(FULL)}${pageBehind('invalid-path')}`);
  expect(readErrorLine(thrownBy(() => fail(FACTS)).message)).toEqual(OF_LINE);
});

test('a text that is no such line is not read', () => {
  expect(readErrorLine('something broke; fix it')).toBeUndefined();
});
