import { parse } from 'yaml';
import { agentOf, configOf, configText, problemsOf } from './log-config';
import {
  LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue,
} from '../../src';
import { testChart } from '../support/golden';
import { wrongWith } from '../support/refused';

const status = LogValue.field('status');

test.each<[string, () => unknown, string]>([
  ['no text to compare with', () => LogCondition.isOneOf(status, []), 'invalid-log-filter'],
  ['no condition', () => LogCondition.allOf(), 'invalid-log-filter'],
  ['a condition on the node', () => LogCondition.exists(LogValue.nodeName()), 'invalid-log-filter'],
  ['a pattern with look-ahead', () => LogCondition.matches(status, '(?=5)'), 'invalid-pattern'],
  ['no input', () => LogFilter.keep(LogCondition.exists(status), { inputs: [] }), 'invalid-log-filter'],
  ['no field to add', () => LogFilter.addFields({}), 'invalid-log-filter'],
  ['a field with a blank', () => LogFilter.removeFields(['a b']), 'invalid-log-filter'],
  ['a chain of new names', () => LogFilter.renameFields({ a: 'b', b: 'c' }), 'invalid-log-filter'],
  ['nothing to redact', () => LogFilter.redact([]), 'invalid-log-filter'],
  ['a redaction of nothing', () => LogRedaction.pattern('a*'), 'invalid-pattern'],
  ['a replacement of two lines', () => LogFilter.redact([LogRedaction.tokens()], { replacement: 'a\nb' }), 'invalid-log-filter'],
  ['a format without fields', () => LogLineFormat.regex('(a) (b)'), 'invalid-pattern'],
  ['one line of one', () => LogFilter.sample(1), 'invalid-log-filter'],
  ['half a line a second', () => LogFilter.throttle(0.5), 'invalid-log-filter'],
])('%s is refused', (_, make, code) => {
  expect(wrongWith(make()).map(found => found.code)).toEqual([code]);
});

const FILTERS = [
  LogFilter.level(LogLevel.INFO), LogFilter.parse(LogLineFormat.nginx(), { inputs: ['containers'] }),
  LogFilter.renameFields({ log: 'message' }), LogFilter.throttle(1000, { inputs: ['audit', 'containers'] }),
];

test('filters come in their order, behind what is known of pods, and see the inputs that they name', () => {
  const {
    pipeline: { filters }, parsers,
  } = configOf({ inputs: [LogInput.containers(), LogInput.files('audit', ['/var/log/audit/*.log'])], filters: FILTERS });
  const own = filters.findIndex(({ alias }: any) => alias === 'filter-1-keep');
  expect(filters.slice(0, own).map(({ name }: any) => name)).toContain('kubernetes');
  expect(filters.slice(own).map(({ name, alias, match, match_regex }: any) => [name, alias, match ?? match_regex])).toEqual([
    ['lua', 'filter-1-keep', '*'], ['parser', 'filter-2-parse', 'kube.*'], ['lua', 'filter-2-parse-2', 'kube.*'],
    ['modify', 'filter-3-renamefields', '*'],
    ['throttle', 'filter-4-throttle', '^(audit|kube)\\.'],
  ]);
  expect(parsers.find(({ name }: any) => name === 'filter-2')).toMatchObject({ format: 'regex' });
});

test('a filter that is added comes last', () => {
  const chart = testChart();
  agentOf({ filters: [LogFilter.sample(10)] }, chart).addFilter(LogFilter.removeFields(['stream']));
  expect(parse(configText(chart)).pipeline.filters.slice(-2)).toMatchObject([
    { name: 'lua', call: 'sample' }, { name: 'modify', remove: ['stream'] },
  ]);
});

test('the lines of a destination are chosen in its output, before anything else is done to them', () => {
  const [output] = configOf({
    destinations: [LogDestination.otlpHttp({
      url: 'http://otlp:4318', resourceAttributes: { a: 'b' }, when: LogCondition.namespaces('payments'),
    })],
  }).pipeline.outputs;
  expect(output.processors.logs.map(({ name }: any) => name)).toEqual(['lua', 'modify', 'opentelemetry_envelope', 'content_modifier']);
});

test.each<[string, Parameters<typeof problemsOf>[0], string]>([
  ['a filter of an input that is not there', { filters: [LogFilter.sample(2, { inputs: ['audit'] })] }, 'unmatched-log-route'],
  ['a filter by a label that is not known', {
    metadata: LogMetadata.fromFileName(), filters: [LogFilter.drop(LogCondition.exists(LogValue.podLabel('a')))],
  }, 'unmatched-log-route'],
  ['a destination by a namespace that is not known', {
    metadata: LogMetadata.none(), destinations: [LogDestination.stdout({ when: LogCondition.namespaces('a') })],
  }, 'unmatched-log-route'],
  ['a copy of a field, which Fluent Bit cannot make', {
    filters: [LogFilter.addFields({ a: LogValue.podName() })],
  }, 'unsupported-by-collector'],
])('%s is refused', (_, props, code) => {
  const found = problemsOf(props);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(` ${code}: `);
});
