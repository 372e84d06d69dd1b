import { Lazy, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { findUnreadable, requireReadable, unreadable } from '../../src/private/yaml-text';
import { messageOf } from '../agent/make-agent';

// each line was read with sigs.k8s.io/yaml, the reader of kubectl and the API server, from what cdk8s wrote
test.each([
  ['\tfoo\nbar', 'its first line begins with a tab'], ['\n\n\tfoo', 'its first line begins with a tab'], ['\t\nfoo', 'its first line begins with a tab'],
  ['\tfoo\n', 'its first line begins with a tab'],
  ['a\u2028b', 'the character U+2028'], ['a\u2029b\n', 'the character U+2029'], ['a\u0085b', 'the character U+0085'], ['a\u007fb', 'the character U+007F'],
  ['a\u009fb', 'the character U+009F'], ['a\ufffeb', 'the character U+FFFE'], ['a\uffffb', 'the character U+FFFF'], ['a\ud800b', 'the character U+D800'],
  ['0o17', 'Kubernetes reads it as a number'], ['-0o1_7', 'Kubernetes reads it as a number'], ['1e3_0', 'Kubernetes reads it as a number'],
  ['1e_0', 'Kubernetes reads it as a number'], ['+_0', 'Kubernetes reads it as a number'], ['-_01e3', 'Kubernetes reads it as a number'],
  ['.1e1_0', 'Kubernetes reads it as a number'], ['+_0x1', 'Kubernetes reads it as a number'],
])('%j does not come out as it went in', (text, why) => {
  expect(unreadable(text)).toBe(why);
});

test.each([
  '', 'a', '\t', '\t\n', '\n\t\n', '\tfoo', ' \tfoo\nbar', 'foo\n\tbar\n', 'a\tb', '\u0000', 'a\u001b[0mb\n', '\u00a0', '\ufeffa', '\u{1f600}\n\u{1f600}', '0x1f', '0777', '1e3', '1_000', 'no',
  '1.2.3', '-1', '--flag', '+', '0o8', '0o', '10.0.0.1', '/var/log', '-_a', '1.2.3e4_5', '1e_', '+_x1',
])('%j does', text => {
  expect(unreadable(text)).toBeUndefined();
  expect(parse(Yaml.stringify({ text }), { version: '1.1' })).toEqual({ text });
});

test('a value is looked through to its texts, and the path of the first of them is told', () => {
  expect(findUnreadable({ a: { b: ['x', { 'c-d': 'a\u2028b' }] }, e: '0o1' })).toEqual({ path: 'a.b[1].c-d', why: 'the character U+2028' });
  expect(findUnreadable(['x', '0o1'])).toEqual({ path: '[1]', why: 'Kubernetes reads it as a number' });
  expect(findUnreadable({ a: null, b: undefined, c: 1, d: true, e: [], f: {} })).toBeUndefined();
});

test('what is known only when it is written is left alone', () => {
  expect(findUnreadable({ a: Lazy.any({ produce: () => '0o1' }) })).toBeUndefined();
});

test('fails for a text that cannot be written', () => {
  expect(messageOf(() => requireReadable('the thing', { a: '\tb\nc' }))).toBe(
    'unreadable-text: the thing: a cannot be written as YAML that Kubernetes reads; given: its first line begins with a tab; allowed: text without control characters and line separators, whose first line does not begin with a tab; fix: leave such characters out');
  expect(messageOf(() => requireReadable('the thing', 'b'))).toBeUndefined();
});
