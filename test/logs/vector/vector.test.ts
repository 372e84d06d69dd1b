import { Duration } from 'cdk8s';
import { configOf, configText, objectsOf, podOf, problemsOf, vectorAgent } from './vector-config';
import {
  ContainerSecurity, DestinationAuth, LogCollector, LogDestination, LogFileAccess, LogInput, LogMetadata, LogState, LogValue,
  MetricsScraping, MultilineLogs, Resources, SecretKey, VectorLogLevel,
} from '../../../src';
import { codesOf, expectGolden, testChart } from '../../support/golden';

const vector = LogCollector.vector;
const rulesOf = (props: Parameters<typeof objectsOf>[0]) =>
  objectsOf(props).filter(({ kind }) => kind === 'ClusterRole').flatMap(({ rules }) => rules);

test('the lines of the guide', () => {
  const chart = testChart();
  vectorAgent({ destinations: [LogDestination.loki({ url: 'https://loki.example.com' }), LogDestination.stdout()] }, chart);
  expectGolden('logs-vector', chart);
});

test('rights follow from what is known of pods', () => {
  const readable = (metadata: LogMetadata) => rulesOf({ metadata }).map(({ resources, verbs }: any) => `${resources} ${verbs}`);
  expect(readable(LogMetadata.fromApi())).toEqual(['nodes,pods list,watch']);
  expect(readable(LogMetadata.fromApi({ namespaceLabels: true }))).toEqual(['namespaces,nodes,pods list,watch']);
  expect(readable(LogMetadata.fromFileName())).toEqual([]);
  expect(readable(LogMetadata.none())).toEqual([]);
  expect(rulesOf({ inputs: [LogInput.journal()] })).toEqual([]);
});

test('only directories with logs are mounted, and the state', () => {
  const mounts = (inputs: LogInput[]) => podOf({ inputs }).volumes.filter((volume: any) => volume.hostPath).map(
    (volume: any) => volume.hostPath.path,
  );
  expect(mounts([LogInput.containers()])).toEqual(['/var/lib/node-agents/node-agents.logs', '/var/log/pods']);
  expect(mounts([LogInput.journal()])).toEqual(['/etc/machine-id', '/var/lib/node-agents/node-agents.logs', '/var/log']);
});

test('credentials are files, and no variable holds one', () => {
  const { containers: [{ env, volumeMounts }], volumes } = podOf({
    destinations: [LogDestination.loki({ url: 'https://loki', auth: DestinationAuth.basic('a', SecretKey.of('creds', 'pw')) })],
  });
  expect(env.filter((variable: any) => variable.valueFrom?.secretKeyRef)).toEqual([]);
  const { name } = volumeMounts.find(({ mountPath }: any) => mountPath === '/etc/vector-credentials');
  expect(
    volumes.find((volume: any) => volume.name === name).secret,
  ).toEqual({ secretName: 'creds', items: [{ key: 'pw', path: 'loki_password' }] });
  const { secret, sinks } = configOf({
    destinations: [LogDestination.loki({ url: 'https://loki', auth: DestinationAuth.basic('a', SecretKey.of('creds', 'pw')) })],
  });
  expect(secret).toEqual({ credentials: { type: 'directory', path: '/etc/vector-credentials', remove_trailing_whitespace: true } });
  expect(sinks.loki.auth).toEqual({ strategy: 'basic', user: 'a', password: 'SECRET[credentials.loki_password]' });
  expect(configOf()).not.toHaveProperty('secret');
});

test('the image follows the release, and whether the journal is read', () => {
  const image = (options: Parameters<typeof vector>[0], inputs = [
    LogInput.containers(),
  ]) => podOf({ collector: vector(options), inputs }).containers[0].image;
  expect(image({})).toBe('docker.io/timberio/vector:0.57.0-distroless-libc');
  expect(image({ version: '0.55.0' })).toBe('docker.io/timberio/vector:0.55.0-distroless-libc');
  expect(image({}, [LogInput.journal()])).toBe('docker.io/timberio/vector:0.57.0-debian');
  expect(image({ image: 'registry.example.com/vector:0.56.0-alpine' })).toBe('registry.example.com/vector:0.56.0-alpine');
});

test('what a release does not know is not written for it', () => {
  const loki = (version: string) => configOf({ collector: vector({ version }) }).sinks.loki;
  expect(loki('0.57.0').dangerously_allow_unconfined_template_resolution).toBe(true);
  expect(loki('0.56.0')).not.toHaveProperty('dangerously_allow_unconfined_template_resolution');
  const toVector = (version: string) => configOf({
    collector: vector({ version }), destinations: [LogDestination.vector({ url: 'http://vector:6000' })],
  }).sinks.vector.compression;
  expect([toVector('0.55.0'), toVector('0.56.0')]).toEqual([true, 'gzip']);
});

test('the API is off, and on where a port is given, which probes then ask', () => {
  expect(configOf()).not.toHaveProperty('api');
  const { containers: [{ ports, livenessProbe, readinessProbe }] } = podOf({ collector: vector({ apiPort: 8686 }) });
  expect(ports.map(({ containerPort }: any) => containerPort).sort()).toEqual([8686, 9090]);
  expect([livenessProbe.httpGet, readinessProbe.httpGet]).toEqual([{ path: '/health', port: 'api' }, { path: '/health', port: 'api' }]);
  expect(configOf({ collector: vector({ apiPort: 8686 }) }).api).toEqual({ enabled: true, address: '[::]:8686' });
});

test('ports and addresses', () => {
  const address = (options: Parameters<typeof vector>[0], port?: number) => configOf({
    collector: vector(options), port,
  }).sinks.metrics.address;
  expect(address({})).toBe('[::]:9090');
  expect(address({ listenAddress: '0.0.0.0' }, 9598)).toBe('0.0.0.0:9598');
});

test('options reach the process', () => {
  const {
    containers: [{ env }], terminationGracePeriodSeconds,
  } = podOf({ collector: vector({ logLevel: VectorLogLevel.DEBUG, threads: 8, shutdownGrace: Duration.seconds(120) }) });
  expect(Object.fromEntries(env.map(({ name, value }: any) => [name, value]))).toMatchObject({
    VECTOR_LOG: 'debug', VECTOR_THREADS: '8', VECTOR_GRACEFUL_SHUTDOWN_LIMIT_SECS: '120',
  });
  expect(terminationGracePeriodSeconds).toBe(130);
});

test('requests that are under way share half of the memory', () => {
  const concurrency = (memory: string, count: number) => {
    const destinations = Array.from({ length: count }, (_, index) => LogDestination.loki({ url: 'http://loki', name: `loki-${index}` }));
    return configOf({
      resources: Resources.of({ memoryLimit: memory }), destinations,
    }).sinks['loki-0'].request.adaptive_concurrency.max_concurrency_limit;
  };
  expect([concurrency('128Mi', 1), concurrency('128Mi', 4), concurrency('16Mi', 9), concurrency('4Gi', 1)]).toEqual([33, 8, 1, 50]);
});

test('its own log is left out by the label of its pod, which no selector has', () => {
  const daemonSet = (props: Parameters<typeof objectsOf>[0]) => objectsOf(props).find(({ kind }) => kind === 'DaemonSet').spec;
  expect(daemonSet({}).template.metadata.labels).toHaveProperty(['vector.dev/exclude'], 'true');
  expect(daemonSet({}).selector.matchLabels).not.toHaveProperty(['vector.dev/exclude']);
  expect(
    daemonSet({ inputs: [LogInput.containers({ includeOwnLogs: true })] }).template.metadata.labels,
  ).not.toHaveProperty(['vector.dev/exclude']);
});

test('namespaces', () => {
  const {
    sources: { containers },
  } = configOf({ inputs: [LogInput.containers({ namespaces: ['a', 'b'], excludeNamespaces: ['c', 'd'] })] });
  expect(containers.include_paths_glob_patterns).toEqual(['/var/log/pods/a_*/**', '/var/log/pods/b_*/**']);
  expect(containers.extra_field_selector).toBe('metadata.namespace!=c,metadata.namespace!=d');
});

test('a destination takes the inputs that it names', () => {
  const { transforms, sinks } = configOf({
    inputs: [LogInput.containers(), LogInput.journal()],
    destinations: [
      LogDestination.kafka({ brokers: ['a:1'], topic: 't', inputs: ['journal'] }), LogDestination.loki({ url: 'http://loki' }),
    ],
  });
  expect(sinks.kafka.inputs).toEqual(['journal-record']);
  expect(transforms['loki-record'].inputs).toEqual(['containers-record', 'journal-record']);
});

test('sections of your own stand beside, and overrides win', () => {
  const { sources, sinks, healthchecks, data_dir: dataDir } = configOf({
    collector: vector({
      extraConfig: {
        sources: { mine: { type: 'internal_logs' } }, sinks: { out: { type: 'blackhole', inputs: ['mine'] } },
        global: { healthchecks: { enabled: false } },
      },
      configOverrides: {
        global: { data_dir: '/var/lib/vector/x' }, containers: { max_line_bytes: 1 }, loki: { buffer: { when_full: 'drop_newest' } },
      },
    }),
  });
  expect(sources.mine).toEqual({ type: 'internal_logs' });
  expect(sinks.out).toEqual({ type: 'blackhole', inputs: ['mine'] });
  expect([healthchecks, dataDir, sources.containers.max_line_bytes]).toEqual([{ enabled: false }, '/var/lib/vector/x', 1]);
  expect(sinks.loki.buffer).toEqual({ type: 'disk', max_size: 536_870_912, when_full: 'drop_newest' });
});

test('a sink of your own is a destination', () => {
  expect(problemsOf({
    destinations: [], collector: vector({ extraConfig: { sinks: { out: { type: 'blackhole', inputs: ['containers-record'] } } } }),
  })).toEqual([]);
});

test('what its source of container logs cannot do is refused', () => {
  const codes = (props: Parameters<typeof vectorAgent>[0]) => {
    const chart = testChart();
    vectorAgent(props, chart);
    return codesOf(chart);
  };
  expect(codes({ metadata: LogMetadata.fromKubelet() })).toContain('[test/logs] unsupported-by-collector');
  expect(codes({ metadata: LogMetadata.fromApi({ namespaceAnnotations: true }) })).toEqual(['[test/logs] unsupported-by-collector']);
  expect(codes({ metadata: LogMetadata.fromApi({ podAnnotationsDecide: false }) })).toEqual(['[test/logs] unsupported-by-collector']);
  expect(codes({ inputs: [LogInput.files('a', ['/var/log/a'], { parser: 'audit' })] })).toEqual(['[test/logs] unsupported-by-collector']);
});

test('user, state and monitors are those of every log agent', () => {
  const { containers: [container] } = podOf({ access: LogFileAccess.nonRoot(65532), state: LogState.withPod() });
  expect(container.securityContext.runAsUser).toBe(65532);
  expect(problemsOf({ securityContext: ContainerSecurity.nonRoot(1), state: LogState.withPod() })).toEqual([
    expect.stringContaining('invalid-collector-config'),
  ]);
  expect(
    objectsOf({ scraping: MetricsScraping.podMonitor() }).find(({ kind }) => kind === 'PodMonitor').spec.podMetricsEndpoints[0],
  ).toMatchObject({ path: '/metrics', port: 'http-metrics' });
});

test('fields are laid upon every record', () => {
  expect(configText({ fields: { cluster: LogValue.text('a'), node: LogValue.nodeName() } })).toContain(
    'record.cluster = "a"\n      record.node = get_env_var!("VECTOR_SELF_NODE_NAME")\n',
  );
});

test.each(['(?=a)', 'a(?!b)', '(?<=a)b', '(a)\\1', '(?>a)', '\\Qa\\E'])('the pattern %s is refused: Vector would not start', pattern => {
  const chart = testChart();
  vectorAgent({ inputs: [LogInput.containers({ multiline: [MultilineLogs.startingWith(pattern)] })] }, chart);
  expect(codesOf(chart)).toEqual(['[test/logs] invalid-pattern']);
});

test('lines of a stream belong together, each stream by itself', () => {
  const {
    'containers-multiline': multiline, 'containers-record': record,
  } = configOf({ inputs: [LogInput.containers({ multiline: [MultilineLogs.java()] })] }).transforms;
  expect(multiline).toMatchObject({
    inputs: ['containers'], group_by: ['file', 'stream'], starts_when: expect.stringContaining('Caused by'), expire_after_ms: 1000,
  });
  expect(record.inputs).toEqual(['containers-multiline']);
});

test('the journal is read as the journalctl of the image can, which follows the running boot alone', () => {
  expect(configOf({ inputs: [LogInput.journal()] }).sources.journal.current_boot_only ?? true).toBe(true);
});

test('metrics wait for no acknowledgement, of which Vector would warn at every start', () => {
  const { acknowledgements, sinks } = configOf();
  expect([acknowledgements.enabled, sinks.metrics.acknowledgements.enabled]).toEqual([true, false]);
});
