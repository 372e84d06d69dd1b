import { Duration, Size } from 'cdk8s';
import {
  ContainerLogFiles, DestinationAuth, LogAgentProps, LogCollector, LogDestination, LogInput, LogMetadata, LogValue, SecretKey,
} from '../../../src';
import { configOf, problemsOf } from '../log-config';

const fluentBit = (options: Parameters<typeof LogCollector.fluentBit>[0]): Partial<LogAgentProps> => ({
  collector: LogCollector.fluentBit(options),
});
const loki = { name: 'loki', match: '*', host: 'loki' };
const inputs = [LogInput.journal()];

test.each<[string, Partial<LogAgentProps>, string, string]>([
  ['an interval of nothing', fluentBit({ flushInterval: Duration.seconds(0) }), 'invalid-collector-config', 'flushInterval: 0 s'],
  ['a buffer that a burst overflows', {
    destinations: [LogDestination.loki({ url: 'http://loki', bufferLimit: Size.mebibytes(2) })],
  }, 'invalid-destination', 'given: 2048 KiB'],
  ['files that are not mounted', fluentBit({
    extraConfig: { inputs: [{ name: 'tail', tag: 'app', path: '/var/log/a.log, /srv/app/*.log' }] },
  }), 'invalid-collector-config', "'/srv/app/*.log'"],
  ['a release without its keys', fluentBit({
    image: 'cr.fluentbit.io/fluent/fluent-bit:4.2.0',
  }), 'invalid-collector-config', 'allowed: 5.1.0 and newer'],
  ['fields of JSON in a field of the agent', {
    inputs: [LogInput.containers({ jsonField: 'kubernetes' })],
  }, 'invalid-name', "jsonField 'kubernetes'"],
  ['directories of any depth', { inputs: [LogInput.files('srv', ['/srv/**/*.log'])] }, 'invalid-path', "'/srv/**/*.log'"],
  ['a field in place of the line', { fields: { log: LogValue.text('x') } }, 'invalid-log-text', "fields: { 'log': ... }"],
  ['a journal in one stream for all nodes, by an output', {
    ...fluentBit({ extraConfig: { outputs: [loki] } }), inputs,
  }, 'shared-log-stream', 'labels job=fluent-bit'],
  ['a journal in one stream for all nodes, by an override', {
    ...fluentBit({ configOverrides: { loki: { Labels: 'job=x' } } }), inputs,
  }, 'shared-log-stream', 'labels job=x'],
  ['one refused input, without a word of what it would have been sent to', {
    fields: { pod: LogValue.podName() },
  }, 'invalid-log-text', "the field 'pod' would be a copy of another one"],
])('%s is found', (_, props, code, says) => {
  const problems = problemsOf(props);
  expect(problems.map(problem => /([a-z]+(?:-[a-z]+)+):/.exec(problem.replace('[test/logs]', ''))?.[1])).toEqual([code]);
  expect(problems[0]).toContain(says);
});

test.each<[string, Partial<LogAgentProps>]>([
  ['another image, whose version is its own', fluentBit({ image: 'registry.example.com/logging:1.2.3' })],
  ['a newer release', fluentBit({ image: 'cr.fluentbit.io/fluent/fluent-bit:5.2.0' })],
  ['a journal with a label of its node', {
    ...fluentBit({ extraConfig: { outputs: [{ ...loki, labels: 'job=x, node=${NODE_NAME}' }] } }), inputs,
  }],
  ['containers in one stream', fluentBit({ extraConfig: { outputs: [loki] } })],
])('%s passes', (_, props) => {
  expect(problemsOf(props)).toEqual([]);
});

test('a directory of the state that is taken away is found where it is written', () => {
  const problems = problemsOf({ overrides: { volumeMounts: [{ name: 'var-log', mountPath: '/var/log', readOnly: true }] } });
  expect(problems.map(problem => /where the container may not: (\S+);/.exec(problem)?.[1])).toEqual(['storage.path', 'db']);
});

test('keys and names in capitals are the same to Fluent Bit', () => {
  const { pipeline } = configOf(fluentBit({
    extraConfig: { inputs: [{ Name: 'Kmsg', Tag: 'kernel' }], outputs: [{ Name: 'NULL', Match: 'kernel' }] },
    configOverrides: { containers: { Buffer_Max_Size: '1M' } },
  }));
  expect(pipeline.inputs[1]).toEqual({ name: 'kmsg', tag: 'kernel' });
  expect(pipeline.outputs[1]).toEqual({ name: 'null', match: 'kernel' });
  expect(pipeline.inputs[0]).toMatchObject({ buffer_max_size: '1M' });
  expect(Object.keys(pipeline.inputs[0])).not.toContain('Buffer_Max_Size');
});

test('the kubernetes filter parses nothing by itself: it would give what it parses the time of reading', () => {
  const { parsers, pipeline: { filters } } = configOf();
  const { merge_parser: name } = filters.find(({ alias }: any) => alias === 'containers-metadata');
  const { regex } = parsers.find((parser: any) => parser.name === name);
  for (const line of ['{"a":1}', '{"a":{b}}', '', 'text']) {expect(line).not.toMatch(new RegExp(regex));}
  expect(configOf({ metadata: LogMetadata.fromFileName() }).parsers.map((parser: any) => parser.name)).not.toContain(name);
});

test('what an application calls the time and the host of Datadog is renamed, whatever reads it', () => {
  const datadog = LogDestination.datadog({ apiKey: SecretKey.of('a', 'b') });
  const renamed = (input: LogInput, destination: LogDestination) => (configOf({
    inputs: [input], destinations: [destination],
  }).pipeline.filters ?? [])
    .flatMap(({ hard_rename: names }: any) => names ?? []).filter((name: string) => /app_(timestamp|hostname|@timestamp)$/.test(name));
  const elasticsearch = LogDestination.elasticsearch({ url: 'https://es', auth: DestinationAuth.aws('eu-west-1') });
  expect(renamed(LogInput.containers({ files: ContainerLogFiles.CURRENT }), datadog)).toEqual([
    'hostname app_hostname', 'timestamp app_timestamp',
  ]);
  expect(renamed(LogInput.files('srv', ['/srv/a.log'], { parser: 'json' }), elasticsearch)).toEqual(['@timestamp app_@timestamp']);
  expect(renamed(LogInput.files('srv', ['/srv/a.log']), elasticsearch)).toEqual([]);
});

test('an IPv6 address of a store is in brackets', () => {
  const s3 = LogDestination.s3({ bucket: 'logs', endpoint: 'https://[fd00::1]:9000', auth: DestinationAuth.aws('eu-west-1') });
  expect(configOf({ destinations: [s3] }).pipeline.outputs[0].endpoint).toBe('https://[fd00::1]:9000');
});
