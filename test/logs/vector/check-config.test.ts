import { problemsOf } from './vector-config';
import { EnvValue, LogAgentProps, LogCollector, LogDestination, LogInput, VectorExtraConfigOptions } from '../../../src';

const sink = (wire: any, more: VectorExtraConfigOptions = {}): Partial<LogAgentProps> =>
  ({ collector: LogCollector.vector({ extraConfig: { sinks: { mine: { inputs: ['containers-record'], ...wire } }, ...more } }) });
const transform = (wire: any, id: string = 'mine'): Partial<LogAgentProps> => ({
  collector: LogCollector.vector({ extraConfig: { transforms: { [id]: { inputs: ['containers-record'], ...wire } } } }),
});
const overrides = (configOverrides: {
  [id: string]: any;
}): Partial<LogAgentProps> => ({ collector: LogCollector.vector({ configOverrides }) });
const kafka = { type: 'kafka', bootstrap_servers: 'a:9092', topic: 'logs', encoding: { codec: 'json' } };
const loki = { type: 'loki', endpoint: 'http://loki', labels: { a: 'b' }, encoding: { codec: 'json' } };

/** What is wrong, by what it is about. The first two words of a message say where. */
const MISTAKES: ReadonlyArray<readonly [mistake: string, props: Partial<LogAgentProps>, code: string, says: string]> = [
  ['an unknown option', sink({ ...kafka, topics: 'logs' }), 'invalid-collector-config', 'did you mean topic?'],
  ['an unknown option inside', sink({
    ...kafka, tls: { ca: '/x' },
  }), 'invalid-collector-config', 'sinks.mine has an option that Vector 0.57 does not know: tls.ca'],
  ['an unknown option beside components', sink(kafka, { global: { datadir: '/x' } }), 'invalid-collector-config', 'did you mean data_dir?'],
  ['a missing option', sink({
    type: 'kafka', topic: 'logs', encoding: { codec: 'json' },
  }), 'invalid-collector-config', 'sinks.mine lacks an option that Vector does not start without: bootstrap_servers'],
  ['an option that another one asks for', sink({ ...kafka, encoding: { codec: 'avro' } }), 'invalid-collector-config', 'encoding.avro'],
  ['a text for a number', sink({ ...kafka, message_timeout_ms: '5s' }), 'invalid-collector-config', 'allowed: a whole number from 0'],
  ['an unknown word', sink({ ...kafka, compression: 'brotli' }), 'invalid-collector-config', 'allowed: gzip, lz4, none, snappy, zstd'],
  ['no type', sink({ endpoint: 'x' }), 'invalid-collector-config', 'sinks.mine has no type'],
  ['an unknown type', sink({ type: 'lokii' }), 'invalid-collector-config', 'did you mean loki?'],
  ['an input that is not there', sink({ ...kafka, inputs: ['containers-recrod'] }), 'unmatched-log-route', "given: 'containers-recrod'"],
  ['no input', sink({ ...kafka, inputs: [] }), 'unmatched-log-route', '`inputs` is empty'],
  ['an input that is the component', transform({ type: 'remap', source: '.', inputs: ['mine'] }), 'unmatched-log-route', "given: 'mine'"],
  ['a small buffer', sink({
    ...kafka, buffer: { type: 'disk', max_size: 1_000_000 },
  }), 'invalid-collector-config', 'at least 268435488 bytes'],
  ['a buffer without a size', sink({ ...kafka, buffer: { type: 'disk' } }), 'invalid-collector-config', 'at least 268435488 bytes'],
  ['a template without fixed text', sink({
    ...kafka, topic: '{{ kubernetes.namespace_name }}',
  }), 'invalid-collector-config', 'has a template that begins with a field of the record'],
  ['a template behind a date', sink({
    type: 'aws_s3', bucket: 'b', region: 'r', encoding: { codec: 'json' }, key_prefix: '%Y/{{ a }}',
  }), 'invalid-collector-config', 'key_prefix'],
  ['a label without fixed text', sink({ ...loki, labels: { a: '{{ b }}' } }), 'invalid-collector-config', 'labels.*'],
  ['a tenant without fixed text', sink({ ...loki, tenant_id: '{{ b }}' }), 'invalid-collector-config', 'tenant_id'],
  ['no label', sink({ ...loki, labels: {} }), 'invalid-collector-config', 'has no label'],
  ['a backend that is not there', sink({
    ...loki, auth: { strategy: 'bearer', token: 'SECRET[vault.token]' },
  }), 'invalid-collector-config', 'SECRET[vault. ...]'],
  ['a password in the YAML', sink({
    ...loki, auth: { strategy: 'basic', user: 'a', password: 'hunter2' },
  }), 'literal-credential', 'auth.password'],
  ['a token in the YAML', sink({
    type: 'splunk_hec_logs', endpoint: 'http://s', default_token: 't', encoding: { codec: 'json' },
  }), 'literal-credential', 'default_token'],
  ['a password in a URL', sink({ ...loki, endpoint: 'https://a:b@loki' }), 'literal-credential', 'endpoint'],
  ['a header with a credential', sink({
    type: 'http', uri: 'http://x', encoding: { codec: 'json' }, request: { headers: { 'X-Key': 'Bearer abc' } },
  }), 'literal-credential', 'X-Key'],
  ['a header that is named like a credential', sink({
    type: 'http', uri: 'http://x', encoding: { codec: 'json' }, request: { headers: { 'X-Api-Key': 'abc' } },
  }), 'literal-credential', 'X-Api-Key'],
  ['a token in the query of a URL', sink({
    type: 'http', uri: 'http://x/in?token=abc', encoding: { codec: 'json' },
  }), 'literal-credential', 'uri'],
  ['a password of the client of Kafka', sink({
    ...kafka, librdkafka_options: { 'sasl.password': 'abc' },
  }), 'literal-credential', 'sasl.password'],
  ['the value of an own way to prove who sends', sink({
    type: 'http', uri: 'http://x', encoding: { codec: 'json' }, auth: { strategy: 'custom', value: 'Token abc' },
  }), 'literal-credential', 'auth.value'],
  ['a password of the proxy', sink(kafka, {
    global: { proxy: { http: 'http://u:p@proxy:3128' } },
  }), 'literal-credential', 'global.proxy.http'],
  ['a credential that is not mounted', overrides({
    loki: { tenant_id: 'SECRET[credentials.tenant]' },
  }), 'invalid-collector-config', "'/etc/vector-credentials/tenant'"],
  ['a certificate that is not mounted', sink({
    ...kafka, tls: { enabled: true, ca_file: '/etc/kafka/ca.crt' },
  }), 'invalid-collector-config', 'sinks.mine.tls.ca_file is a file that the container does not have'],
  ['a file that cannot be written', sink({
    type: 'file', path: '/data/{{ a }}.log', encoding: { codec: 'json' },
  }), 'invalid-collector-config', 'sinks.mine.path is where the container may not write'],
  ['a directory for buffers that cannot be written', overrides({
    global: { data_dir: '/data' },
  }), 'invalid-collector-config', 'data_dir is where the container may not write'],
  ['files that are not mounted', sink({ ...kafka, inputs: ['app'] }, {
    sources: { app: { type: 'file', include: ['/srv/app/*.log'] } },
  }), 'invalid-collector-config', 'sources.app.include has files of the node'],
  ['no input at all', { inputs: [] }, 'unmatched-log-route', '`inputs` is empty'],
  ['a variable that is not there', {
    ...overrides({ loki: { tenant_id: '${TENANT}' } }), env: { VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION: EnvValue.of('true') },
  }, 'undefined-config-variable', 'that the container does not have'],
  ['a variable', sink({ ...loki, endpoint: 'http://${LOKI_HOST}' }), 'undefined-config-variable', 'given: ${LOKI_HOST}'],
  ['a variable in an override', overrides({
    loki: { tenant_id: '${TENANT}' },
  }), 'undefined-config-variable', 'configOverrides.loki.tenant_id refers to a variable'],
  ['a variable without braces', overrides({ loki: { tenant_id: '$TENANT' } }), 'undefined-config-variable', 'given: $TENANT'],
  ['an override of nothing', overrides({ lokii: { batch: {} } }), 'invalid-collector-config', "given: 'lokii'"],
  ['an override that Vector does not know', overrides({
    containers: { max_lines: 1 },
  }), 'invalid-collector-config', 'sources.containers has an option that Vector 0.57 does not know: max_lines'],
  ['both ends of an entry', transform({
    type: 'reduce', starts_when: '.a', ends_when: '.b',
  }), 'invalid-collector-config', 'starts_when and ends_when'],
  ['two components of one id', sink(kafka, { sources: { mine: { type: 'internal_logs' } } }), 'duplicate-log-name', "given: 'mine'"],
  ['a destination named after an input', {
    destinations: [LogDestination.loki({ url: 'http://loki', name: 'containers' })],
  }, 'duplicate-log-name', "given: 'containers'"],
  ['two destinations of one name', {
    destinations: [LogDestination.http({ url: 'http://a' }), LogDestination.http({ url: 'http://b' })],
  }, 'duplicate-log-name', "given: 'http'"],
  ['two inputs of one name', {
    inputs: [LogInput.containers(), LogInput.files('containers', ['/srv/a.log'])],
  }, 'duplicate-log-name', "given: 'containers'"],
  ['a destination named after the metrics of the agent', {
    destinations: [LogDestination.http({ url: 'http://a', name: 'metrics' })],
  }, 'duplicate-log-name', "given: 'metrics'"],
  ['a sink in place of a destination', sink(kafka, {
    sinks: { loki: { inputs: ['containers-record'], ...loki } },
  }), 'duplicate-log-name', "given: 'loki'"],
  ['a transform in place of one of the agent', transform(
    { type: 'remap', source: '.' }, 'containers-record',
  ), 'duplicate-log-name', "given: 'containers-record'"],
  ['a release that is too old', {
    collector: LogCollector.vector({ version: '0.54.0' }),
  }, 'invalid-collector-config', 'allowed: 0.55.0 to 0.57.x'],
  ['an image of a release that is too new', {
    collector: LogCollector.vector({ image: 'docker.io/timberio/vector:0.60.1-debian' }),
  }, 'invalid-collector-config', "given: '0.60.1'"],
  ['an address that is a name', {
    collector: LogCollector.vector({ listenAddress: 'localhost' }),
  }, 'invalid-collector-config', "given: 'localhost'"],
  ['an address that only the pod reaches', {
    collector: LogCollector.vector({ listenAddress: '::1' }),
  }, 'invalid-collector-config', "given: '::1'"],
  ['no thread', { collector: LogCollector.vector({ threads: 0 }) }, 'invalid-collector-config', 'given: 0'],
  ['an image of another release', {
    collector: LogCollector.vector({ version: '0.56.0', image: 'docker.io/timberio/vector:0.57.0-debian' }),
  }, 'invalid-collector-config', 'image :0.57.0'],
  ['a proxy that Vector does not look at', {
    env: { ALL_PROXY: EnvValue.of('http://proxy:3128') },
  }, 'invalid-collector-config', 'given: ALL_PROXY'],
  ['a journal in one stream for all nodes, by a sink', {
    ...sink({ ...loki, inputs: ['journal-*'] }), inputs: [LogInput.journal()],
  }, 'shared-log-stream', "the input 'journal'"],
  ['a journal in one stream for all nodes, by an override', {
    ...overrides({ loki: { labels: { '*': '', 'job': 'x' } } }), inputs: [LogInput.journal()],
  }, 'shared-log-stream', "the input 'journal'"],
  ['the journal without journalctl', {
    collector: LogCollector.vector({ image: 'docker.io/timberio/vector:0.57.0-alpine' }), inputs: [LogInput.journal()],
  }, 'invalid-collector-config', 'journalctl'],
  ['all boots of the journal', {
    collector: LogCollector.vector({ configOverrides: { journal: { current_boot_only: false } } }), inputs: [LogInput.journal()],
  }, 'invalid-collector-config', 'all boots'],
  ['an option that the release does not know', {
    collector: LogCollector.vector({
      version: '0.56.0', extraConfig: {
        sinks: { mine: { type: 'file', path: '/var/lib/vector/x', base_dir: '/', inputs: ['containers'], encoding: { codec: 'json' } } },
      },
    }),
  }, 'invalid-collector-config', 'base_dir'],
];

test.each(MISTAKES)('%s is found', (_, props, code, says) => {
  const problems = problemsOf(props);
  expect(problems.map(problem => /^\[test\/logs\] ([a-z-]+):/.exec(problem)?.[1])).toEqual([code]);
  expect(problems[0]).toContain(says);
});

test('what Vector takes passes', () => {
  expect(problemsOf(sink(kafka, {
    global: { secret: { vault: { type: 'directory', path: '/vault' } }, healthchecks: { enabled: false } },
    sources: { kernel: { type: 'file', include: ['/dev/kmsg'] } },
    transforms: {
      route: { type: 'route', inputs: ['kernel', 'containers-*'], route: { errors: '.level == "error"' } },
      shape: { type: 'remap', inputs: ['route.errors', 'route._unmatched'], source: '.a = 1', drop_on_abort: true },
    },
  }))).toEqual([]);
  expect(problemsOf(sink({
    ...kafka, topic: 'logs-{{ kubernetes.namespace_name }}', acknowledgements: true, healthcheck: { enabled: false },
    buffer: { type: 'memory', max_events: 10 },
  }))).toEqual([]);
  expect(problemsOf(sink({ ...kafka, topic: '{{ a }}', dangerously_allow_unconfined_template_resolution: true }))).toEqual([]);
  expect(problemsOf(sink({ ...loki, auth: { strategy: 'bearer', token: 'SECRET[vault.token]' } }, {
    global: { secret: { vault: { type: 'exec', command: ['/x'] } } },
  }))).toEqual([]);
});

test('templates are free before 0.57, and images of your own may know more', () => {
  const unconfined = { ...kafka, topic: '{{ a }}' };
  expect(problemsOf({
    collector: LogCollector.vector({ version: '0.56.0', extraConfig: { sinks: { mine: { inputs: ['containers'], ...unconfined } } } }),
  })).toEqual([]);
  expect(problemsOf(sink({ type: 'mine', magic: true }, { allowUnknownKeys: true }))).toEqual([]);
});
