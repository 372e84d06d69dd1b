import {
  AgentFile, DestinationAuth, LogAlerts, LogDestination, LogFileAccess, LogInput, LogMetadata,
  LogScale, LogState, MetricsScraping, NodeAgent, Port, Resources, SecretKey, TargetCluster,
} from '../../../src';
import { DestinationKind, DestinationOf } from '../../../src/logs/destinations/destination-kinds';
import { Collector, LogSetup } from '../../../src/logs/private/collector';
import { DestinationContext } from '../../../src/logs/private/destination-context';
import { LogPipeline } from '../../../src/logs/private/log-pipeline';
import { logPreset } from '../../../src/logs/private/log-preset';
import { agentProps } from '../../../src/presets/preset';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

type Sinks = { readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: DestinationContext) => unknown };

/** A second collector: it refers to variables in another way, and knows one protocol. */
class Shovel implements Collector {
  public readonly dialect = { program: 'Shovel', tlsDirectory: '/etc/shovel/tls', variable: (name: string) => `\${env:${name}}` };
  public readonly metricsPort = Port.container('http-metrics', 8686);
  public readonly metricsPath = '/metrics';
  public readonly statePath = '/var/lib/shovel';
  public readonly stopSeconds = 40;
  public readonly hasOwnOutputs = false;
  private readonly config = { inputs: [] as string[], sinks: [] as unknown[] };

  public readonly preset = {
    application: 'shovel',
    image: 'images.example.com/shovel:1.0.0',
    container: {},
    files: [AgentFile.produced('/etc/shovel/config.json', { text: () => JSON.stringify(this.config) })],
  };

  private readonly sinks: Sinks = {
    loki: () => ({ type: 'loki' }),
    elasticsearch: refused,
    openSearch: refused,
    otlpHttp: refused,
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

  public addDestination({ _destination: destination }: LogDestination, context: DestinationContext): void {
    this.config.sinks.push(this.sinks[destination.kind](destination as never, context));
  }
}

function refused(_: unknown, context: DestinationContext): never {
  return context.refuse('it has no such sink', 'http', 'choose another destination');
}

function chartWith(more: Partial<LogSetup>) {
  const chart = testChart();
  const setup: LogSetup = {
    inputs: [LogInput.containers()],
    destinations: [LogDestination.http({ url: 'https://in.example.com', auth: DestinationAuth.bearer(SecretKey.of('sink', 'token')) })],
    metadata: LogMetadata.none(),
    fields: {},
    state: LogState.onNode(),
    access: LogFileAccess.root(),
    resources: Resources.none(),
    scale: LogScale.standard(),
    cluster: TargetCluster.of(chart),
    ...more,
  };
  const collector = new Shovel();
  new NodeAgent(chart, 'logs', agentProps(logPreset(collector, setup, new LogPipeline(collector, setup), { scraping: MetricsScraping.podMonitor(), alerts: LogAlerts.none() }), {}));
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

test('what a collector cannot do is refused in its own name', () => {
  expect(reading(() => chartWith({ destinations: [LogDestination.otlpHttp({ url: 'http://collector:4318' })] }).toJson())).toThrow(
    "unsupported-by-collector: [test/logs] Shovel cannot do this for the destination 'otlp-http': it has no such sink; allowed: http; fix: choose another destination");
});

test.each<[string, Partial<LogSetup>]>([
  ['missing-log-destination', { destinations: [] }],
  ['unmatched-log-route', { destinations: [LogDestination.stdout({ inputs: ['audit'] })] }],
  ['log-loop', { inputs: [LogInput.containers({ includeOwnLogs: true })], destinations: [LogDestination.stdout()] }],
])('%s is found whatever the collector is', (code, setup) => {
  expect(errorsOf(chartWith(setup)).join()).toContain(code);
});
