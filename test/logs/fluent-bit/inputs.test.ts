import {
  ContainerLogFiles, ContainerLogFormat, HostPathType, LogCollector, LogDestination, LogFilter, LogInput, LogMetadata, LogValue,
  MultilineLogs, FluentBitParser,
} from '../../../src';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';
import { agentOf, configOf, configText, podOf, problemsOf } from '../log-config';

const inputOf = (input: LogInput, metadata?: LogMetadata) => configOf({ inputs: [input], metadata }).pipeline.inputs[0];
const mountsOf = (...inputs: LogInput[]) => podOf({
  inputs,
}).containers[0].volumeMounts.filter((mount: any) => mount.readOnly && !/fluent-bit|run\/secrets/.test(mount.mountPath))
  .map((mount: any) => mount.mountPath);

test('the logs of every Fluent Bit of the namespace are left out, so that none ships the errors of another', () => {
  expect(inputOf(LogInput.containers()).exclude_path).toBe('/var/log/containers/*_node-agents_fluent-bit-*.log');
  expect(inputOf(LogInput.containers({ includeOwnLogs: true })).exclude_path).toBeUndefined();
});

test('an agent that writes to its own log cannot read it', () => {
  expect(problemsOf({ destinations: [LogDestination.stdout()], inputs: [LogInput.containers({ includeOwnLogs: true })] })).toEqual([
    refusal('log-loop', { at: 'test/logs', given: '`includeOwnLogs: true` with LogDestination.stdout()' }),
  ]);
});

test('some namespaces, and all but some', () => {
  const input = inputOf(LogInput.containers({ namespaces: ['shop', 'web'], excludeNamespaces: ['kube-system'] }));
  expect(input.path).toBe('/var/log/containers/*_shop_*.log, /var/log/containers/*_web_*.log');
  expect(input.exclude_path).toBe('/var/log/containers/*_node-agents_fluent-bit-*.log, /var/log/containers/*_kube-system_*.log');
  expect(reading(() => LogInput.containers({ namespaces: ['kube-*'] }))).toThrow(
    refusal('invalid-name', { given: "'kube-*'", names: ['63'] }));
});

test('rotated files are read too, and are not let go of while they are there', () => {
  const config = configOf({ inputs: [LogInput.containers({ files: ContainerLogFiles.CURRENT_AND_ROTATED, namespaces: ['shop'] })] });
  expect(config.pipeline.inputs[0]).toMatchObject({
    tag: 'kube.<namespace>_<pod>_<container>',
    path: '/var/log/pods/shop_*/*/*.log, /var/log/pods/shop_*/*/*.log.2*',
    exclude_path: '/var/log/pods/node-agents_*/fluent-bit/*, *.gz, *.tmp',
    rotate_wait: 2592000,
  });
  for (const filter of config.pipeline.filters.filter(({ name }: any) => name === 'kubernetes')) {
    expect(filter).toMatchObject({ kube_tag_prefix: 'kube.', regex_parser: 'pod-tag' });
  }
  expect(config.parsers.map((parser: any) => parser.name)).toEqual(['json', 'json-line', 'pod-tag', 'parse-nothing']);
});

test('every input keeps its positions in a database of its own, locked, and buffers on disk', () => {
  const { inputs } = configOf({
    inputs: [LogInput.containers(), LogInput.journal({ directory: '/run/log/journal' }), LogInput.files('audit', ['/var/log/audit.log'])],
  }).pipeline;
  expect(inputs.map((input: any) => [input.alias, input.db, input['db.locking'], input['storage.type']])).toEqual([
    ['containers', '/var/lib/fluent-bit/tail-containers.db', true, 'filesystem'],
    ['journal', '/var/lib/fluent-bit/journal-journal.db', undefined, 'filesystem'],
    ['audit', '/var/lib/fluent-bit/tail-audit.db', true, 'filesystem'],
  ]);
});

test('what an input reads is mounted, and nothing else', () => {
  expect(mountsOf(LogInput.containers())).toEqual(['/var/log']);
  expect(mountsOf(LogInput.containers({ format: ContainerLogFormat.DOCKER }))).toEqual(['/var/lib/docker/containers', '/var/log']);
  expect(mountsOf(LogInput.journal())).toEqual(['/etc/machine-id', '/var/log']);
  expect(mountsOf(LogInput.journal({ directory: '/run/log/journal' }))).toEqual(['/etc/machine-id', '/run/log/journal']);
  expect(mountsOf(LogInput.files('app', ['/opt/app/*/logs/a?.log', '/srv/b.log', '/var/log/x/y.log']))).toEqual([
    '/opt/app', '/srv', '/var/log',
  ]);
  const { volumes } = podOf({ inputs: [LogInput.files('app', ['/opt/app/*.log'], { hostPathType: HostPathType.DIRECTORY_OR_CREATE })] });
  expect(volumes).toContainEqual({ name: 'opt-app', hostPath: { path: '/opt/app', type: 'DirectoryOrCreate' } });
});

test.each([
  '/etc/app.log', '/usr/share/x/y.log', '/*/x.log', '/tmp/x.log',
])('files that would hide a directory of the image are refused: %s', path => {
  expect(reading(() => LogInput.files('app', [path]))).toThrow(
    /^invalid-path: to read '.*' the agent would mount .* of the node over its own; given: /,
  );
});

test('files may have a parser and entries of several lines', () => {
  const config = configOf({
    inputs: [
      LogInput.files('kv', ['/var/log/kv.log'], { parser: 'kv', exclude: ['/var/log/kv-*.log'], readFromBeginning: false }),
      LogInput.files('trace', ['/var/log/trace.log'], {
        multiline: [MultilineLogs.startingWith('^\\['), MultilineLogs.goLang(), MultilineLogs.startingWith('^#')],
      }),
    ],
    collector: LogCollector.fluentBit({
      parsers: [FluentBitParser.regex('kv', '^(?<level>\\w+) (?<size>\\d+)$', {
        types: { size: 'integer' }, timeField: 'ts', timeFormat: '%s.%L', keepTime: true,
      })],
    }),
  });
  expect(config.pipeline.inputs[0]).toMatchObject({ parser: 'kv', exclude_path: '/var/log/kv-*.log', read_from_head: false });
  expect(config.pipeline.inputs[1]['multiline.parser']).toBe('trace-start, go, trace-start3');
  expect(config.parsers).toContainEqual({
    name: 'kv', format: 'regex', regex: '^(?<level>\\w+) (?<size>\\d+)$', time_key: 'ts', time_format: '%s.%L', time_keep: true,
    types: 'size:integer',
  });
  expect(config.multiline_parsers[0]).toEqual({
    name: 'trace-start',
    type: 'regex',
    flush_timeout: 1000,
    rules: [
      { state: 'start_state', regex: '/^\\[/', next_state: 'cont' }, { state: 'cont', regex: '/^(?!.*(?:^\\[))/', next_state: 'cont' },
    ],
  });
});

test('lines of containers that belong together are joined first, within a read, so that nothing is held when the agent stops', () => {
  const {
    inputs, filters,
  } = configOf({ inputs: [LogInput.containers({ multiline: [MultilineLogs.java(), MultilineLogs.python()] })] }).pipeline;
  expect(inputs[0].inotify_watcher).toBe(false);
  expect(filters[0]).toEqual({
    'name': 'multiline',
    'alias': 'containers-multiline',
    'match': 'kube.*',
    'multiline.key_content': 'log',
    'multiline.parser': 'java, python',
    'buffer': false,
  });
});

test('an entry of a container has lines of one stream', () => {
  const { multiline_parsers: [parser] } = configOf({ inputs: [LogInput.containers({ multiline: [MultilineLogs.startingWith('^\\[')] })] });
  expect(parser).toMatchObject({ name: 'containers-start', key_group: 'stream' });
});

const aliases = (props: Parameters<typeof configOf>[0]) => configOf(props).pipeline.filters.map((filter: any) => filter.alias);

test.each<[string, LogMetadata, boolean, string[]]>([
  ['the API', LogMetadata.fromApi(), true, ['names', 'own', 'json-line', 'json', 'app', 'metadata', 'gone']],
  ['the kubelet, without JSON', LogMetadata.fromKubelet({ grantNodesProxy: true }), false, ['names', 'own', 'app', 'metadata', 'gone']],
  ['file names', LogMetadata.fromFileName(), true, ['metadata', 'own', 'json-line', 'json', 'app']],
  ['nowhere', LogMetadata.none(), false, ['own', 'app']],
])('with metadata from %s, filters run in this order', (_, metadata, parseJson, expected) => {
  expect(aliases({ metadata, inputs: [LogInput.containers({ parseJson })] })).toEqual(expected.map(alias => `containers-${alias}`));
});

test('what is asked of the kubelet', () => {
  const { filters } = configOf({ metadata: LogMetadata.fromKubelet({ insecureSkipVerify: true, grantNodesProxy: true }) }).pipeline;
  expect(filters.find((filter: any) => filter.alias === 'containers-metadata')).toMatchObject({
    'name': 'kubernetes', 'use_kubelet': true, 'kubelet_host': '${NODE_IP}', 'tls.verify': false,
  });
});

test('what an application calls as the agent, a destination or a field of the user does gets another name', () => {
  const app = (destinations: LogDestination[], fields = {}) =>
    configOf({ destinations, fields }).pipeline.filters.find((filter: any) => filter.alias === 'containers-app').hard_rename;
  expect(app([LogDestination.loki({ url: 'http://loki:3100' })])).toEqual([
    'kubernetes app_kubernetes', 'stream app_stream', '_agent_stream stream',
  ]);
  expect(app([LogDestination.elasticsearch({ url: 'http://es:9200' }), LogDestination.http({ url: 'http://web', dateField: 'when' })], {
    cluster: LogValue.text('x'),
  })).toEqual([
    '@timestamp app_@timestamp', 'cluster app_cluster', 'kubernetes app_kubernetes', 'stream app_stream', 'when app_when',
    '_agent_stream stream', '_agent_cluster cluster',
  ]);
});

test('a line is JSON where nothing is behind it', () => {
  const { regex } = configOf().parsers.find((parser: any) => parser.name === 'json-line');
  // JavaScript has neither atomic groups nor recursion: three levels of it are enough here
  const level = (inner: string) => regex.replace(/^\^\\s\*\(\?<_agent_json>/, '').replace(/\)\\s\*\$$/, '').replaceAll(
    '(?>', '(?:',
  ).replace('\\g<_agent_json>', inner);
  const pattern = new RegExp(`^\\s*${level(level(level('(?!)')))}\\s*$`);
  for (const line of ['{}', ' {"a":1} ', '{"a":{"b":"} \\" {"}}']) {expect(line).toMatch(pattern);}
  for (const line of ['{"a":1} rest', '{"a":1} {"b":2}', 'x {"a":1}', '{"a":1', '[1]']) {expect(line).not.toMatch(pattern);}
});

test('pods may be kept from deciding over their logs', () => {
  const { filters } = configOf({ metadata: LogMetadata.fromApi({ podAnnotationsDecide: false }) }).pipeline;
  expect(filters.find((filter: any) => filter.alias === 'containers-metadata')).toMatchObject({
    'k8s-logging.parser': false, 'k8s-logging.exclude': false,
  });
});

test('nothing in the configuration refers to another part of it, which Fluent Bit does not read', () => {
  const chart = testChart();
  agentOf({ inputs: [LogInput.containers({ namespaces: ['shop'] }), LogInput.containers({ name: 'web', namespaces: ['web'] })] }, chart);
  expect(configText(chart)).not.toMatch(/^[^#"]*[:-] [&*]\w/m);
});

test('inputs of one name are refused, and so is the name that containers are tagged with', () => {
  expect(problemsOf({ inputs: [LogInput.containers(), LogInput.containers({ namespaces: ['shop'] })] })).toEqual([
    refusal('duplicate-log-name', { at: 'test/logs', given: "'containers'" }),
  ]);
  expect(problemsOf({ inputs: [LogInput.containers(), LogInput.containers({ name: 'shop', namespaces: ['shop'] })] })).toEqual([]);
  expect(reading(() => LogInput.files('kube', ['/var/log/x.log']))).toThrow(
    refusal('invalid-name', { given: "'kube'", names: ['63', 'kube'] }));
});

test('a field that is in the record already is refused', () => {
  expect(reading(() => agentOf({ fields: { ns: LogValue.namespaceName() } }))).toThrow(
    refusal('invalid-log-text', {
      at: 'test/logs', given: 'kubernetes.namespace_name', allowed: 'LogValue.text, LogValue.nodeName', names: ['ns'],
    }));
});

test('the log of the kernel is a part of the journal', () => {
  const [input] = configOf({ inputs: [LogInput.kernel()] }).pipeline.inputs;
  expect(input).toMatchObject({
    name: 'systemd', alias: 'kernel', path: '/var/log/journal', systemd_filter: ['_TRANSPORT=kernel'],
    db: '/var/lib/fluent-bit/journal-kernel.db',
  });
  expect(podOf({ inputs: [LogInput.kernel()] }).volumes.map(({ hostPath }: any) => hostPath?.path)).toEqual(expect.arrayContaining([
    '/var/log', '/etc/machine-id',
  ]));
});

test.each([
  [LogInput.kubernetesAudit(), '/var/log/kubernetes/audit/audit.log', ['regex', 'json']],
  [LogInput.linuxAudit(), '/var/log/audit/audit.log', ['regex']],
  [LogInput.kubernetesAudit({
    name: 'k3s', path: '/var/lib/rancher/k3s/server/logs/audit.log',
  }), '/var/lib/rancher/k3s/server/logs/audit.log', ['regex', 'json']],
])('an audit log is read, and its fields (%#)', (input, path, formats) => {
  const { pipeline: { inputs, filters }, parsers } = configOf({ inputs: [input] });
  expect(inputs[0]).toMatchObject({ name: 'tail', path, db: `/var/lib/fluent-bit/tail-${input.name}.db` });
  expect(filters[0]).toMatchObject({ name: 'parser', match: `${input.name}.*`, key_name: 'log' });
  expect(filters.flatMap(({ parser }: any) => parsers.find(({ name }: any) => name === parser)?.format ?? [])).toEqual(formats);
});

test('containers and pods are chosen by a condition behind their metadata', () => {
  const { filters } = configOf({
    inputs: [LogInput.containers({ containers: ['app'], excludeContainers: ['istio-proxy'], podLabels: { team: 'a' } })],
    filters: [LogFilter.sample(2)],
  }).pipeline;
  expect(filters.slice(-2)).toMatchObject([{ call: 'keep', match: 'kube.*' }, { call: 'sample' }]);
  expect(filters.at(-2).code).toContain('"container_name"');
  expect(filters.at(-2).code).toContain('"team"');
});

test('fields of JSON go into one field where one is named', () => {
  const inputs = [LogInput.containers({ jsonField: 'app' })];
  for (const metadata of [LogMetadata.fromApi(), LogMetadata.none()]) {
    const { parsers, pipeline: { filters } } = configOf({ inputs, metadata });
    expect(parsers.find(({ name }: any) => name === 'json-object')).toMatchObject({ decode_field_as: 'json _agent_json' });
    expect(filters.find(({ alias }: any) => alias === 'containers-json-line')).toMatchObject({ parser: 'json-object', reserve_data: true });
    expect(filters.find(({ alias }: any) => alias === 'containers-app')).toMatchObject({ rename: '_agent_json app' });
  }
  expect(
    problemsOf({ inputs: [LogInput.containers({ podLabels: { a: 'b' } })], metadata: LogMetadata.fromFileName() }).join(),
  ).toContain('unmatched-log-route');
});
