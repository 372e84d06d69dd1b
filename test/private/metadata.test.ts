import { Lazy } from 'cdk8s';
import { requireAnnotations, requireLabels } from '../../src/private/metadata';
import { messageOf } from '../agent/make-agent';
import { reading } from '../support/refused';

test('labels and annotations that the API server takes', () => {
  expect(() => requireLabels({ 'a': '', 'example.com/b': 'C_d.e-f' })).not.toThrow();
  expect(() => requireAnnotations({ 'example.com/b': 'any text, even\nthis' })).not.toThrow();
  // the API server makes the key small before it looks
  expect(() => requireAnnotations({ 'Example.COM/b': '' })).not.toThrow();
  expect(() => requireLabels(undefined)).not.toThrow();
  expect(() => requireAnnotations(undefined)).not.toThrow();
});

test('a value that is known only at synth is not looked at', () => {
  expect(reading(() => requireLabels({ a: Lazy.any({ produce: () => 'later' }) as string }))).not.toThrow();
});

test.each([
  [() => requireLabels({ 'a b': '' }), "a label is not a valid label key; given: 'a b'"],
  [() => requireLabels({ a: 'b c' }), "the label a is not a valid label value; given: 'b c'"],
  [() => requireAnnotations({ 'a b': '' }), "an annotation is not a valid label key; given: 'a b'"],
])('fails for others: %p', (act, message) => {
  expect(messageOf(act)).toContain(`invalid-label: ${message}; allowed: `);
});
