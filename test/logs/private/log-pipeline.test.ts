import {
  AgentFile, DestinationAuth, LogCollector, LogCompression, LogDestination, LogFileAccess, LogInput, LogMetadata, LogScale, LogState,
  MetricsAlerts, MetricsScraping,
  MultilineLogs, NodeAgent, Port, Resources, SecretKey, TargetCluster,
} from '../../../src';
import { DestinationKind, DestinationOf } from '../../../src/logs/destinations/destination-kinds';
import { FLUENT_BIT_SUPPORT } from '../../../src/logs/fluent-bit/support';
import { Collector, LogSetup } from '../../../src/logs/private/collector';
import { DestinationContext } from '../../../src/logs/private/destination-context';
import { logPreset } from '../../../src/logs/private/log-preset';
import { LogProgram } from '../../../src/logs/private/log-program';
import { nodeSystemOf } from '../../../src/logs/private/node-system';
import { CollectorSupport } from '../../../src/logs/support/collector-support';
import { agentProps } from '../../../src/presets/preset';
import { readErrorLine } from '../../../src/private/agent-error';
import { Finding } from '../../../src/private/finding';
import { errorsOf, objectOf, testChart } from '../../support/golden';

type Sinks = { readonly [Kind in DestinationKind]?: (destination: DestinationOf<Kind>, context: DestinationContext) => unknown };

/** A second collector: it refers to variables in another way, and knows one protocol. */
class Shovel implements Collector {
  public readonly dialect = { program: 'Shovel', tlsDirectory: '/etc/shovel/tls', variable: (name: string) => `\${env:${name}}` };
  public readonly support = SUPPORT;
  public readonly metricsPort = Port.container('http-metrics', 8686);
  public readonly metricsPath = '/metrics';
  public readonly statePath = '/var/lib/shovel';
  public readonly configArguments = { path: '/etc/shovel/config.json', flags: ['--dig'] };
  public readonly stopSeconds = 40;
  public readonly hasOwnOutputs = false;
  public readonly alertQueries = {
    dropped: String, undelivered: String, bufferFree: String, notRead: String, destination: 'sink', whenFull: 'When it is full it stops.',
  };
  private readonly config = { inputs: [] as string[], sinks: [] as unknown[] };

  public readonly preset = {
    application: 'shovel',
    image: 'images.example.com/shovel:1.0.0',
    container: { args: ['--dig=/etc/shovel/config.json'] },
    files: [AgentFile.produced('/etc/shovel/config.json', { text: () => JSON.stringify(this.config) })],
  };

  private readonly sinks: Sinks = {
    loki: () => ({ type: 'loki' }),
    http: ({ endpoint, compression, options: { auth, tls } }, context) => ({
      host: endpoint.host,
      path: endpoint.path,
      compression: compression(context.cluster),
      token: auth && context.secret('token', auth._details.token!),
      ca: tls && context.file('ca.crt', path => tls.caCertificate!._at(path)),
    }),
    stdout: () => ({ type: 'console' }),
  };

  public contribute(): void {}

  public addInput({ name }: LogInput): void {
    this.config.inputs.push(name);
  }

  public addFilter(): void {}

  public addDestination({ _destination: destination }: LogDestination, context: DestinationContext): void {
    this.config.sinks.push((this.sinks[destination.kind] ?? never)(destination as never, context));
  }
}

/** The pipeline asks for nothing that the collector said it cannot do. */
function never(): never {
  throw new Error('asked for what is not supported');
}

const SUPPORT: CollectorSupport = {
  ...FLUENT_BIT_SUPPORT,
  program: 'Shovel',
  factory: 'LogCollector.shovel()',
  metadata: ['none'],
  runsOnWindows: false,
  inputs: {
    ...FLUENT_BIT_SUPPORT.inputs, journal: { cannot: 'it reads files alone' },
    containers: { files: ['current'], format: ['cri'], multiline: [] },
  },
  destinations: {
    ...FLUENT_BIT_SUPPORT.destinations,
    elasticsearch: { cannot: 'it has no such sink' },
    openSearch: { cannot: 'it has no such sink' },
    otlpHttp: { cannot: 'it has no such sink' },
    http: { auth: ['bearer'], compression: [], format: ['json'] },
  },
};

function chartWith(more: Partial<LogSetup>) {
  const chart = testChart();
  const setup: LogSetup = {
    inputs: [LogInput.containers()],
    destinations: [LogDestination.http({ url: 'https://in.example.com', auth: DestinationAuth.bearer(SecretKey.of('sink', 'token')) })],
    filters: [],
    metadata: LogMetadata.none(),
    fields: {},
    state: LogState.onNode(),
    system: nodeSystemOf(undefined),
    access: LogFileAccess.root(),
    resources: Resources.none(),
    scale: LogScale.standard(),
    cluster: TargetCluster.of(chart),
    ...more,
  };
  const collector = new Shovel();
  const program = new LogProgram({ _for: () => collector } as unknown as LogCollector, setup);
  new NodeAgent(
    chart, 'logs',
    agentProps(logPreset(program, program.features, { scraping: MetricsScraping.podMonitor(), alerts: MetricsAlerts.none() }), {}),
  );
  return chart;
}

test('a second collector gets mounts, state, credentials and the monitor without a line of its own', () => {
  const chart = chartWith({});
  expect(errorsOf(chart)).toEqual([]);
  expect(JSON.parse(objectOf(chart, 'ConfigMap').data['config.json'])).toEqual({
    inputs: ['containers'], sinks: [{ host: 'in.example.com', path: '/', compression: 'none', token: '${env:HTTP_TOKEN}' }],
  });
  const { spec } = objectOf(chart, 'DaemonSet').spec.template;
  expect(spec.terminationGracePeriodSeconds).toBe(50);
  const [container] = spec.containers;
  expect(container.env).toEqual([{ name: 'HTTP_TOKEN', valueFrom: { secretKeyRef: { name: 'sink', key: 'token' } } }]);
  expect(container.volumeMounts.map((mount: any) => mount.mountPath)).toEqual(expect.arrayContaining(['/var/lib/shovel', '/var/log']));
  expect(objectOf(chart, 'PodMonitor').spec.podMetricsEndpoints[0].port).toBe('http-metrics');
});

test.each<[string, Partial<LogSetup>, Partial<Finding>]>([
  ['a kind of destination', { destinations: [LogDestination.otlpHttp({ url: 'http://collector:4318' })] },
    { given: 'otlpHttp', allowed: undefined, fix: expect.stringContaining('use a collector that can: LogCollector.fluentBit()') }],
  ['a value of an option', { destinations: [LogDestination.http({ url: 'http://in', compression: LogCompression.ZSTD })] },
    { given: 'compression: zstd', fix: expect.stringContaining('use a collector that can: LogCollector.fluentBit()') }],
  ['a value that no collector has', {
    destinations: [LogDestination.http({ url: 'http://in', auth: DestinationAuth.apiKey(SecretKey.of('sink', 'key')) })],
  },
  { given: 'auth: apiKey', allowed: 'bearer', fix: 'choose one of those' }],
  [
    'a kind of input', { inputs: [LogInput.journal()] },
    { given: 'journal', fix: expect.stringContaining('use a collector that can: LogCollector.fluentBit()') },
  ],
  ['a value of an option of an input', { inputs: [LogInput.containers({ multiline: [MultilineLogs.java()] })] },
    { given: 'multiline: java', fix: expect.stringContaining('use a collector that can: LogCollector.fluentBit()') }],
  ['a source of metadata', { metadata: LogMetadata.fromApi() },
    {
      given: 'metadata: api', allowed: 'none',
      fix: expect.stringContaining('choose one of those, or use a collector that can: LogCollector.fluentBit()'),
    }],
])('%s that a collector does not have is refused by the pipeline, with a collector that has it', (_, setup, expected) => {
  const chart = chartWith(setup);
  const found = errorsOf(chart);
  expect(found).toHaveLength(1);
  expect(readErrorLine(found[0].replace(/^\[[^\]]*\] /, ''))).toMatchObject({ code: 'unsupported-by-collector', ...expected });
});

test.each<[string, Partial<LogSetup>]>([
  ['missing-log-destination', { destinations: [] }],
  ['unmatched-log-route', { destinations: [LogDestination.stdout({ inputs: ['audit'] })] }],
  ['log-loop', { inputs: [LogInput.containers({ includeOwnLogs: true })], destinations: [LogDestination.stdout()] }],
])('%s is found whatever the collector is', (code, setup) => {
  expect(errorsOf(chartWith(setup)).join()).toContain(code);
});
