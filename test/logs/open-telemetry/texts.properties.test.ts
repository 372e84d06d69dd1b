import * as fc from 'fast-check';
import { parse } from 'yaml';
import { expand, stringsIn } from './reader';
import {
  DestinationAuth, LogAgentProps, LogCollector, LogCondition, LogDestination, LogFilter, LogInput, LogValue, MultilineLogs, SecretKey,
} from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';
import { agentOf, configText } from '../log-config';

const url = 'https://logs.example.com';
const secret = SecretKey.of('logs', 'key');
const clean = (path: string) => `/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`;
const to = (destination: (text: string) => LogDestination) => (text: string): Partial<LogAgentProps> => ({
  destinations: [destination(text)],
});

/** An option that takes a text, and what the collector understands of the configuration that it leads to. */
interface TextOption {
  readonly given: (text: string) => Partial<LogAgentProps>;
  readonly arrives: (config: any) => unknown;
  readonly meant?: (text: string) => unknown;
}

const OPTIONS: { readonly [name: string]: TextOption } = {
  'the key of a field': {
    given: text => ({ fields: { [text]: LogValue.text('x') } }), arrives: config => config.processors['attributes/fields'].actions[0].key,
  },
  'the value of a field': {
    given: text => ({ fields: { a: LogValue.text(text) } }), arrives: config => config.processors['attributes/fields'].actions[0].value,
  },
  'a path': {
    given: text => ({ inputs: [LogInput.files('x', [`/var/log/x/${text}`])] }),
    arrives: config => config.receivers['file_log/x'].include[0],
    meant: text => clean(`/var/log/x/${text}`),
  },
  'the pattern of a first line': {
    given: text => ({ inputs: [LogInput.containers({ multiline: [MultilineLogs.startingWith(text)] })] }),
    arrives: config => stringsIn(config.receivers.file_log.operators.find(({ id }: any) => id === 'entries').is_first_entry)[0],
  },
  'the pattern of a first line of files': {
    given: text => ({ inputs: [LogInput.files('x', ['/var/log/x'], { multiline: [MultilineLogs.startingWith(text)] })] }),
    arrives: config => config.receivers['file_log/x'].multiline.line_start_pattern, meant: text => `^.*(?:${text})`,
  },
  'a header': {
    given: to(text => LogDestination.otlpHttp({ url, headers: { 'X-A': text } })),
    arrives: config => config.exporters['otlp_http/otlp-http'].headers['X-A'],
  },
  'a tenant': {
    given: to(text => LogDestination.loki({ url, tenantId: text })),
    arrives: config => config.exporters['otlp_http/loki'].headers['X-Scope-OrgID'],
  },
  'a user': {
    given: to(text => LogDestination.loki({ url, auth: DestinationAuth.basic(text, secret) })),
    arrives: config => config.extensions['basicauth/loki'].client_auth.username,
  },
  'an attribute of the resource': {
    given: to(text => LogDestination.otlpHttp({ url, resourceAttributes: { a: text } })),
    arrives: config => config.processors['resource/otlp-http'].attributes[0].value,
  },
  'structured metadata': {
    given: to(text => LogDestination.loki({ url, structuredMetadata: { a: LogValue.text(text) } })),
    arrives: config => stringsIn(config.processors['transform/loki'].log_statements[0])[1],
  },
  'a pod label': {
    given: to(text => LogDestination.loki({ url, structuredMetadata: { a: LogValue.podLabel(text) } })),
    arrives: config => stringsIn(config.processors['transform/loki'].log_statements[0])[1], meant: text => `k8s.pod.label.${text}`,
  },
  'the text of an added field': {
    given: value => ({ filters: [LogFilter.addFields({ a: LogValue.text(value) })] }),
    arrives: config => stringsIn(config.processors['transform/1-addFields'].log_statements[0])[1],
  },
  'the text of a condition': {
    given: value => ({ filters: [LogFilter.keep(LogCondition.isOneOf(LogValue.podName(), [value]))] }),
    arrives: config => stringsIn(config.processors['filter/1-keep'].logs.log_record[0]).at(-1),
  },
  'the source of Datadog': {
    given: to(value => LogDestination.datadog({ apiKey: secret, source: value })),
    arrives: config => stringsIn(config.processors['transform/datadog'].log_statements[1])[1],
  },
  'the field of the body': {
    given: to(text => LogDestination.otlpHttp({ url, bodyField: text })),
    arrives: config => stringsIn(config.processors['transform/otlp-http'].log_statements[2])[0],
  },
};

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.array(fc.constantFrom('$', '$$', '${', '}', 'env:', 'A', '"', '\\', "'", '{{', '%', ': ', '#', ' ', 'é', '\u{1F600}'), {
    minLength: 1, maxLength: 8,
  }).map(parts => parts.join('')),
);

test.each(Object.keys(OPTIONS))('%s arrives as it was given, or is refused', name => {
  const { given, arrives, meant = (same: string) => same } = OPTIONS[name];
  fc.assert(fc.property(text, value => {
    const chart = testChart();
    agentOf({ collector: LogCollector.openTelemetryCollector(), ...given(value) }, chart);
    if (errorsOf(chart).length > 0) {return;}
    expect(arrives(expand(parse(configText(chart, 'config.yaml'))))).toEqual(meant(value));
  }), { numRuns: runs(40) });
});

test('texts with dollars are not refused', () => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(), fields: { a: LogValue.text('${HOME} $1 $$') } }, chart);
  expect(errorsOf(chart)).toEqual([]);
});

test('line breaks and what YAML does not take arrive in what is added, and half a character is refused', () => {
  const chartWith = (value: string) => {
    const chart = testChart();
    agentOf({ collector: LogCollector.openTelemetryCollector(), filters: [LogFilter.addFields({ a: LogValue.text(value) })] }, chart);
    return chart;
  };
  const strange = 'a\r\n\t\u0000\u0085\u2028\ufeff$1 {{x}} %d';
  const { processors } = expand(parse(configText(chartWith(strange), 'config.yaml')));
  expect(stringsIn(processors['transform/1-addFields'].log_statements[0])[1]).toBe(strange);
  expect(codesOf(chartWith('\ud800'))).toEqual(['[test/logs] invalid-log-text']);
});
