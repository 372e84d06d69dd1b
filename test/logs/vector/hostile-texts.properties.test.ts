import * as fc from 'fast-check';
import { readings, textsIn } from './reader';
import { vectorAgent } from './vector-config';
import { DestinationAuth, LogAgentProps, LogDestination, LogInput, LogValue, MultilineLogs, SearchIndex, SecretKey } from '../../../src';
import { AgentError } from '../../../src/private/agent-error';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';

const url = 'https://logs.example.com';
const secret = SecretKey.of('logs', 'key');

/** An option that takes a text, and what Vector understands of the configuration that it leads to. */
interface TextOption {
  readonly given: (text: string) => Partial<LogAgentProps>;
  /** Undefined where Vector would not start. */
  readonly arrives: (config: any) => unknown;
  /** The text as it should arrive, where that is not the text itself. */
  readonly meant?: (text: string) => unknown;
}

const to = (destination: (text: string) => LogDestination) => (text: string): Partial<LogAgentProps> => ({
  destinations: [destination(text)],
});
const sinkOf = ({ sinks: { metrics: _, ...sinks } }: any): any => Object.values(sinks)[0];
const programOf = ({ transforms }: any): string =>
  Object.entries<any>(transforms).find(([id]) => /^(loki|http|otlp-http|open-search|datadog|syslog)-record$/.test(id))![1].source;
const holds = (text: string) => (program: string) => textsIn(program).includes(text) ? text : undefined;
const program = (text: string) => (config: any) => holds(text)(programOf(config));
/** As Vector reads a template without a field: the text, unless chrono finds a part of the time in it. */
const template = (text: string | undefined) => text === undefined || /\{\{[^}]+\}\}|%/.test(text) ? undefined : text;

type Made = (text: string) => TextOption;
const OPTIONS: { readonly [name: string]: Made } = {
  'the value of a field': text => ({
    given: () => ({ fields: { a: LogValue.text(text) } }), arrives: ({ transforms }) => holds(text)(transforms['containers-record'].source),
  }),
  'the key of a field': text => ({
    given: () => ({ fields: { [text]: LogValue.text('x') } }),
    arrives: ({ transforms }) => keyIn(transforms['containers-record'].source, text),
  }),
  'a path': text => ({
    given: () => ({ inputs: [LogInput.files('x', [`/var/log/x/${text}`])] }), arrives: ({ sources }) => sources.x.include,
    meant: () => [clean(`/var/log/x/${text}`)],
  }),
  'a path to leave out': text => ({
    given: () => ({ inputs: [LogInput.files('x', ['/var/log/x/*.log'], { exclude: [`/var/log/x/${text}`] })] }),
    arrives: ({ sources }) => sources.x.exclude, meant: () => [clean(`/var/log/x/${text}`)],
  }),
  'a unit': text => ({
    given: () => ({ inputs: [LogInput.journal({ units: [text] })] }), arrives: ({ sources }) => sources.journal.include_units,
    meant: () => [text],
  }),
  'the directory of the journal': text => ({
    given: () => ({ inputs: [LogInput.journal({ directory: `/var/log/journal/${text}` })] }),
    arrives: ({ sources }) => sources.journal.journal_directory, meant: () => clean(`/var/log/journal/${text}`),
  }),
  'the pattern of a first line': text => ({
    given: () => ({ inputs: [LogInput.files('x', ['/var/log/x'], { multiline: [MultilineLogs.startingWith(text)] })] }),
    arrives: ({ transforms }) => patternIn(transforms['x-multiline'].starts_when),
    meant: () => text.replace(/\\([^])|'/g, (part, escaped) => escaped === undefined || escaped === "'" ? '\\x27' : part),
  }),
  'a label': text => ({ given: to(() => LogDestination.loki({ url, labels: { a: LogValue.text(text) } })), arrives: program(text) }),
  'structured metadata': text => ({
    given: to(() => LogDestination.loki({ url, structuredMetadata: { a: LogValue.text(text) } })), arrives: program(text),
  }),
  'a field as a label': text => ({
    given: to(() => LogDestination.loki({ url, labels: { a: LogValue.field('x', text) } })),
    arrives: config => keyIn(programOf(config), text),
  }),
  'a label of the pod as a label': text => ({
    given: to(() => LogDestination.loki({ url, labels: { a: LogValue.podLabel(text) } })),
    arrives: config => keyIn(programOf(config), text),
  }),
  'tenantId': text => ({
    given: to(() => LogDestination.loki({ url, tenantId: text })), arrives: config => template(sinkOf(config).tenant_id),
  }),
  'tenantId for lines without': text => ({
    given: to(() => LogDestination.loki({ url, tenantId: text, tenantFrom: LogValue.namespaceName() })), arrives: program(text),
  }),
  'a field that is removed': text => ({
    given: to(() => LogDestination.loki({ url, removeFields: [text] })), arrives: config => keyIn(programOf(config), text),
  }),
  'the value of a header': text => ({
    given: to(() => LogDestination.http({ url, headers: { 'X-A': text } })),
    arrives: config => template(sinkOf(config).request.headers['X-A']),
  }),
  'the name of a header': text => ({
    given: to(() => LogDestination.http({ url, headers: { [text]: 'x' } })),
    arrives: config => Object.keys(sinkOf(config).request.headers)[0],
  }),
  'the path of a URL': text => ({
    given: to(() => LogDestination.http({ url: `${url}/${text}` })), arrives: config => template(sinkOf(config).uri),
    meant: () => `${url}:443${new URL(`${url}/${text}`).pathname}${new URL(`${url}/${text}`).search}`,
  }),
  'serverName': text => ({
    given: to(() => LogDestination.http({ url, tls: { serverName: text } })), arrives: config => sinkOf(config).tls.server_name,
  }),
  'a user name': text => ({
    given: to(() => LogDestination.http({ url, auth: DestinationAuth.basic(text, secret) })), arrives: config => sinkOf(config).auth.user,
  }),
  'dateField': text => ({
    given: to(() => LogDestination.http({ url, dateField: text })), arrives: config => keyIn(programOf(config), text),
  }),
  'bodyField': text => ({
    given: to(() => LogDestination.otlpHttp({ url, bodyField: text })), arrives: config => keyIn(programOf(config), text),
  }),
  'the key of an attribute': text => ({
    given: to(() => LogDestination.otlpHttp({ url, resourceAttributes: { [text]: 'x' } })), arrives: program(text),
  }),
  'the value of an attribute': text => ({
    given: to(() => LogDestination.otlpHttp({ url, resourceAttributes: { a: text } })), arrives: program(text),
  }),
  'pipeline': text => ({
    given: to(() => LogDestination.elasticsearch({ url, pipeline: text })), arrives: config => sinkOf(config).pipeline,
  }),
  'a region': text => ({
    given: to(() => LogDestination.openSearch({ url, auth: DestinationAuth.aws(text) })), arrives: config => sinkOf(config).aws.region,
  }),
  'a role': text => ({
    given: to(() => LogDestination.openSearch({ url, auth: DestinationAuth.aws('r', { roleArn: text }) })),
    arrives: config => sinkOf(config).auth.assume_role,
  }),
  'the date of an index': text => ({
    given: to(() => LogDestination.openSearch({ url, index: SearchIndex.daily('a', { dateFormat: text }) })),
    arrives: config => sinkOf(config).bulk.index, meant: () => `a-${text}`,
  }),
  'a source of Splunk': text => ({
    given: to(() => LogDestination.splunkHec({ url, token: secret, source: text })), arrives: config => template(sinkOf(config).source),
  }),
  'an index of Splunk': text => ({
    given: to(() => LogDestination.splunkHec({ url, token: secret, index: text })), arrives: config => template(sinkOf(config).index),
  }),
  'a service of Datadog': text => ({ given: to(() => LogDestination.datadog({ apiKey: secret, service: text })), arrives: program(text) }),
  'an application of syslog': text => ({
    given: to(() => LogDestination.syslog({ url: 'tcp://s', appName: text })), arrives: program(text),
  }),
  'a user of Kafka': text => ({
    given: to(() => LogDestination.kafka({ brokers: ['k:9092'], topic: 't', auth: DestinationAuth.basic(text, secret) })),
    arrives: config => sinkOf(config).sasl.username,
  }),
  'a log group': text => ({
    given: to(() => LogDestination.cloudWatch({ auth: DestinationAuth.aws('r'), logGroup: text })),
    arrives: config => template(sinkOf(config).group_name),
  }),
  'the prefix of objects': text => ({
    given: to(() => LogDestination.s3({ auth: DestinationAuth.aws('r'), bucket: 'b-b', keyPrefix: text })),
    arrives: config => template(sinkOf(config).key_prefix.split('/%Y')[0]),
  }),
};

/** A part of a path in a program: a word, or a text. */
function keyIn(source: string, key: string): string | undefined {
  return new RegExp(`\\.${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`).test(source) && /^[A-Za-z_]\w*$/.test(key)
    ? key
    : holds(key)(source);
}

/** The pattern between r' and the ' that ends it. */
function patternIn(condition: string): string | undefined {
  return /r'((?:\\.|[^'\\])*)'/.exec(condition)?.[1];
}

function clean(path: string): string {
  return `/${path.split('/').filter(part => part !== '' && part !== '.').join('/')}`;
}

const PIECES = [
  '$', '${A}', '$A', '$$', '{{ a }}', '{{', '}}', '%Y', '%', '%%', 'SECRET[a.b]', 'SECRET[', "'", '"', '\\', '\\n', '\n', '\t', ' ', '#',
  ': ', ',', 'é', '😀', '\u2028', '\u0085', 'a', 'B', '-', '.', '_', '0', '/',
];
const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map(pieces => pieces.join(''));

test.each(Object.entries(OPTIONS))('%s arrives as it is, or is refused', (_, make) => {
  fc.assert(fc.property(texts, text => {
    const { given, arrives, meant = () => text } = make(text);
    const chart = testChart();
    let refused = false;
    try {
      vectorAgent(given(text), chart);
      refused = errorsOf(chart).length > 0;
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      refused = true;
    }
    if (refused) {return;}
    for (const config of readings(objectOf(chart, 'ConfigMap').data['vector.yaml'])) {expect(arrives(config)).toEqual(meant(text));}
  }), {
    numRuns: runs(25), endOnFailure: true,
    examples: ['plain', '$A {{ b }}', 'a"b\\c', '100%', "it's", 'SECRET[a.b]', '${A:-b}'].map(text => [text]) as [string][],
  });
});

test('plain texts are refused nowhere', () => {
  for (const make of Object.values(OPTIONS)) {
    const chart = testChart();
    vectorAgent(make('plain').given('plain'), chart);
    expect(errorsOf(chart)).toEqual([]);
  }
});
