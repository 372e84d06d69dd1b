import { otelConfig } from './otel-config';
import { stringsIn } from './reader';
import {
  LogAgentProps, LogCollector, LogCondition, LogDestination, LogFilter, LogInput, LogLineFormat, LogRedaction, LogValue,
} from '../../../src';
import { codesOf, testChart } from '../../support/golden';
import { agentOf } from '../log-config';

const pipelineOf = (props: Partial<LogAgentProps>, id: string = 'in-containers') =>
  otelConfig(props).service.pipelines[`logs/${id}`].processors;
const statementsOf = (filter: LogFilter) => otelConfig({ filters: [filter] }).processors[`transform/1-${filter.kind}`].log_statements;

test('lines of text are records with a field while filters give them others, and texts with attributes again before they are sent', () => {
  const { processors, service: { pipelines } } = otelConfig({
    filters: [LogFilter.addFields({ team: LogValue.text('a') })],
    destinations: [
      LogDestination.elasticsearch({ url: 'https://es', replaceDots: true }),
      LogDestination.otlpHttp({ url: 'https://in', bodyField: 'message' }),
    ],
  });
  expect(pipelines['logs/in-containers'].processors.slice(-2)).toEqual(['transform/to_record', 'transform/1-addFields']);
  expect(processors['transform/to_record'].log_statements).toEqual(['set(log.body, {"log": log.body}) where not IsMap(log.body)']);
  // attributes have dots too, and a body that was chosen is found in the record
  expect(pipelines['logs/out-elasticsearch'].processors).toEqual(['transform/to_text', 'transform/elasticsearch']);
  expect(pipelines['logs/out-otlp-http'].processors).toEqual(['transform/otlp-http', 'transform/to_text']);
});

test.each<[string, Partial<LogAgentProps>]>([
  ['a filter', { filters: [LogFilter.keep(LogCondition.matches(LogValue.field('log'), 'a'))] }],
  ['a destination', { destinations: [LogDestination.stdout({ when: LogCondition.exists(LogValue.field('log')) })] }],
  ['structured metadata', {
    destinations: [LogDestination.loki({ url: 'http://loki', structuredMetadata: { text: LogValue.field('log') } })],
  }],
])('the text of a line is the field `log` for %s', (_, props) => {
  expect(pipelineOf(props)).toContain('transform/to_record');
});

test('nothing is made of lines of text where nothing looks at them', () => {
  const filters = [
    LogFilter.keep(LogCondition.exists(LogValue.field('a'))), LogFilter.redact([LogRedaction.cardNumbers()]), LogFilter.sample(2),
  ];
  expect(Object.keys(otelConfig({ filters }).processors).filter(id => id.startsWith('transform/'))).toEqual([]);
});

test('a filter of several processors keeps their order, and its inputs', () => {
  const inputs = [LogInput.containers(), LogInput.files('app', ['/srv/app.log'])];
  const filters = [
    LogFilter.redact([LogRedaction.emailAddresses(), LogRedaction.pattern('a\\$b')], { inputs: ['app'] }), LogFilter.sample(2),
  ];
  expect(pipelineOf({ inputs, filters }, 'in-app').slice(-3)).toEqual(['redaction/1-redact-1', 'redaction/1-redact-2', 'filter/2-sample']);
  expect(pipelineOf({ inputs, filters }).slice(-1)).toEqual(['filter/2-sample']);
  expect(otelConfig({ inputs, filters }).processors['redaction/1-redact-2']).toEqual({
    allow_all_keys: true, blocked_values: ['a[$$]b'], ignored_key_patterns: ['^k8s\\.'], summary: 'silent',
  });
});

test('fields are renamed and removed one by one, and get what others have', () => {
  expect(statementsOf(LogFilter.renameFields({ msg: 'message' }))).toEqual([
    'set(log.body["message"], log.body["msg"]) where log.body["msg"] != nil', 'delete_key(log.body, "msg")',
  ]);
  expect(statementsOf(LogFilter.removeFields(['b', 'a']))).toEqual(['delete_key(log.body, "a")', 'delete_key(log.body, "b")']);
  expect(statementsOf(LogFilter.addFields({ a: LogValue.nodeName(), b: LogValue.field('http', 'status') }))).toEqual([
    'set(log.body["a"], resource.attributes["k8s.node.name"])',
    'set(log.body["b"], log.body["http"]["status"]) where IsMap(log.body) and log.body["http"]["status"] != nil',
  ]);
});

test('what is parsed replaces no field, and groups that found nothing are none', () => {
  expect(statementsOf(LogFilter.parse(LogLineFormat.regex('^(?<a>x)?y'), { field: 'm' }))).toEqual([
    'set(log.cache["parsed"], ExtractPatterns(log.body["m"], "\\\\A(?:(?P<a>x))?y")) where IsString(log.body["m"]) and '
      + 'IsMatch(log.body["m"], "\\\\A(?:(?P<a>x))?y")',
    'delete_key(log.cache["parsed"], "a") where log.cache["parsed"]["a"] == ""',
    'delete_key(log.body, "m") where IsMap(log.cache["parsed"])',
    'merge_maps(log.body, log.cache["parsed"], "insert") where IsMap(log.cache["parsed"])',
  ]);
  expect(stringsIn(statementsOf(LogFilter.parse(LogLineFormat.logfmt()))[0])).toContain(
    '^ *([^\\s="]+=("(\\\\.|[^"\\\\])*"|[^\\s"]*)( +|$$))+$$',
  );
});

test.each([[2, '0'], [4, '-4611686018427387904'], [1_000_000, '-9223353590110702099']])('of %i lines one is kept', (oneIn, least) => {
  expect(
    otelConfig({ filters: [LogFilter.sample(oneIn)] }).processors['filter/1-sample'].logs.log_record,
  ).toEqual([`FNV(UUID()) >= ${least}`]);
});

test('logs of audits are parsed', () => {
  expect(pipelineOf({ inputs: [LogInput.kubernetesAudit()] }, 'in-kubernetes-audit').slice(-1)).toEqual(['transform/1-parse']);
});

test('JSON goes below a field where one is named', () => {
  const { operators } = otelConfig({ inputs: [LogInput.containers({ jsonField: 'app.$x' })] }).receivers.file_log;
  expect(operators.filter(({ id }: any) => id.startsWith('json')).map(({ parse_to: parsed, to }: any) => parsed ?? to)).toEqual([
    'attributes._json', 'body["app.$$x"]',
  ]);
});

test.each<[string, LogFilter]>([
  ['throttle', LogFilter.throttle(5)],
  ['another text in place of what is redacted', LogFilter.redact([LogRedaction.cardNumbers()], { replacement: 'x' })],
])('%s is refused', (_, filter) => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector(), filters: [filter] }, chart);
  expect(codesOf(chart)).toEqual(['[test/logs] unsupported-by-collector']);
});
