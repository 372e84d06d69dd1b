import { LogDestination, LogInput, LogValue } from '../../../src';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';
import { agentOf, configOf } from '../log-config';

const labelled = (value: LogValue) => () => agentOf({ destinations: [LogDestination.loki({ url: 'http://loki', labels: { a: value } })] });

test.each<[string, string, string[]?]>([
  ['a comma', 'a,b'],
  ['blanks at its ends', ' a'],
  ['a variable', 'x${HOME}', ['`${`']],
  ['nothing in it', ''],
  ['a character that ends a line in YAML 1.1', 'a\u2028b'],
  ['two lines', 'a\nb'],
  ['what looks like a field', '$log', ['`$`', 'LogValue.field']],
])('a label with %s is refused', (_, text, names: string[] = []) => {
  expect(reading(labelled(LogValue.text(text)))).toThrow(refusal('invalid-log-text', {
    at: 'test/logs', given: `'${text}'`, names: ["'a'", ...names],
  }));
});

test('a field of a record has a path of simple names', () => {
  expect(reading(() => LogValue.field())).toThrow(
    refusal('invalid-log-text'),
  );
  expect(reading(() => LogValue.field("a['b']"))).toThrow(
    refusal('invalid-log-text', { given: "'a['b']'" }));
  expect(reading(labelled(LogValue.field('a.b', 'c')))).toThrow(
    refusal('invalid-log-text', { at: 'test/logs', given: "'a.b'", names: ['_', '-', '/'] }));
});

test('a label of Loki has a name that Loki takes', () => {
  expect(reading(() => agentOf({
    destinations: [LogDestination.loki({ url: 'http://loki', labels: { 'k8s.app': LogValue.text('x') } })],
  }))).toThrow(
    refusal('invalid-destination', { at: 'test/logs', given: "'k8s.app'", names: ['destinations[0]', '_'] }));
});

test.each([
  ['tenantFrom', () => LogDestination.loki({ url: 'http://loki', tenantFrom: LogValue.text('a') }),
    refusal('invalid-destination', { at: 'test/logs', given: 'LogValue.text', names: ['destinations[0]', 'tenantFrom'] })],
])('%s is a field', (_, make, message) => {
  expect(reading(() => agentOf({ destinations: [make()] }))).toThrow(message);
});

test('a path with a comma is refused, since Fluent Bit takes it for two', () => {
  expect(reading(() => agentOf({ inputs: [LogInput.files('x', ['/var/log/a,b.log'])] }))).toThrow(
    refusal('invalid-log-text', { at: 'test/logs', given: "'/var/log/a,b.log'" }));
});

test('lists are written in the order of their names, whatever order they were given in', () => {
  const labelsOf = (labels: {
    [name: string]: LogValue;
  }) => configOf({ destinations: [LogDestination.loki({ url: 'http://loki', labels })] }).pipeline.outputs[0].labels;
  expect(labelsOf({ b: LogValue.text('1'), a: LogValue.text('2') })).toBe('a=2, b=1');
  expect(labelsOf({ a: LogValue.text('2'), b: LogValue.text('1') })).toBe('a=2, b=1');
});
