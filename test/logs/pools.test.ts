import { App, Chart, Size } from 'cdk8s';
import {
  DestinationAuth, FluentBitLogLevel, LogAgent, LogAgentProps, LogCollector, LogCondition, LogDestination, LogFileAccess, LogFilter,
  LogInput, LogPoolOptions, LogScale, LogValue, NodeCoverage, NodePool, NodePoolOptions,
  OpenTelemetryLogLevel, Resources, Rollout, SecretKey,
} from '../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../support/golden';

const LARGE = NodeCoverage.labelled({ size: 'large' });

interface Case {
  readonly pool?: Partial<NodePoolOptions>;
  readonly options?: { [pool: string]: LogPoolOptions };
  readonly props?: Partial<LogAgentProps>;
}

function chartOf({ pool = {}, options, props = {} }: Case): Chart {
  const chart = testChart();
  new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()], pools: [NodePool.of('large', { nodes: LARGE, ...pool }), NodePool.rest()],
    poolOptions: options, ...props,
  });
  return chart;
}

const configOf = (chart: Chart, name: string) => Object.values(objectOf(chart, 'ConfigMap', name).data as { [key: string]: string })[0];
const configsOf = (chart: Chart) => chart.toJson().filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name);
const podOf = (chart: Chart, name: string) => objectOf(chart, 'DaemonSet', name).spec.template;
const containerOf = (chart: Chart, name: string) => podOf(chart, name).spec.containers[0];
const hashOf = (chart: Chart, name: string) => Object.values(podOf(chart, name).metadata.annotations)[0];
const pathsOf = (chart: Chart, name: string) => podOf(chart, name).spec.volumes.flatMap((volume: any) => volume.hostPath?.path ?? []);

describe('the buffers of a pool follow its own memory limit', () => {
  const chunks = (chart: Chart, name: string) => Number(/storage.max_chunks_up: (\d+)/.exec(configOf(chart, name))![1]);

  test('in Fluent Bit', () => {
    const chart = chartOf({ pool: { resources: Resources.of({ memory: '64Mi', memoryLimit: '128Mi' }) } });
    expect([chunks(chart, 'logs-config'), chunks(chart, 'logs-large-config')]).toEqual([67, 33]);
    expect(errorsOf(chart)).toEqual([]);
  });

  test('in Vector', () => {
    const chart = chartOf({
      pool: { resources: Resources.of({ memory: '64Mi', memoryLimit: '64Mi' }) },
      props: { collector: LogCollector.vector(), destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] },
    });
    const concurrency = (name: string) => Number(/max_concurrency_limit: (\d+)/.exec(configOf(chart, name))![1]);
    expect([concurrency('logs-config'), concurrency('logs-large-config')]).toEqual([50, 16]);
    expect(errorsOf(chart)).toEqual([]);
  });

  test('in the OpenTelemetry Collector, whose runtime is told the limit', () => {
    const chart = chartOf({
      pool: { resources: Resources.of({ memory: '64Mi', memoryLimit: '1Gi' }) },
      props: { collector: LogCollector.openTelemetryCollector() },
    });
    const limit = (name: string) => containerOf(chart, name).env.find((variable: any) => variable.name === 'GOMEMLIMIT').value;
    expect([limit('logs'), limit('logs-large')]).toEqual(['204MiB', '819MiB']);
    expect(errorsOf(chart)).toEqual([]);
  });

  test('and are the largest where the pool has no limit', () => {
    expect(chunks(chartOf({ pool: { resources: Resources.none() } }), 'logs-large-config')).toBe(128);
    expect(chunks(chartOf({ pool: { resources: Resources.of({ memory: '32Mi' }) } }), 'logs-large-config')).toBe(128);
  });
});

test('pools with the memory of the agent and no options share its ConfigMap', () => {
  for (const resources of [undefined, Resources.of({ cpu: '1' }), Resources.of({ memory: '128Mi', memoryLimit: '256Mi' })]) {
    const chart = chartOf({ pool: { resources } });
    expect(configsOf(chart)).toEqual(['logs-config']);
    expect(hashOf(chart, 'logs-large')).toBe(hashOf(chart, 'logs'));
  }
});

test('options of a pool change nothing of the rest', () => {
  const without = chartOf({});
  const chart = chartOf({
    options: {
      large: {
        collector: LogCollector.fluentBit({ logLevel: FluentBitLogLevel.DEBUG }), inputs: [LogInput.journal()], scale: LogScale.large(),
      },
    },
  });
  expect(objectOf(chart, 'DaemonSet', 'logs')).toEqual(objectOf(without, 'DaemonSet', 'logs'));
  expect(objectOf(chart, 'ConfigMap', 'logs-config')).toEqual(objectOf(without, 'ConfigMap', 'logs-config'));
  expect(objectOf(chart, 'DaemonSet', 'logs-large').spec.selector).toEqual(objectOf(without, 'DaemonSet', 'logs-large').spec.selector);
});

test('a pool mounts the ConfigMap that is named after it, and rolls when that changes', () => {
  const [
    one, other,
  ] = [1, 2].map(gib => chartOf({ options: { large: { collector: LogCollector.fluentBit({ keepRejected: Size.gibibytes(gib) }) } } }));
  const volume = podOf(one, 'logs-large').spec.volumes.find((each: any) => each.configMap !== undefined);
  expect(volume.configMap.name).toBe('logs-large-config');
  expect(hashOf(one, 'logs-large')).not.toBe(hashOf(other, 'logs-large'));
  expect(hashOf(one, 'logs')).toBe(hashOf(other, 'logs'));
});

test('a pool that reads more mounts what it reads, and the rest does not', () => {
  const chart = chartOf({
    options: { large: { inputs: [LogInput.containers(), LogInput.kubernetesAudit({ path: '/var/lib/audit/audit.log' })] } },
  });
  expect(pathsOf(chart, 'logs-large')).toContain('/var/lib/audit');
  expect(pathsOf(chart, 'logs')).not.toContain('/var/lib/audit');
});

test('a pool that reads less neither mounts the rest nor has a right that only the rest needs', () => {
  const chart = chartOf({ options: { large: { inputs: [LogInput.files('app', ['/srv/app/*.log'])] } } });
  expect(pathsOf(chart, 'logs-large').sort()).toEqual(['/srv/app', '/var/lib/node-agents/node-agents.logs']);
  const mounts = (name: string) => containerOf(chart, name).volumeMounts.map((mount: any) => mount.mountPath);
  expect(mounts('logs')).toContain('/var/run/secrets/kubernetes.io/serviceaccount');
  expect(mounts('logs-large')).not.toContain('/var/run/secrets/kubernetes.io/serviceaccount');
  expect(errorsOf(chart)).toEqual([]);
});

test('a pool with destinations of its own has their credentials, and no others', () => {
  const loki = (name: string) => LogDestination.loki({
    name, url: `https://${name}.example.com`, auth: DestinationAuth.bearer(SecretKey.of(name, 'token')),
  });
  const chart = chartOf({ options: { large: { destinations: [loki('second')] } }, props: { destinations: [loki('first')] } });
  const others = (name: string) => JSON.stringify(podOf(chart, name)).match(/"name":"(first|second)"/g);
  expect([...new Set(others('logs'))]).toEqual(['"name":"first"']);
  expect([...new Set(others('logs-large'))]).toEqual(['"name":"second"']);
});

test('what is added later is added to all pools but those that say what they have', () => {
  const chart = testChart();
  const agent = new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()],
    pools: [NodePool.of('a', { nodes: LARGE }), NodePool.of('b', { nodes: NodeCoverage.labelled({ size: 'b' }) }), NodePool.rest()],
    poolOptions: { a: { destinations: [LogDestination.stdout({ name: 'own' })] }, b: { fields: { pool: LogValue.text('b') } } },
  });
  agent.addDestination(LogDestination.loki({ url: 'https://loki.example.com' }));
  agent.addFilter(LogFilter.drop(LogCondition.exists(LogValue.field('debug'))));
  const has = (text: string) => ['logs-config', 'logs-a-config', 'logs-b-config'].map(name => configOf(chart, name).includes(text));
  expect(has('loki.example.com')).toEqual([true, false, true]);
  expect(has('debug')).toEqual([true, true, true]);
  expect(errorsOf(chart)).toEqual([]);
});

test('a pool follows the scale that it has: also its rollout, unless it has one', () => {
  const scaled = (pool: Partial<NodePoolOptions>) => objectOf(
    chartOf({ pool, options: { large: { scale: LogScale.large() } } }), 'DaemonSet', 'logs-large',
  ).spec;
  expect(scaled({})).toMatchObject({ minReadySeconds: 10, updateStrategy: { rollingUpdate: { maxUnavailable: '5%' } } });
  expect(scaled({ rollout: Rollout.count(2) }).updateStrategy.rollingUpdate.maxUnavailable).toBe(2);
});

test('a collector that is not root owns its state by one init container of the same name in all pools', () => {
  const chart = testChart();
  const agent = new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()], access: LogFileAccess.nonRoot(1000),
    pools: [
      ...['a', 'b', 'c'].map(name => NodePool.of(name, { nodes: NodeCoverage.labelled({ size: name }) })), NodePool.rest(),
    ],
    poolOptions: Object.fromEntries(['a', 'b', 'c'].map(name => [name, { fields: { pool: LogValue.text(name) } }])),
  });
  expect(errorsOf(chart)).toEqual([]);
  for (const name of ['logs', 'logs-a', 'logs-b', 'logs-c']) {
    expect(podOf(chart, name).spec.initContainers.map((container: any) => container.name)).toEqual(['own-state']);
  }
  const rights = agent.privileges.map(({ name, container }) => `${container}.${name}`);
  expect(rights.filter(right => right.startsWith('own-state.')))
    .toEqual(['root', 'CHOWN', 'DAC_READ_SEARCH'].map(right => `own-state.${right}`));
});

test('a canary tries another configuration and the image that it is for', () => {
  const chart = testChart();
  new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()], collector: LogCollector.openTelemetryCollector({ version: '0.149.0' }),
    pools: [NodePool.canary('canary', { nodes: LARGE }), NodePool.rest()],
    poolOptions: {
      canary: { collector: LogCollector.openTelemetryCollector({ version: '0.150.0', logLevel: OpenTelemetryLogLevel.DEBUG }) },
    },
  });
  expect([containerOf(chart, 'logs').image, containerOf(chart, 'logs-canary').image].map(image => image.split(':')[1])).toEqual([
    '0.149.0', '0.150.0',
  ]);
  expect(podOf(chart, 'logs-canary').metadata.labels['cdk8s-node-agents/track']).toBe('canary');
  expect(configOf(chart, 'logs-canary-config')).toContain('level: debug');
});

describe('what a pool cannot have', () => {
  const errors = (options: { [pool: string]: LogPoolOptions }, props: Partial<LogAgentProps> = {}) =>
    errorsOf(chartOf({ options, props })).map(text => /invalid-node-pool: .*?;/.exec(text)?.[0] ?? text);

  test.each<[string, { [pool: string]: LogPoolOptions }, Partial<LogAgentProps>]>([
    ['options of a pool that the agent does not have', { larg: { scale: LogScale.large() } }, {}],
    ['another program', { large: { collector: LogCollector.vector() } }, {}],
    [
      'other arguments', { large: { collector: LogCollector.openTelemetryCollector({ featureGates: ['some.gate'] }) } },
      { collector: LogCollector.openTelemetryCollector() },
    ],
    ['other probes', { large: { collector: LogCollector.vector({ apiPort: 8686 }) } }, { collector: LogCollector.vector() }],
  ])('is %s', (_, options, props) => {
    expect(errors(options, props)).toEqual([expect.stringMatching(/^invalid-node-pool: /)]);
  });

  test('is nothing that is wrong in any agent: it is found in the pool', () => {
    const found = errors({ large: { destinations: [LogDestination.stdout({ inputs: ['journal'] })] } });
    expect(found).toEqual([expect.stringContaining('unmatched-log-route')]);
  });
});

test('pools with configurations of their own are written as the golden YAML says', () => {
  const chart = new Chart(new App(), 'logging', { namespace: 'logging' });
  new LogAgent(chart, 'logs', {
    destinations: [LogDestination.stdout()],
    pools: [
      NodePool.of('large', { nodes: LARGE, resources: Resources.of({ memory: '512Mi', memoryLimit: '1Gi' }) }),
      NodePool.of('control-plane', { nodes: NodeCoverage.labelled({ 'node-role.kubernetes.io/control-plane': '' }) }),
      NodePool.rest(),
    ],
    poolOptions: { 'control-plane': { inputs: [LogInput.containers(), LogInput.kubernetesAudit()] } },
  });
  expectGolden('logs-pools', chart);
});
