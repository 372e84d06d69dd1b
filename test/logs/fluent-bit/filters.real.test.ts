import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  LogCondition, LogDestination, LogFilter, LogInput, LogLevel, LogLineFormat, LogMetadata, LogRedaction, LogValue,
} from '../../../src';
import { testChart } from '../../support/golden';
import { agentOf, configText } from '../log-config';

/** A Fluent Bit to run: without one these tests are skipped. */
const { FLUENT_BIT } = process.env;
const withFluentBit = FLUENT_BIT === undefined ? test.skip : test;

/** What destinations on standard output get of records, by the names of the destinations. */
async function sent(records: object[], filters: LogFilter[], destinations: LogDestination[] = [
  LogDestination.stdout(),
]): Promise<{ [name: string]: any[] }> {
  const directory = mkdtempSync(join(tmpdir(), 'filters-'));
  const chart = testChart();
  agentOf({ inputs: [LogInput.files('in', ['/var/log/x/in.log'])], metadata: LogMetadata.none(), filters, destinations }, chart);
  const config = parse(configText(chart).replaceAll('/var/lib/fluent-bit', directory).replaceAll('/var/log/x', directory));
  Object.assign(config.service, { http_server: false, grace: 1, flush: 0.2 });
  Object.assign(config.pipeline.inputs[0], { parser: 'json', refresh_interval: 1 });
  config.pipeline.outputs = config.pipeline.outputs.map(({ alias, match, processors }: any) =>
    ({ name: 'file', alias, match, processors, path: directory, file: alias, format: 'plain' }));
  writeFileSync(join(directory, 'in.log'), records.map(record => `${JSON.stringify(record)}\n`).join(''));
  writeFileSync(join(directory, 'fluent-bit.yaml'), stringify(config));
  const program = spawn(FLUENT_BIT!, ['-c', join(directory, 'fluent-bit.yaml')], {
    env: { ...process.env, NODE_NAME: 'node-1' }, stdio: 'ignore',
  });
  const ended = new Promise(resolve => program.on('exit', resolve));
  setTimeout(() => program.kill('SIGTERM'), 3000);
  await ended;
  const read = (name: string) =>
    readFileSync(join(directory, name), 'utf8').split('\n').filter(line => line !== '').map(line => JSON.parse(line));
  const result = Object.fromEntries(destinations.map(({ name }) => [name, read(name)]));
  rmSync(directory, { recursive: true });
  return result;
}

const LEVELS = [
  { level: 'info' }, { level: 'WARN' }, { severity: 'fatal' }, { level: 50 }, { level: 'other' }, { n: 1 }, { level: 'trace' },
];

withFluentBit('severities are read from names and numbers, and lines without one are kept', async () => {
  expect((await sent(LEVELS, [LogFilter.level(LogLevel.WARN)])).stdout).toEqual([LEVELS[1], LEVELS[2], LEVELS[3], LEVELS[4], LEVELS[5]]);
}, 20_000);

withFluentBit('texts are redacted at any depth but what is known of the pod', async () => {
  const kubernetes = { labels: { mail: 'a@b.cc' } };
  const { stdout } = await sent([
    { log: 'from Zoë <zoe@example.com>', list: [], map: {}, half: 1.5, nothing: null },
    { log: 'Bearer abcdefghijkl123, 4111 1111 1111 1111 at 1763456789012', kubernetes, deep: [{ a: 'password=hunter2 é' }] },
    { log: 'plain' },
  ], [LogFilter.redact([LogRedaction.emailAddresses(), LogRedaction.tokens(), LogRedaction.cardNumbers()])]);
  expect(stdout).toEqual([
    { log: 'from Zoë <****>', list: [], map: {}, half: 1.5, nothing: null },
    { log: '****, **** at 1763456789012', kubernetes, deep: [{ a: '**** é' }] },
    { log: 'plain' },
  ]);
}, 20_000);

withFluentBit('fields are added, renamed and removed', async () => {
  const text = 'x "y" \\ \' é $z';
  const { stdout } = await sent([{ log: 'a', old: 1, gone: 2, node: 'other' }, { message: 'b' }], [
    LogFilter.addFields({ text: LogValue.text(text), node: LogValue.nodeName() }), LogFilter.renameFields({ log: 'message', old: 'new' }),
    LogFilter.removeFields(['gone']),
  ]);
  expect(stdout).toEqual([{ message: 'a', new: 1, text, node: 'node-1' }, { message: 'b', text, node: 'node-1' }]);
}, 20_000);

withFluentBit('what is read from a text never replaces what the record has', async () => {
  const { stdout } = await sent([
    { log: '{"a":1,"time":"forged","log":"inner","e":[]}', time: 'real' }, { log: 'no {', time: 'real' }, { log: 7 }, { log: '{"a":{b}}' },
  ], [LogFilter.parse(LogLineFormat.json())]);
  expect(stdout).toEqual([{ a: 1, time: 'real', log: 'inner', e: [] }, { log: 'no {', time: 'real' }, { log: 7 }, { log: '{"a":{b}}' }]);
}, 20_000);

withFluentBit('a text with more behind its JSON stays whole, and what a destination calls the time is not taken from it', async () => {
  const { stdout } = await sent([{ log: '{"a":1} and more' }, { log: '{"date":"yesterday"}' }], [LogFilter.parse(LogLineFormat.json())]);
  expect(stdout).toEqual([{ log: '{"a":1} and more' }, { app_date: 'yesterday' }]);
}, 20_000);

withFluentBit('a protocol of texts gets a text of every record', async () => {
  const records = [
    { log: 'plain', kubernetes: {}, more: 1 }, { MESSAGE: 'of the journal', PRIORITY: '6' },
    {
      kubernetes: {}, stream: 'stdout', message: 'hi "q" \\ é\n\u0001', n: [
        1, 2.5, null, {},
      ], e: [], o: {}, t: true, big: 12_345_678_901, none: null,
    },
  ];
  const { syslog } = await sent(records, [], [LogDestination.syslog({ url: 'tcp://syslog' })]);
  expect(syslog.map(({ log }) => log)).toEqual([
    'plain', 'of the journal',
    '{"big":12345678901,"e":[],"message":"hi \\"q\\" \\\\ é\\n\\u0001","n":[1,2.5,null,{}],"none":null,"o":{},"t":true}',
  ]);
}, 20_000);

withFluentBit('lines of nginx and of key=value are read', async () => {
  const nginx = { log: '1.2.3.4 - bob [10/Oct/2000:13:55:36 -0700] "GET /a?b HTTP/1.1" 200 123 "-" "curl"' };
  expect((await sent([nginx, { log: 'no' }], [LogFilter.parse(LogLineFormat.nginx())])).stdout).toEqual([
    {
      remote: '1.2.3.4', user: 'bob', time_local: '10/Oct/2000:13:55:36 -0700', method: 'GET', path: '/a?b', code: '200', size: '123',
      referer: '-', agent: 'curl',
    }, { log: 'no' },
  ]);
  expect(
    (await sent([{ log: 'a=1 b="c d"' }, { log: 'just words' }], [LogFilter.parse(LogLineFormat.logfmt())])).stdout,
  ).toEqual([{ a: '1', b: 'c d' }, { log: 'just words' }]);
}, 20_000);

withFluentBit('destinations get the lines that they ask for, and one of three is one of three', async () => {
  const records = [{ log: 'one', status: 200 }, { log: 'two', status: 500 }, { log: 'tree', status: true }, { log: 'four' }];
  const got = await sent(records, [], [
    LogDestination.stdout(),
    LogDestination.stdout({ name: 'errors', when: LogCondition.isOneOf(LogValue.field('status'), ['500', 'true']) }),
    LogDestination.stdout({
      name: 'matched', when: LogCondition.allOf(
        LogCondition.matches(LogValue.field('log'), '^t(wo|ree)$'), LogCondition.noneOf(LogCondition.exists(LogValue.field('none'))),
      ),
    }),
  ]);
  expect(got).toEqual({ stdout: records, errors: [records[1], records[2]], matched: [records[1], records[2]] });
  expect((await sent([...records, ...records], [LogFilter.sample(3)])).stdout).toEqual([records[0], records[3], records[2]]);
}, 30_000);
