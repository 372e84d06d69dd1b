import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  ContainerLogsOptions, LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue,
} from '../../../../src';
import { Bench, Case } from '../bench';

/** Filters, lines, and what becomes of them in every collector. */
interface Filtered {
  readonly filters: LogFilter[];
  /** A line, and its record; no record where it goes no further. */
  readonly lines: ReadonlyArray<readonly [line: string, record?: { readonly [field: string]: unknown }]>;
  /** How the lines are read. */
  readonly input?: ContainerLogsOptions;
  /** Collectors that this is about, by name; all where it says nothing. */
  readonly only?: readonly string[];
}

const hostile = 'a$b {env} $$ "quoted" \\ {{x}} %d é \u{1F600} $1';
const NGINX = '10.0.0.1 - bob [10/Oct/2026:13:55:36 +0000] "GET /a%20b HTTP/1.1" 200 2326';

const FILTERED: { readonly [name: string]: Filtered } = {
  'fields are added, renamed and removed': {
    filters: [
      LogFilter.addFields({ team: LogValue.text('platform'), node: LogValue.nodeName(), hostile: LogValue.text(hostile) }),
      LogFilter.renameFields({ msg: 'message' }), LogFilter.removeFields(['secret', 'none']),
    ],
    lines: [
      ['plain text', { log: 'plain text', team: 'platform', node: 'node-1', hostile }],
      ['{"msg":"a","secret":1,"n":5,"deep":{"secret":2}}', {
        message: 'a', n: 5, deep: { secret: 2 }, team: 'platform', node: 'node-1', hostile,
      }],
      ['{"msg":"b","message":"old","team":"mine"}', { message: 'b', team: 'platform', node: 'node-1', hostile }],
    ],
  },
  'a field gets what another one has': {
    filters: [LogFilter.addFields({ status: LogValue.field('http', 'status'), text: LogValue.field('log') })],
    only: ['OpenTelemetry Collector'],
    lines: [
      ['{"http":{"status":500}}', { http: { status: 500 }, status: 500 }],
      ['{"http":"x","status":1}', { http: 'x', status: 1 }],
      ['plain', { log: 'plain', text: 'plain' }],
    ],
  },
  'texts are redacted at any depth': {
    filters: [LogFilter.redact([LogRedaction.tokens(), LogRedaction.emailAddresses(), LogRedaction.cardNumbers()])],
    lines: [
      ['mail a.b@example.com now', { log: 'mail **** now' }],
      ['password=hunter2 and 4111 1111 1111 1111 ok', { log: '**** and **** ok' }],
      [
        '{"user":{"mail":["x@y.org",{"deep":"Bearer abcdefghijkl"}]},"card":"378282246310005","n":12,"ok":true,"a@example.com":"key"}',
        { 'user': { mail: ['****', { deep: '****' }] }, 'card': '****', 'n': 12, 'ok': true, 'a@example.com': 'key' },
      ],
    ],
  },
  'JSON in a field is parsed': {
    filters: [LogFilter.parse(LogLineFormat.json(), { field: 'inner' })],
    lines: [
      ['{"inner":"{\\"x\\":1,\\"keep\\":2,\\"s\\":[\\"t\\",1.5,null]}","keep":"mine"}', { x: 1, keep: 'mine', s: ['t', 1.5, null] }],
      ['{"inner":"{\\"inner\\":\\"again\\"}"}', { inner: 'again' }],
      ['{"inner":"nope"}', { inner: 'nope' }],
      ['{"inner":5}', { inner: 5 }],
      ['plain', { log: 'plain' }],
    ],
  },
  'logfmt is parsed': {
    filters: [LogFilter.parse(LogLineFormat.logfmt())],
    lines: [
      ['level=info msg="hello world" n=5', { level: 'info', msg: 'hello world', n: '5' }],
      ['it is not logfmt', { log: 'it is not logfmt' }],
      ['a=1 and more', { log: 'a=1 and more' }],
      ['b=c\'d e=f\'g', { b: 'c\'d', e: 'f\'g' }],
      ['p=/a/b q=x', { p: '/a/b', q: 'x' }],
    ],
  },
  'what is escaped, empty, has a sign of equality, or is behind an object of JSON': {
    filters: [LogFilter.parse(LogLineFormat.json(), { field: 'inner' }), LogFilter.parse(LogLineFormat.logfmt())],
    only: ['Vector', 'OpenTelemetry Collector'],
    lines: [
      ['{"inner":"{\\"x\\":1} behind"}', { inner: '{"x":1} behind' }],
      ['q="say \\"hi\\"" p=/a/b?c=d', { q: 'say "hi"', p: '/a/b?c=d' }],
      ['q="" p=x', { q: '', p: 'x' }],
    ],
  },
  'JSON is put below a field': {
    filters: [LogFilter.drop(LogCondition.isOneOf(LogValue.field('app', 'level'), ['debug']))],
    input: { jsonField: 'app' },
    lines: [
      ['{"level":"info","app":1}', { app: { level: 'info', app: 1 } }],
      ['{"level":"debug"}'],
      ['plain {', { log: 'plain {' }],
    ],
  },
  'numbers are redacted by the OpenTelemetry Collector alone': {
    filters: [LogFilter.redact([LogRedaction.cardNumbers()])],
    only: ['OpenTelemetry Collector'],
    lines: [['{"a":{"card":4111111111111111},"n":411111111111}', { a: { card: '****' }, n: 411111111111 }]],
  },
  'a text with a reference': {
    filters: [LogFilter.addFields({ text: LogValue.text('${HOME} ${env:HOME} $${HOME}') })],
    only: ['Vector', 'OpenTelemetry Collector'],
    lines: [['plain', { log: 'plain', text: '${HOME} ${env:HOME} $${HOME}' }]],
  },
  'access logs of nginx are parsed': {
    filters: [LogFilter.parse(LogLineFormat.nginx())],
    lines: [
      [`${NGINX} "http://from/" "agent 1"`, {
        remote: '10.0.0.1', user: 'bob', time_local: '10/Oct/2026:13:55:36 +0000', method: 'GET', path: '/a%20b', code: '200', size: '2326',
        referer: 'http://from/', agent: 'agent 1',
      }],
      [NGINX, {
        remote: '10.0.0.1', user: 'bob', time_local: '10/Oct/2026:13:55:36 +0000', method: 'GET', path: '/a%20b', code: '200', size: '2326',
      }],
      ['other', { log: 'other' }],
    ],
  },
  'a pattern parses, and what was found decides': {
    filters: [
      LogFilter.parse(LogLineFormat.regex('^(?<level>[A-Z]+)\\$ (?<rest>.+)$')), LogFilter.level(LogLevel.WARN),
      LogFilter.drop(LogCondition.matches(LogValue.field('log'), 'noise \\{')),
    ],
    lines: [
      ['ERROR$ it "broke"', { level: 'ERROR', rest: 'it "broke"' }],
      ['INFO$ fine'],
      ['noise { here'],
      ['unknown', { log: 'unknown' }],
      ['{"level":"debug"}'],
      ['{"level":"warn","log":"kept"}', { level: 'warn', log: 'kept' }],
    ],
  },
};

export const FILTERS: readonly Case[] = [
  ...Object.entries(FILTERED).map(([name, { filters, lines, input, only }]): Case => ({
    name: `filters: ${name}`,
    only,
    async run(bench) {
      const { records, agent } = await arriving(bench, filters, lines.map(([line]) => line), input);
      const expected = lines.flatMap(([, record]) => record === undefined ? [] : [record]);
      await bench.until(() => records().length >= expected.length, 15);
      await agent.stop();
      const found = records();
      expected.forEach(record => bench.expect(found.some(each => isDeepStrictEqual(each, record)), `missing: ${JSON.stringify(record)}`));
      found.forEach(record => bench.expect(
        expected.some(each => isDeepStrictEqual(each, record)), `not expected: ${JSON.stringify(record)}`,
      ));
      bench.expect(found.length === expected.length, `${found.length} records arrived, not ${expected.length}`);
    },
  })),
  {
    name: 'filters: one line of so many is kept',
    async run(bench) {
      const lines = Array.from({ length: 5000 }, (_, index) => `line ${index}`);
      const { records, agent } = await arriving(bench, [LogFilter.sample(5)], [...lines, ...lines]);
      await bench.until(() => records().length > 1700, 15);
      await new Promise(done => setTimeout(done, 3000));
      await agent.stop();
      const { length } = records();
      bench.figure(`${length} of 10,000 lines were kept`);
      // by chance, four standard deviations are 160
      bench.expect(length > 1840 && length < 2160, `${length} of 10,000 lines were kept`);
    },
  },
];

const DIRECTORY = '/srv/out';
/** What a record has beside what was written. */
const AROUND = ['kubernetes', 'stream', 'time', '@timestamp', 'date', 'log.iostream'];

/** An agent that reads these lines, and the records that arrive, as fields. */
async function arriving(bench: Bench, filters: LogFilter[], lines: readonly string[], input: ContainerLogsOptions = {}) {
  const isOtlp = bench.tested.name === 'OpenTelemetry Collector';
  const backEnd = await bench.backEnd();
  const agent = bench.agent({
    filters, metadata: LogMetadata.fromFileName(), inputs: [LogInput.containers(input)],
    ...isOtlp && { destinations: [LogDestination.file({ path: `${DIRECTORY}/all.json` })] },
  });
  bench.node.start('shop', 'web-0').burst(lines);
  agent.start();
  await bench.ready();
  const written = () => existsSync(bench.node.path(DIRECTORY))
    ? readdirSync(bench.node.path(DIRECTORY)).map(file => readFileSync(`${bench.node.path(DIRECTORY)}/${file}`, 'utf8')).join('')
    : '';
  const objects = (text: string): any[] => text.split('\n').filter(line => line !== '').map(line => JSON.parse(line));
  const records = () => (isOtlp ? objects(written()).flatMap(fieldsOfOtlp) : objects(backEnd.text))
    .map(record => Object.fromEntries(Object.entries(record).filter(([field]) => !AROUND.includes(field))));
  return { records, agent };
}

/** The records of a request of OTLP in JSON: a body that is a text is the field `log`, and attributes are fields. */
function fieldsOfOtlp({ resourceLogs }: any): any[] {
  const scopes: any[] = resourceLogs.flatMap((resource: any) => resource.scopeLogs);
  return scopes.flatMap(({ logRecords }) => logRecords).map(({ body, attributes = [] }: any) => {
    const value = plain(body);
    return { ...typeof value === 'object' ? value : { log: value }, ...plain({ kvlistValue: { values: attributes } }) };
  });
}

function plain(value: any): any {
  if (value.kvlistValue) {return Object.fromEntries((value.kvlistValue.values ?? []).map((pair: any) => [pair.key, plain(pair.value)]));}
  if (value.arrayValue) {return (value.arrayValue.values ?? []).map(plain);}
  return value.intValue === undefined ? value.stringValue ?? value.doubleValue ?? value.boolValue ?? null : Number(value.intValue);
}
