import { parse } from 'yaml';
import { exporterText, otelConfig } from './otel-config';
import {
  ContainerLogFiles, ContainerLogFormat, DestinationAuth, LogCollector, LogCondition, LogDestination, LogFilter, LogInput, LogLevel,
  LogMetadata, LogScale, LogState, LogValue, MultilineLogs, OpenTelemetryLogLevel,
  Resources, SecretKey,
} from '../../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { agentOf, podOf } from '../log-config';

const collector = LogCollector.openTelemetryCollector();

test('an agent of the lines that its documentation begins with', () => {
  const chart = testChart();
  agentOf({ collector, destinations: [LogDestination.loki({ url: 'https://loki.example.com' }), LogDestination.stdout()] }, chart);
  expectGolden('logs-open-telemetry', chart);
});

test('the right to read pods is granted where metadata ask for it, and that to namespaces where their labels do', () => {
  const rulesWith = (metadata: LogMetadata) => {
    const chart = testChart();
    agentOf({ collector, metadata }, chart);
    return objectOf(chart, 'ClusterRole')?.rules.map(({ resources, verbs }: any) => [...resources, ...verbs].join(' '));
  };
  expect(rulesWith(LogMetadata.fromApi({ ownerReferences: true }))).toEqual(['pods get list watch']);
  expect(rulesWith(LogMetadata.fromApi({ namespaceLabels: true }))).toEqual(['namespaces pods get list watch']);
  expect(rulesWith(LogMetadata.fromFileName())).toBeUndefined();
});

test('the name of a Deployment is made from that of its ReplicaSet, which is not asked for', () => {
  const { processors: { k8s_attributes: { extract } } } = otelConfig({ metadata: LogMetadata.fromApi({ ownerReferences: true }) });
  expect(extract.metadata).toContain('k8s.deployment.name');
  expect(extract.deployment_name_from_replicaset).toBe(true);
});

test('without metadata the lines have no names of pods', () => {
  const { receivers, processors } = otelConfig({ metadata: LogMetadata.none() });
  expect(receivers.file_log.operators.map(({ id }: any) => id)).not.toContain('path');
  expect(Object.keys(processors)).not.toContain('k8s_attributes');
});

test('the image is the smallest that has the components', () => {
  const imageOf = (destination: LogDestination, options = {}) => {
    const [{ image, command }] = podOf({ collector: LogCollector.openTelemetryCollector(options), destinations: [destination] }).containers;
    return [image.split('/').pop(), ...command];
  };
  const otlp = LogDestination.otlpHttp({ url: 'https://in.example.com' });
  expect(imageOf(otlp)).toEqual(['opentelemetry-collector-k8s:0.149.0', '/otelcol-k8s']);
  expect(imageOf(LogDestination.elasticsearch({ url: 'https://es' }), { version: '0.158.0' })).toEqual([
    'opentelemetry-collector-contrib:0.158.0', '/otelcol-contrib',
  ]);
  expect(imageOf(LogDestination.otlpHttp({ url: 'https://in', auth: DestinationAuth.aws('eu-west-1') }))[0]).toBe(
    'opentelemetry-collector-contrib:0.149.0',
  );
  expect(imageOf(otlp, { image: 'example.com/otel:1', command: '/otel' })).toEqual(['otel:1', '/otel']);
});

test('a destination that comes later cannot ask for another image', () => {
  const chart = testChart();
  agentOf({ collector }, chart).addDestination(LogDestination.elasticsearch({ url: 'https://es' }));
  expect(codesOf(chart)).toEqual(['[test/logs] invalid-collector-config']);
});

test('components have the names that the release knows', () => {
  const { receivers, processors, exporters, service } = otelConfig({}, { version: '0.145.0' });
  expect([receivers, exporters].flatMap(Object.keys)).toEqual(['filelog', 'otlp_http/loki']);
  expect(Object.keys(processors)).toContain('k8sattributes');
  expect(service.pipelines['logs/in-containers']).toMatchObject({ receivers: ['filelog'], exporters: ['forward/loki'] });
  expect(service.pipelines['logs/in-containers'].processors).toContain('k8sattributes');
});

test.each(['0.143.0', '0.160.0', '1.0.0', 'latest'])('release %s is refused', version => {
  const chart = testChart();
  agentOf({ collector: LogCollector.openTelemetryCollector({ version }) }, chart);
  expect(codesOf(chart)).toEqual(['[test/logs] invalid-collector-config']);
});

test('the memory of the Go runtime follows the limit', () => {
  const limitOf = (resources: Resources) =>
    podOf({ collector, resources }).containers[0].env.find(({ name }: any) => name === 'GOMEMLIMIT')?.value;
  expect(limitOf(Resources.of({ memoryLimit: '1Gi' }))).toBe('819MiB');
  expect(limitOf(Resources.none())).toBeUndefined();
});

test('ports, level, gates and the sync of the state follow the options', () => {
  const chosen = LogCollector.openTelemetryCollector({
    healthPort: 13134, logLevel: OpenTelemetryLogLevel.WARN, syncState: true, featureGates: ['-stanza.synchronousLogEmitter', 'other'],
  });
  const [{ args, ports, livenessProbe }] = podOf({ collector: chosen, port: 9999 }).containers;
  expect(args[1]).toBe('--feature-gates=-stanza.synchronousLogEmitter,other');
  expect(ports.map(({ containerPort }: any) => containerPort).sort()).toEqual([13134, 9999]);
  expect(livenessProbe.httpGet.port).toBe('health');
  const { extensions, service } = otelConfig({ collector: chosen, port: 9999 });
  expect(extensions.health_check.endpoint).toBe(':13134');
  expect(extensions.file_storage.fsync).toBe(true);
  expect(service.telemetry).toEqual({
    logs: { level: 'warn' }, metrics: { readers: [{ pull: { exporter: { prometheus: { host: '', port: 9999 } } } }] },
  });
});

test('namespaces, own logs and rotated files', () => {
  const filesOf = (options: Parameters<typeof LogInput.containers>[0]) => {
    const { include, exclude } = otelConfig({ inputs: [LogInput.containers(options)] }).receivers.file_log;
    return { include, exclude };
  };
  expect(filesOf({ namespaces: ['a', 'b'], files: ContainerLogFiles.CURRENT, includeOwnLogs: true })).toEqual({
    include: ['/var/log/pods/a_*/*/*.log', '/var/log/pods/b_*/*/*.log'], exclude: undefined,
  });
  expect(filesOf({ excludeNamespaces: ['c'] })).toEqual({
    include: ['/var/log/pods/*/*/*.log', '/var/log/pods/*/*/*.log.2*'],
    exclude: [
      '/var/log/pods/node-agents_*/opentelemetry-collector/*', '/var/log/pods/c_*/*/*', '/var/log/pods/*/*/*.gz', '/var/log/pods/*/*/*.tmp',
    ],
  });
});

test('only the log files of containers are mounted, and those of Docker where they are links', () => {
  const pathsOf = (format: ContainerLogFormat) => podOf({ collector, inputs: [LogInput.containers({ format })] }).volumes.flatMap(
    ({ hostPath }: any) => hostPath ? [hostPath.path] : [],
  );
  expect(pathsOf(ContainerLogFormat.CRI).sort()).toEqual(['/var/lib/node-agents/node-agents.logs', '/var/log/pods']);
  expect(pathsOf(ContainerLogFormat.DOCKER)).toContain('/var/lib/docker/containers');
});

test('lines of Docker are joined by their line feed', () => {
  const { operators } = otelConfig({ inputs: [LogInput.containers({ format: ContainerLogFormat.DOCKER })] }).receivers.file_log;
  expect(operators.map(({ type, id }: any) => `${type} ${id}`).slice(0, 4)).toEqual([
    'json_parser line', 'add from', 'recombine parts', 'regex_replace line-feed',
  ]);
  expect(operators[2].is_last_entry).toBe('attributes._cri.log endsWith "\\n"');
});

test('a line begins an entry where a pattern says so, or a language does not say otherwise', () => {
  const { operators } = otelConfig({
    inputs: [LogInput.containers({ multiline: [MultilineLogs.startingWith('^\\d{4}$'), MultilineLogs.ruby()] })],
  }).receivers.file_log;
  expect(operators.find(({ id }: any) => id === 'entries')).toMatchObject({
    is_first_entry: 'attributes._cri.log matches "^\\\\d{4}$$" or not (attributes._cri.log matches "^(\\\\s|$$)")',
    source_identifier: 'attributes._cri.from',
    force_flush_period: '2s',
  });
});

test('files are split by the receiver where one pattern is enough, which holds nothing that counts as read', () => {
  const receiverOf = (multiline: MultilineLogs[]) => otelConfig({
    inputs: [LogInput.files('audit', ['/var/log/audit/*.log'], { multiline })],
  }).receivers['file_log/audit'];
  expect(receiverOf([MultilineLogs.startingWith('^type=')]).multiline).toEqual({ line_start_pattern: '^.*(?:^type=)' });
  expect(receiverOf([MultilineLogs.java()]).operators.map(({ id }: any) => id)).toEqual(['entries']);
});

test.each(['(?=a)', '(?<!a)b', '(a)\\1', 'a++', '(?>a)', '\\h'])('the pattern %s is none that Go can read', pattern => {
  const chart = testChart();
  agentOf({ collector, inputs: [LogInput.containers({ multiline: [MultilineLogs.startingWith(pattern)] })] }, chart);
  expect(codesOf(chart)).toEqual(['[test/logs] invalid-pattern']);
});

test('destinations take the inputs that they name', () => {
  const inputs = [LogInput.containers(), LogInput.files('audit', ['/var/log/audit.log'])];
  const destinations = [LogDestination.loki({ url: 'http://loki' }), LogDestination.stdout({ inputs: ['audit'] })];
  const { service: { pipelines } } = otelConfig({ inputs, destinations, fields: { a: LogValue.nodeName() } });
  expect(pipelines['logs/in-containers'].exporters).toEqual(['forward/loki']);
  expect(pipelines['logs/in-audit']).toEqual({
    receivers: ['file_log/audit'], processors: ['memory_limiter', 'resource/node', 'attributes/fields'],
    exporters: ['forward/loki', 'forward/stdout'],
  });
  expect(pipelines['logs/out-stdout']).toEqual({ receivers: ['forward/stdout'], exporters: ['debug/stdout'] });
});

test('positions of the Helm chart hold where its directory is taken over', () => {
  const pod = podOf({ collector, state: LogState.onNodeAt('/var/lib/otelcol') });
  expect(pod.volumes.find(({ name }: any) => name === 'state').hostPath.path).toBe('/var/lib/otelcol');
  expect(Object.keys(otelConfig().receivers)).toEqual(['file_log']);
});

test('what it cannot do is refused', () => {
  const refused = (props: Parameters<typeof agentOf>[0]) => {
    const chart = testChart();
    agentOf({ collector, ...props }, chart);
    return codesOf(chart);
  };
  const loki = { url: 'http://loki' };
  expect(refused({ inputs: [LogInput.journal()] })).toEqual(['[test/logs] unsupported-by-collector']);
  expect(refused({ metadata: LogMetadata.fromKubelet() })).toEqual(['[test/logs] unsupported-by-collector']);
  expect(refused({ destinations: [LogDestination.loki({ ...loki, labels: { a: LogValue.text('b') } })] })).toEqual([
    '[test/logs] unsupported-by-collector',
  ]);
  expect(refused({ destinations: [LogDestination.loki({ ...loki, tenantFrom: LogValue.namespaceName() })] })).toEqual([
    '[test/logs] unsupported-by-collector',
  ]);
  expect(refused({ destinations: [LogDestination.http({ url: 'http://in' })] })).toEqual(['[test/logs] unsupported-by-collector']);
});

test('credentials are files that the pod mounts', () => {
  const pod = podOf({
    collector, destinations: [
      LogDestination.otlpHttp({ url: 'https://in', auth: DestinationAuth.basicFrom(SecretKey.of('s', 'u'), SecretKey.of('s', 'p')) }),
    ],
  });
  expect(JSON.stringify(pod.volumes)).toContain('"secretName":"s"');
  expect(exporterText(LogDestination.otlpHttp({
    url: 'https://in', auth: DestinationAuth.oauth2('https://id/token', 'me', SecretKey.of('s', 'c'), { scope: 'a b', audience: 'logs' }),
  })))
    .toContain(`oauth2client/otlp-http:
  token_url: https://id/token
  client_id: me
  client_secret_file: /etc/otelcol/destinations/otlp-http/client-secret
  scopes:
    - a
    - b
  endpoint_params:
    audience: logs
`);
});

test('filters and conditions of destinations keep lines, in their order', () => {
  const { processors, service: { pipelines } } = otelConfig({
    inputs: [LogInput.containers(), LogInput.files('audit', ['/var/log/audit.log'])],
    filters: [
      LogFilter.drop(LogCondition.isOneOf(LogValue.field('http', 'status'), ['200'])),
      LogFilter.keep(LogCondition.matches(LogValue.podLabel('app'), '^a$'), { inputs: ['containers'] }),
    ],
    destinations: [
      LogDestination.loki({ url: 'http://loki', when: LogCondition.levelAtLeast(LogLevel.NOTICE, LogValue.field('severity')) }),
    ],
  });
  const status = 'log.body["http"]["status"]';
  expect(processors['filter/1-keep'].logs.log_record).toEqual([
    `not ((not ((IsMap(log.body) and IsMap(log.body["http"]) and ${status} != nil and not IsMap(${status}) and not IsList(${status}) and `
      + `(String(${status}) == "200")))))`,
  ]);
  expect(processors['filter/2-keep'].logs.log_record[0]).toContain(
    'IsMatch(String(resource.attributes["k8s.pod.label.app"]), "\\\\Aa\\\\z")',
  );
  expect(processors['filter/loki'].logs.log_record[0]).toContain(
    '"^(10|20|30|6|7|debug|fine|finest|info|information|informational|trace|verbose)$$"',
  );
  expect(pipelines['logs/in-containers'].processors.slice(-2)).toEqual(['filter/1-keep', 'filter/2-keep']);
  expect(pipelines['logs/in-audit'].processors.slice(-1)).toEqual(['filter/1-keep']);
  expect(pipelines['logs/out-loki'].processors).toEqual(['filter/loki']);
});

test.each<[string, { [id: string]: any }, boolean]>([
  ['`debug`', { 'debug/mine': { verbosity: 'detailed' } }, true],
  ['`debug` that only counts', { debug: {} }, true],
  ['a file that is the log of the container', { file: { path: '/dev/stdout' } }, true],
  ['another file', { file: { path: '/srv/x' } }, false],
])('%s of your own leaves out the logs of all log agents, if they would read each other', (_, exporters, all) => {
  const [id] = Object.keys(exporters);
  const config = otelConfig({}, { extraConfig: { exporters, pipelines: { 'logs/mine': { receivers: ['file_log'], exporters: [id] } } } });
  expect(config.receivers.file_log.exclude.includes('/var/log/pods/*_*/vector/*')).toBe(all);
});

test('on a large cluster it sends less often, and returns later', () => {
  const { exporters } = otelConfig({ scale: LogScale.large() });
  expect(exporters['otlp_http/loki']).toMatchObject({
    retry_on_failure: { initial_interval: '10s', max_interval: '120s' }, sending_queue: { batch: { flush_timeout: '5s' } },
  });
});

test('what is added later is in the configuration that was looked at before', () => {
  const chart = testChart();
  const agent = agentOf({ collector }, chart);
  expect(codesOf(chart)).toEqual([]);
  agent.addDestination(LogDestination.stdout());
  agent.addFilter(LogFilter.sample(2));
  const { exporters, processors } = parse(objectOf(chart, 'ConfigMap').data['config.yaml']);
  expect(Object.keys(exporters)).toContain('debug/stdout');
  expect(Object.keys(processors)).toContain('filter/1-sample');
});
