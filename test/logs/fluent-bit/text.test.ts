import { LogDestination, LogInput, LogValue } from '../../../src';
import { reading } from '../../support/refused';
import { agentOf, configOf } from '../log-config';

const labelled = (value: LogValue) => () => agentOf({ destinations: [LogDestination.loki({ url: 'http://loki', labels: { a: value } })] });
const REFUSED = "[test/logs] the label 'a' cannot be written into the configuration of Fluent Bit";
const FIX = 'fix: change the text; variables of the environment have a place in `extraConfig`';

test.each([
  ['a comma', 'a,b', 'text without commas, and without blanks at its ends'],
  ['blanks at its ends', ' a', 'text without commas, and without blanks at its ends'],
  ['a variable', 'x${HOME}', 'text that is not empty, in one line, without `${`'],
  ['nothing in it', '', 'text that is not empty, in one line, without `${`'],
  ['a character that ends a line in YAML 1.1', 'a\u2028b', 'text that is not empty, in one line, without `${`'],
  ['two lines', 'a\nb', 'text that is not empty, in one line, without `${`'],
  ['what looks like a field', '$log', 'text that does not begin with `$`, which Fluent Bit takes for a field: LogValue.field(...)'],
])('a label with %s is refused', (_, text, allowed) => {
  expect(reading(labelled(LogValue.text(text)))).toThrow(`invalid-log-text: ${REFUSED}; given: '${text}'; allowed: ${allowed}; ${FIX}`);
});

test('a field of a record has a path of simple names', () => {
  expect(reading(() => LogValue.field())).toThrow('invalid-log-text: a field of a record has no name; given: an empty path; fix: name the field, from the outside in');
  expect(reading(() => LogValue.field("a['b']"))).toThrow(
    "invalid-log-text: a field of a record cannot have this name; given: 'a['b']'; allowed: text without quotes, brackets, braces, commas, `$` and `=`; "
    + "fix: name one field at a time: LogValue.field('http', 'status')");
  expect(reading(labelled(LogValue.field('a.b', 'c')))).toThrow(
    "invalid-log-text: [test/logs] the first part of a field cannot be written into the configuration of Fluent Bit; given: 'a.b'; "
    + `allowed: letters, digits, \`_\`, \`-\` and \`/\`, not a digit first, and not TAG first; ${FIX}`);
});

test('a label of Loki has a name that Loki takes', () => {
  expect(reading(() => agentOf({ destinations: [LogDestination.loki({ url: 'http://loki', labels: { 'k8s.app': LogValue.text('x') } })] }))).toThrow(
    "invalid-destination: [test/logs] destinations[0]: Loki refuses this name of a label; given: 'k8s.app'; allowed: letters, digits and `_`, not a digit first; fix: write 'k8s_app'");
});

test.each([
  ['tenantFrom', () => LogDestination.loki({ url: 'http://loki', tenantFrom: LogValue.text('a') }),
    'invalid-destination: [test/logs] destinations[0]: `tenantFrom` is not a field of the line; given: LogValue.text; fix: use `tenantId` for one tenant, or LogValue.namespaceName()'],
])('%s is a field', (_, make, message) => {
  expect(reading(() => agentOf({ destinations: [make()] }))).toThrow(message);
});

test('a path with a comma is refused, since Fluent Bit takes it for two', () => {
  expect(reading(() => agentOf({ inputs: [LogInput.files('x', ['/var/log/a,b.log'])] }))).toThrow(
    "invalid-log-text: [test/logs] a path cannot be written into the configuration of Fluent Bit; given: '/var/log/a,b.log'; "
    + `allowed: text without commas, and without blanks at its ends; ${FIX}`);
});

test('lists are written in the order of their names, whatever order they were given in', () => {
  const labelsOf = (labels: { [name: string]: LogValue }) => configOf({ destinations: [LogDestination.loki({ url: 'http://loki', labels })] }).pipeline.outputs[0].labels;
  expect(labelsOf({ b: LogValue.text('1'), a: LogValue.text('2') })).toBe('a=2, b=1');
  expect(labelsOf({ a: LogValue.text('2'), b: LogValue.text('1') })).toBe('a=2, b=1');
});
