import * as fc from 'fast-check';
import { parse } from 'yaml';
import { accessor, expand, header, list, luaTexts, quotedWord, regex, textsTakenForNumbers, types } from './reader';
import {
  DestinationAuth, FluentBitParser, LogAgentProps, LogCollector, LogCondition, LogDestination, LogFilter, LogInput, LogLineFormat,
  LogRedaction, LogValue, MultilineLogs, SearchIndex, SecretKey,
} from '../../../src';
import { AgentError } from '../../../src/private/agent-error';
import { errorsOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';
import { agentOf, configText } from '../log-config';

const url = 'https://logs.example.com';
const secret = SecretKey.of('logs', 'key');

/** An option that takes a text, and what Fluent Bit understands of the configuration that it leads to. */
interface TextOption {
  readonly given: (text: string) => Partial<LogAgentProps>;
  readonly arrives: (config: any) => unknown;
  /** The text as it should arrive, where that is not the text itself. */
  readonly meant?: (text: string) => unknown;
}

const output = (config: any) => config.pipeline.outputs[0];
const filter = (config: any) => config.pipeline.filters.at(-1);
const labels = (value: string) =>
  Object.fromEntries(list(expand(value)).map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
const to = (destination: (text: string) => LogDestination) => (text: string): Partial<LogAgentProps> => ({
  destinations: [destination(text)],
});
const fluentBit = (options: (text: string) => Parameters<typeof LogCollector.fluentBit>[0]) => (text: string): Partial<LogAgentProps> =>
  ({ collector: LogCollector.fluentBit(options(text)) });
const parsers = (parser: (text: string) => FluentBitParser) => fluentBit(text => ({ parsers: [parser(text)] }));
const parser = (config: any) => config.parsers.find(({ name }: { name: string }) => name === 'p');
const clean = (path: string) => `/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`;

const OPTIONS: { readonly [name: string]: TextOption } = {
  'the key of a field': {
    given: text => ({ fields: { [text]: LogValue.text('x') } }),
    arrives: config => expand(config.pipeline.inputs[0].processors.logs[0].key),
  },
  'the value of a field': {
    given: text => ({ fields: { a: LogValue.text(text) } }), arrives: config => expand(config.pipeline.inputs[0].processors.logs[0].value),
  },
  'a path': {
    given: text => ({ inputs: [LogInput.files('x', [`/var/log/x/${text}`])] }),
    arrives: config => list(expand(config.pipeline.inputs[0].path)),
    meant: text => [clean(`/var/log/x/${text}`)],
  },
  'a path to leave out': {
    given: text => ({ inputs: [LogInput.files('x', ['/var/log/x/*.log'], { exclude: [`/var/log/x/${text}`] })] }),
    arrives: config => list(expand(config.pipeline.inputs[0].exclude_path)), meant: text => [clean(`/var/log/x/${text}`)],
  },
  'a unit': {
    given: text => ({ inputs: [LogInput.journal({ units: [text] })] }),
    arrives: config => expand(config.pipeline.inputs[0].systemd_filter[0]),
    meant: text => `_SYSTEMD_UNIT=${text}`,
  },
  'the directory of the journal': {
    given: text => ({ inputs: [LogInput.journal({ directory: `/var/log/journal/${text}` })] }),
    arrives: config => expand(config.pipeline.inputs[0].path),
    meant: text => clean(`/var/log/journal/${text}`),
  },
  'the pattern of a first line': {
    given: text => ({ inputs: [LogInput.files('x', ['/var/log/x'], { multiline: [MultilineLogs.startingWith(text)] })] }),
    arrives: config => config.multiline_parsers[0].rules.map((rule: any) => regex(expand(rule.regex))),
    meant: text => [{ pattern: text, options: '' }, { pattern: `^(?!.*(?:${text}))`, options: '' }],
  },
  'the pattern of a parser': {
    given: parsers(text => FluentBitParser.regex('p', `${text}(?<a>x)?${text}`)), arrives: config => regex(expand(parser(config).regex)),
    meant: text => ({ pattern: `${text}(?<a>x)?${text}`, options: '' }),
  },
  'the pattern of a parser before an option': {
    given: parsers(text => FluentBitParser.regex('p', `/(?<a>x)${text}/i`)), arrives: config => regex(expand(parser(config).regex)),
    meant: text => ({ pattern: `/(?<a>x)${text}/i`, options: '' }),
  },
  'the field of a time': {
    given: parsers(text => FluentBitParser.json('p', { timeField: text, timeFormat: '%s' })),
    arrives: config => expand(parser(config).time_key),
  },
  'the format of a time': {
    given: parsers(text => FluentBitParser.json('p', { timeField: 't', timeFormat: text })),
    arrives: config => expand(parser(config).time_format),
  },
  'a field with a type': {
    given: parsers(text => FluentBitParser.json('p', { types: { [text]: 'integer' } })),
    arrives: config => types(expand(parser(config).types)),
    meant: text => ({ [text]: 'integer' }),
  },
  'listenAddress': { given: fluentBit(text => ({ listenAddress: text })), arrives: config => expand(config.service.http_listen) },
  'the value of a header': {
    given: to(text => LogDestination.http({ url, headers: { 'X-A': text } })), arrives: config => header(expand(output(config).header[0])),
    meant: text => ['X-A', text],
  },
  'the name of a header': {
    given: to(text => LogDestination.http({ url, headers: { [text]: 'x' } })), arrives: config => header(expand(output(config).header[0])),
    meant: text => [text, 'x'],
  },
  'the name of a secret header': {
    given: to(text => LogDestination.http({ url, secretHeaders: { [text]: secret } })),
    arrives: config => header(expand(output(config).header[0]))[0],
  },
  'dateField': {
    given: to(text => LogDestination.http({ url, dateField: text })),
    arrives: config => (/^(false|off|no)$/i.test(output(config).json_date_key) ? undefined : expand(output(config).json_date_key)),
  },
  'serverName': {
    given: to(text => LogDestination.http({ url, tls: { serverName: text } })), arrives: config => expand(output(config)['tls.vhost']),
  },
  'a user name': {
    given: to(text => LogDestination.http({ url, auth: DestinationAuth.basic(text, secret) })),
    arrives: config => expand(output(config).http_user),
  },
  'a client id': {
    given: to(text => LogDestination.http({ url, auth: DestinationAuth.oauth2(url, text, secret) })),
    arrives: config => expand(output(config)['oauth2.client_id']),
  },
  'a scope': {
    given: to(text => LogDestination.http({ url, auth: DestinationAuth.oauth2(url, 'me', secret, { scope: text }) })),
    arrives: config => expand(output(config)['oauth2.scope']),
  },
  'an audience': {
    given: to(text => LogDestination.http({ url, auth: DestinationAuth.oauth2(url, 'me', secret, { audience: text }) })),
    arrives: config => expand(output(config)['oauth2.audience']),
  },
  'the URL of a token': {
    given: to(text => LogDestination.http({ url, auth: DestinationAuth.oauth2(`${url}/${text}`, 'me', secret) })),
    arrives: config => expand(output(config)['oauth2.token_url']), meant: text => `${url}/${text}`,
  },
  'the host of a URL': {
    given: to(text => LogDestination.http({ url: `https://${text}` })), arrives: hostOf, meant: text => hostMeant(text),
  },
  'the path of a URL': {
    given: to(text => LogDestination.http({ url: `${url}/${text}` })), arrives: config => decoded(expand(output(config).uri)),
    meant: text => decoded(`/${text.replace(/\?$/, '')}`),
  },
  'tenantId': { given: to(text => LogDestination.loki({ url, tenantId: text })), arrives: config => expand(output(config).tenant_id) },
  'a label': {
    given: to(text => LogDestination.loki({ url, labels: { a: LogValue.text(text) } })), arrives: config => labels(output(config).labels).a,
  },
  'structured metadata': {
    given: to(text => LogDestination.loki({ url, labels: {}, structuredMetadata: { a: LogValue.text(text) } })),
    arrives: config => labels(output(config).structured_metadata).a,
  },
  'a field as a label': {
    given: to(text => LogDestination.loki({ url, labels: { a: LogValue.field(text) } })),
    arrives: config => accessor(labels(output(config).labels).a), meant: text => [text],
  },
  'a part of a field as a label': {
    given: to(text => LogDestination.loki({ url, labels: { a: LogValue.field('a', text) } })),
    arrives: config => accessor(labels(output(config).labels).a),
    meant: text => ['a', text],
  },
  'a label of the pod as a label': {
    given: to(text => LogDestination.loki({ url, labels: { a: LogValue.podLabel(text) } })),
    arrives: config => accessor(labels(output(config).labels).a),
    meant: text => ['kubernetes', 'labels', text],
  },
  'the field of a tenant': {
    given: to(text => LogDestination.loki({ url, tenantFrom: LogValue.field(text) })),
    arrives: config => accessor(expand(output(config).tenant_id_key)), meant: text => [text],
  },
  'a field that is removed': {
    // the plugin makes an accessor of each name, and replaces variables again
    given: to(text => LogDestination.loki({ url, removeFields: [text] })),
    arrives: config => list(expand(output(config).remove_keys)).map(name => accessor(expand(`$${name}`))),
    meant: text => [[text]],
  },
  'bodyField': {
    given: to(text => LogDestination.otlpHttp({ url, bodyField: text })), arrives: config => accessor(expand(output(config).logs_body_key)),
    meant: text => [text],
  },
  'the key of an attribute': {
    given: to(text => LogDestination.otlpHttp({ url, resourceAttributes: { [text]: 'x' } })),
    arrives: config => expand(output(config).processors.logs.at(-1).key),
  },
  'the value of an attribute': {
    given: to(text => LogDestination.otlpHttp({ url, resourceAttributes: { a: text } })),
    arrives: config => expand(output(config).processors.logs.at(-1).value),
  },
  'pipeline': {
    given: to(text => LogDestination.elasticsearch({ url, pipeline: text })),
    arrives: config => [...new URL(`http://x/_bulk?pipeline=${expand(output(config).pipeline)}`).searchParams],
    meant: text => [['pipeline', text]],
  },
  'the name of an index': {
    given: to(text => LogDestination.elasticsearch({ url, index: SearchIndex.named(text) })),
    arrives: config => expand(output(config).index),
  },
  'the date of an index': {
    given: to(text => LogDestination.openSearch({ url, index: SearchIndex.daily('a', { dateFormat: text }) })),
    // it is written between the quotes of a JSON document
    arrives: config => JSON.parse(`"${expand(output(config).logstash_dateformat)}"`),
  },
  'the field of a prefix': {
    given: to(text => LogDestination.openSearch({ url, index: SearchIndex.daily('a', { prefixFrom: LogValue.field(text) }) })),
    arrives: config => accessor(expand(output(config).logstash_prefix_key)), meant: text => [text],
  },
  'a region': {
    given: to(text => LogDestination.openSearch({ url, auth: DestinationAuth.aws(text) })),
    arrives: config => expand(output(config).aws_region),
  },
  'a source of Splunk': {
    given: to(text => LogDestination.splunkHec({ url, token: secret, source: text })),
    arrives: config => plain(expand(output(config).event_source)),
  },
  'an index of Splunk': {
    given: to(text => LogDestination.splunkHec({ url, token: secret, index: text })), arrives: config => expand(output(config).event_index),
  },
  'a source type of Splunk': {
    given: to(text => LogDestination.splunkHec({ url, token: secret, sourceType: text })),
    arrives: config => expand(output(config).event_sourcetype),
  },
  'a service of Datadog': {
    given: to(text => LogDestination.datadog({ apiKey: secret, service: text })), arrives: config => expand(output(config).dd_service),
  },
  'a tag of Datadog': {
    given: to(text => LogDestination.datadog({ apiKey: secret, tags: { a: text } })),
    arrives: config => expand(output(config).dd_tags).split(','), meant: text => [`a:${text}`],
  },
  'a user of Kafka': {
    given: to(text => LogDestination.kafka({ brokers: ['k:9092'], topic: 't', auth: DestinationAuth.basic(text, secret) })),
    arrives: config => expand(output(config)['rdkafka.sasl.username']),
  },
  'a broker of Kafka': {
    given: to(text => LogDestination.kafka({ brokers: [`${text}:9092`], topic: 't' })),
    arrives: config => list(expand(output(config).brokers)),
    meant: text => [`${text.startsWith('[') ? `[${new URL(`http://${text}`).hostname.slice(1, -1)}]` : text.toLowerCase()}:9092`],
  },
  'an application of syslog': {
    given: to(text => LogDestination.syslog({ url: 'tcp://s', appName: text })),
    arrives: config => expand(output(config).syslog_appname_preset),
  },
  'a host of syslog': {
    given: to(text => LogDestination.syslog({ url: `tcp://${text}:7` })), arrives: hostOf,
    meant: text => `${text.startsWith('[') ? new URL(`http://${text}`).hostname.slice(1, -1) : text.toLowerCase()}:7`,
  },
  'the tag of a chunk': {
    given: to(text => LogDestination.forward({ url: 'tcp://f', tag: text })), arrives: config => expand(output(config).tag),
  },
  'a log group': {
    given: to(text => LogDestination.cloudWatch({ auth: DestinationAuth.aws('r'), logGroup: text })),
    arrives: config => expand(output(config).log_group_name),
  },
  'the prefix of objects': {
    given: to(text => LogDestination.s3({ auth: DestinationAuth.aws('r'), bucket: 'b-b', keyPrefix: text })),
    arrives: config => expand(output(config).s3_key_format).split('/%Y')[0], meant: text => `/${text}`,
  },
  'a role of S3': {
    given: to(text => LogDestination.s3({ auth: DestinationAuth.aws('r', { roleArn: text }), bucket: 'b-b' })),
    arrives: config => expand(output(config).role_arn),
  },
  'a file': {
    given: to(text => LogDestination.file({ path: `/srv/x/${text}` })),
    arrives: config => `${expand(output(config).path)}/${expand(output(config).file)}`, meant: text => clean(`/srv/x/${text}`),
  },
  'a text of a condition': {
    given: text => ({ filters: [LogFilter.keep(LogCondition.isOneOf(LogValue.field('a'), [text]))] }),
    arrives: config => luaTexts(expand(filter(config).code)).find(({ before }) => before.endsWith('(({['))?.text,
  },
  'a field of a condition': {
    given: text => ({ filters: [LogFilter.keep(LogCondition.exists(LogValue.field(text)))] }),
    arrives: config => luaTexts(expand(filter(config).code)).find(({ before }) => before.endsWith('get(r, {'))?.text,
  },
  'a text of the condition of a destination': {
    given: to(text => LogDestination.http({ url, when: LogCondition.isOneOf(LogValue.field('a'), [text]) })),
    arrives: config => luaTexts(expand(output(config).processors.logs[0].code)).find(({ before }) => before.endsWith('(({['))?.text,
  },
  'what stands in place of a redaction': {
    given: text => ({ filters: [LogFilter.redact([LogRedaction.emailAddresses()], { replacement: text })] }),
    arrives: config => luaTexts(expand(filter(config).code)).find(({ before }) => before.endsWith('local by = '))?.text,
  },
  'the value of a field that a filter adds': {
    given: text => ({ filters: [LogFilter.addFields({ a: LogValue.text(text) })] }),
    arrives: config => quotedWord(expand(filter(config).set[0])), meant: text => ['a', text],
  },
  'the name of a field that a filter adds': {
    given: text => ({ filters: [LogFilter.addFields({ [text]: LogValue.text('x') })] }),
    arrives: config => quotedWord(expand(filter(config).set[0])), meant: text => [text, 'x'],
  },
  'the new name of a field': {
    given: text => ({ filters: [LogFilter.renameFields({ a: text })] }),
    arrives: config => expand(filter(config).hard_rename[0]).split(' '), meant: text => ['a', text],
  },
  'a field that a filter removes': {
    given: text => ({ filters: [LogFilter.removeFields([text])] }), arrives: config => expand(filter(config).remove[0]),
  },
  'the pattern of a format': {
    given: text => ({ filters: [LogFilter.parse(LogLineFormat.regex(`(?<a>x)${text}`))] }),
    arrives: config => new RegExp(regex(expand(
      config.parsers.find(({ format, name }: any) => format === 'regex' && !name.startsWith('json')).regex,
    )).pattern.replace(/\\A/g, '^').replace(/\\z/g, '$')).test('') || true,
    meant: () => true,
  },
  'a service': {
    given: to(text => LogDestination.openSearch({ url, auth: DestinationAuth.aws('r', { service: text }) })),
    arrives: config => expand(output(config).aws_service_name),
  },
  'a role': {
    given: to(text => LogDestination.openSearch({ url, auth: DestinationAuth.aws('r', { roleArn: text }) })),
    arrives: config => expand(output(config).aws_role_arn),
  },
  'an external id': {
    given: to(text => LogDestination.openSearch({ url, auth: DestinationAuth.aws('r', { externalId: text }) })),
    arrives: config => expand(output(config).aws_external_id),
  },
};

/** Where `$` begins an accessor, a text with one is none. */
function plain(text: string): string {
  expect(text).not.toContain('$');
  return text;
}

function hostOf(config: any): string {
  const { host, port } = output(config);
  return `${host}:${port}`;
}

/** Host and port as they are written, where the text has no more than those. */
function hostMeant(text: string): string {
  const [, host, port] = /^(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?/.exec(text)!;
  return `${host.startsWith('[') ? new URL(`http://${host}`).hostname.slice(1, -1) : host.toLowerCase()}:${Number(port || 443)}`;
}

/** The bytes that a path stands for: escaped or not, they are the same to a server. */
function decoded(path: string): string {
  return Buffer.from(path).toString('latin1').replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const WORDS = [
  '{NODE_NAME}', '{HOME}', '${HOME}', '$HOME', '$', '/', '/i', '/x/i', 'log', 'TAG', 'TAGS', 'a.b', 'off', 'No', 'FALSE', 'nan', 'inf',
  '0x1p3', '0X1F', '1e5', '~', 'null', 'true',
  '010.0.0.1', '0x7f.1', '127.1', '10.0.0.1', '[::1]', 'ex\u00adample.com', '\uff45xample.com', 'EXAMPLE.com', 'a:b', 'a=b', "$a['b']",
  "['b']", '%2e%2e', '..', '.', '\\', '"', '&a=b', '#x', '?x=y', ' ', ', ',
  '(?x)a # b', '(?i)a', '}', '*', '[0-9]', '\u202e', '\u200b', '\t', '\0', '-',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map(words => words.join('')) },
  {
    weight: 2, arbitrary: fc.string({
      unit: fc.constantFrom('a', '1', ' ', '"', "'", '\\', '{', '}', '$', ':', '#', ',', '=', '|', '-', '.', '/', '%', '@', '&', '\n'),
      minLength: 0, maxLength: 10,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

/** The configuration, or nothing where a text was refused under a code. */
function written(make: () => Partial<LogAgentProps>): string | undefined {
  const chart = testChart();
  try {
    agentOf(make(), chart);
  } catch (error) {
    expect(error).toBeInstanceOf(AgentError);
    return undefined;
  }
  return errorsOf(chart).length > 0 ? undefined : configText(chart);
}

test.each(Object.entries(OPTIONS))('any text for %s arrives in Fluent Bit as it is, or is '
  + 'refused', (_, { given, arrives, meant = (same: string) => same }) => {
  let accepted = 0;
  const tried = (hostile: string) => {
    const yaml = written(() => given(hostile));
    if (yaml === undefined) {return;}
    accepted++;
    expect(textsTakenForNumbers(yaml)).toEqual([]);
    expect(arrives(parse(yaml))).toEqual(meant(hostile));
  };
  ['log', 'a', 'en', '10.0.0.1'].forEach(tried);
  expect(accepted).toBeGreaterThan(0);
  fc.assert(fc.property(text, tried), { numRuns: runs(20) });
});

test('a text of a list is taken for a number below processors alone', () => {
  const items = (key: string) => `pipeline:\n  inputs:\n    - name: tail\n      ${key}:\n        logs:\n          - name: modify\n         `
    + '   remove: [nan, 0x1p3, a, \'inf\']\n';
  expect(textsTakenForNumbers(items('processors'))).toEqual(['nan', '0x1p3']);
  expect(textsTakenForNumbers(items('others'))).toEqual([]);
});
