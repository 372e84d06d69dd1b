import { Duration, Size } from 'cdk8s';
import { agentOf, configOf, configText, podOf, problemsOf } from './log-config';
import {
  AgentService, CaCertificate, ContainerSecurity, DestinationAuth, EnvValue, KubernetesVersion, LogAgent, LogAgentProps, LogCollector,
  LogDestination, LogFileAccess, LogInput, LogMetadata, LogState, LogValue, MetricsScraping, NodeCoverage, PodSecurityContext, Probe,
  Resources, Rollout,
  SecretKey, TargetCluster,
} from '../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

test('one line makes an agent that loses nothing, and says so in readable YAML', () => {
  const chart = testChart();
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
  expectGolden('logs', chart);
});

test('an agent that reads more than containers, and asks nobody', () => {
  const chart = testChart();
  new LogAgent(chart, 'logs', {
    destinations: [
      LogDestination.elasticsearch({
        url: 'https://es.example.com', auth: DestinationAuth.apiKey(SecretKey.of('es', 'key')),
        tls: { caCertificate: CaCertificate.configMap('bundle', 'ca.crt') },
      }),
      LogDestination.stdout({ inputs: ['audit', 'journal'] }),
    ],
    inputs: [LogInput.containers(), LogInput.journal({ units: ['kubelet.service'] }), LogInput.files('audit', ['/var/log/audit/*.log'])],
    metadata: LogMetadata.fromFileName(),
    annotateReasons: true,
    scraping: MetricsScraping.podMonitor({ labels: { release: 'prometheus' } }),
  });
  expectGolden('logs-sources', chart);
});

test('fields that every record gets are written by a processor, which takes any text', () => {
  const { inputs } = configOf({ fields: { node: LogValue.nodeName(), cluster: LogValue.text('the "big" one') } }).pipeline;
  expect(inputs[0].processors.logs).toEqual([
    { name: 'content_modifier', action: 'upsert', key: 'cluster', value: 'the "big" one' },
    { name: 'content_modifier', action: 'upsert', key: 'node', value: '${NODE_NAME}' },
  ]);
});

test('a destination or input that is added later is in the configuration, and rolls the pods', () => {
  const chart = testChart();
  const agent = agentOf({ destinations: [] }, chart);
  agent.addDestination(LogDestination.stdout());
  const before = objectOf(chart, 'DaemonSet').spec.template.metadata.annotations;
  agent.addDestination(LogDestination.http({ url: 'http://web', auth: DestinationAuth.bearer(SecretKey.of('web', 'token')) }));
  agent.addInput(LogInput.journal());

  expect(configText(chart)).toContain('Authorization Bearer ${HTTP_TOKEN}');
  expect(configText(chart)).toContain('name: systemd');
  const { annotations } = objectOf(chart, 'DaemonSet').spec.template.metadata;
  expect(annotations['checksum/config']).not.toEqual(before['checksum/config']);
  const [container] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(container.env.find((variable: any) => variable.name === 'HTTP_TOKEN')).toEqual({
    name: 'HTTP_TOKEN', valueFrom: { secretKeyRef: { name: 'web', key: 'token' } },
  });
  expect(container.volumeMounts.map((mount: any) => mount.mountPath)).toContain('/etc/machine-id');
});

test('one collector serves any number of agents', () => {
  const chart = testChart();
  const shared = LogCollector.fluentBit();
  const on = (size: string) => ({ collector: shared, nodes: NodeCoverage.labelled({ size }) });
  new LogAgent(chart, 'one', { ...on('large'), destinations: [LogDestination.stdout()] });
  new LogAgent(chart, 'two', { ...on('small'), destinations: [LogDestination.loki({ url: 'http://loki:3100' })] });
  expect(objectOf(chart, 'ConfigMap', 'one-config').data['fluent-bit.yaml']).not.toContain('loki');
  expect(objectOf(chart, 'ConfigMap', 'two-config').data['fluent-bit.yaml']).toContain('loki');
});

test('state is in a directory of the node that is named after namespace and agent', () => {
  expect(podOf().volumes).toContainEqual({
    name: 'state', hostPath: { path: '/var/lib/node-agents/node-agents.logs', type: 'DirectoryOrCreate' },
  });
  expect(podOf({ state: LogState.onNodeAt('/var/lib/my-logs') }).volumes).toContainEqual({
    name: 'state', hostPath: { path: '/var/lib/my-logs', type: 'DirectoryOrCreate' },
  });
  expect(podOf({ state: LogState.withPod() }).volumes).toContainEqual({ name: 'state', emptyDir: {} });
});

test('two agents cannot share a directory of a node', () => {
  const chart = testChart();
  new LogAgent(chart, 'one', { destinations: [LogDestination.stdout()], state: LogState.onNodeAt('/var/lib/shared') });
  new LogAgent(chart, 'two', { destinations: [LogDestination.stdout()], state: LogState.onNodeAt('/var/lib/shared') });
  expect(errorsOf(chart).join()).toMatch(/\[test\/two\] host-state-conflict: .*\/var\/lib\/shared/);
});

test('a rollout that starts the new pod next to the old one is refused, unless state goes with the pod', () => {
  expect(problemsOf({ rollout: Rollout.surgePercent(10) })).toEqual([
    expect.stringMatching(/^\[test\/logs\] rollout-deadlock: .*\/var\/lib\/node-agents\/node-agents\.logs/),
  ]);
  expect(problemsOf({ rollout: Rollout.surgePercent(10), state: LogState.withPod() })).toEqual([]);
});

test.each<[string, Partial<ConstructorParameters<typeof LogAgent>[2]>, string[]]>([
  ['from the API', {}, ['pods: get']],
  ['from the API with labels of namespaces', { metadata: LogMetadata.fromApi({ namespaceLabels: true }) }, ['namespaces,pods: get']],
  ['from the kubelet of an old cluster', { metadata: LogMetadata.fromKubelet({ grantNodesProxy: true }) }, ['nodes/proxy: get']],
  ['from file names', { metadata: LogMetadata.fromFileName() }, []],
  ['from nowhere', { metadata: LogMetadata.none() }, []],
  ['without containers', { inputs: [LogInput.journal()] }, []],
])('metadata %s needs exactly what it asks for', (_, props, expected) => {
  const chart = testChart();
  agentOf(props, chart);
  const rules = objectOf(chart, 'ClusterRole')?.rules ?? [];
  expect(rules.map((rule: any) => `${rule.resources}: ${rule.verbs}`).sort()).toEqual([...expected].sort());
  expect(objectOf(chart, 'ServiceAccount') === undefined).toEqual(expected.length === 0);
  const { volumes } = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect(volumes.some((volume: any) => volume.name === 'kube-api-access')).toEqual(expected.length > 0);
});

test('metadata from the kubelet asks for nodes/pods from Kubernetes 1.33 on, and is an error before', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33 });
  agentOf({ metadata: LogMetadata.fromKubelet() }, chart);
  expect(objectOf(chart, 'ClusterRole').rules).toEqual([{ apiGroups: [''], resources: ['nodes/pods'], verbs: ['get'] }]);
  expect(problemsOf({ metadata: LogMetadata.fromKubelet() })).toEqual([
    refusal('field-too-new', { at: 'test/logs', given: 'kubernetesVersion 1.28', allowed: '1.33 or newer', names: ['nodes/pods', '1.33'] }),
  ]);
});

test('the agent is root without any capability, and asks for one by name to read files of others', () => {
  expect(podOf().containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsNonRoot: false, runAsUser: 0,
    runAsGroup: 0,
  });
  expect(podOf({ access: LogFileAccess.rootBypassingPermissions() }).containers[0].securityContext.capabilities).toEqual({
    add: ['DAC_READ_SEARCH'], drop: ['ALL'],
  });
});

test('a non-root agent is in the group of root, and gets the directory of its state from an init container', () => {
  const pod = podOf({ access: LogFileAccess.nonRoot(65532) });
  expect(pod.containers[0].securityContext).toMatchObject({ runAsUser: 65532, runAsNonRoot: true });
  expect(pod.securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' }, supplementalGroups: [0] });
  expect(pod.initContainers).toEqual([expect.objectContaining({
    name: 'own-state',
    image: 'docker.io/library/busybox:1.37.0',
    command: ['chown', '-R', '65532:65532', '/var/lib/fluent-bit'],
    securityContext: expect.objectContaining({ capabilities: { add: ['CHOWN', 'DAC_READ_SEARCH'], drop: ['ALL'] }, runAsUser: 0 }),
  })]);
  expect(podOf({ access: LogFileAccess.nonRoot(65532, { stateIsPrepared: true }) }).initContainers).toBeUndefined();
  expect(podOf({ access: LogFileAccess.nonRoot(65532), state: LogState.withPod() }).initContainers).toBeUndefined();
});

test('an agent that would run, be healthy and ship nothing is refused', () => {
  expect(problemsOf({ securityContext: ContainerSecurity.nonRoot(1000), state: LogState.withPod() })).toEqual([
    refusal('invalid-collector-config', { at: 'test/logs', given: 'the user 1000', allowed: 'ContainerSecurity.root(reason)' }),
  ]);
  expect(problemsOf({ access: LogFileAccess.nonRoot(1000), podSecurityContext: PodSecurityContext.runtimeDefault() })).toEqual([
    refusal('invalid-collector-config', { at: 'test/logs', allowed: '`supplementalGroups: [0]`', names: ['LogFileAccess.nonRoot'] }),
  ]);
  expect(problemsOf({ securityContext: ContainerSecurity.none() })).toEqual([]);
  expect(problemsOf({ access: LogFileAccess.nonRoot(1000), inputs: [LogInput.journal()] })).toEqual([
    refusal('invalid-collector-config', { at: 'test/logs', allowed: 'LogFileAccess.root()', names: ['LogFileAccess.nonRoot', 'journal'] }),
  ]);
  expect(problemsOf({
    access: LogFileAccess.nonRoot(1000), inputs: [LogInput.journal()],
    podSecurityContext: PodSecurityContext.of({ supplementalGroups: [0, 190] }),
  })).toEqual([]);
});

describe('the configuration that is checked is the one that runs', () => {
  const codes = (props: Partial<LogAgentProps>) => problemsOf(props).map(line => /\] ([\w-]+):/.exec(line)?.[1]);
  const collectors: Array<[string, LogCollector, string, string]> = [
    ['Fluent Bit', LogCollector.fluentBit(), '/fluent-bit/etc/conf/fluent-bit.yaml', '-i'],
    ['Vector', LogCollector.vector(), '/etc/vector/vector.yaml', '--config-dir'],
    ['the OpenTelemetry Collector', LogCollector.openTelemetryCollector(), '/etc/otelcol/config.yaml', '--set'],
  ];

  test.each(collectors)('%s: another file is refused', (_, collector) => {
    expect(codes({ collector, overrides: { args: ['--config=/etc/other.yaml'] } })).toEqual(['invalid-collector-config']);
    expect(codes({ collector, overrides: { args: ['--config', '/etc/other.yaml'] } })).toEqual(['invalid-collector-config']);
    expect(codes({ collector, overrides: { args: ['--verbose'] } })).toEqual(['invalid-collector-config']);
  });

  test.each(collectors)('%s: parts of another one are refused', (_, collector, path, flag) => {
    expect(codes({ collector, overrides: { args: [`--config=${path}`, flag, 'x'] } })).toEqual(['invalid-collector-config']);
    expect(codes({ collector, overrides: { args: [`--config=${path}`, '--config=/etc/more.yaml'] } })).toEqual([
      'invalid-collector-config',
    ]);
  });

  test.each(collectors)('%s: other arguments and a script are free', (_, collector, path) => {
    expect(codes({ collector, overrides: { args: ['--verbose', `--config=${path}`] } })).toEqual([]);
    expect(codes({ collector, overrides: { command: ['sh', '-c', `exec collector --config ${path}`], args: [] } })).toEqual([]);
    expect(codes({ collector, overrides: { command: ['sh', '-c', 'exec collector'], args: [] } })).toEqual(['invalid-collector-config']);
  });
});

test('an agent without a destination is refused, unless an output is written by hand', () => {
  expect(problemsOf({ destinations: [] })).toEqual([
    refusal('missing-log-destination', { at: 'test/logs', given: '`destinations` is empty' }),
  ]);
  expect(problemsOf({
    destinations: [], collector: LogCollector.fluentBit({ extraConfig: { outputs: [{ name: 'null', match: '*' }] } }),
  })).toEqual([]);
});

test('the pod is given more time to stop than the collector takes', () => {
  expect(podOf().terminationGracePeriodSeconds).toBe(30);
  expect(podOf({ collector: LogCollector.fluentBit({ shutdownGrace: Duration.minutes(1) }) }).terminationGracePeriodSeconds).toBe(70);
  expect(problemsOf({ terminationGracePeriod: Duration.seconds(10) })).toEqual([
    refusal('invalid-collector-config', { at: 'test/logs', names: ['terminationGracePeriod', '10', '15', 'terminationGracePeriod', '20'] }),
  ]);
});

test('defaults can be changed and switched off', () => {
  const chart = testChart();
  const agent = agentOf({
    name: 'shipper',
    port: 2021,
    services: [],
    livenessProbe: Probe.none(),
    readinessProbe: Probe.none(),
    resources: Resources.none(),
    env: { HTTP_PROXY: EnvValue.of('http://proxy:3128') },
    overrides: { imagePullPolicy: 'Always' },
    collector: LogCollector.fluentBit({ image: 'images.example.com/fluent-bit:5.1.1', keepRejected: Size.mebibytes(64) }),
  }, chart);
  const [container] = objectOf(chart, 'DaemonSet', 'shipper').spec.template.spec.containers;
  expect(container).toMatchObject({
    image: 'images.example.com/fluent-bit:5.1.1', imagePullPolicy: 'Always', ports: [{ name: 'http-metrics', containerPort: 2021 }],
  });
  expect(container.livenessProbe ?? container.readinessProbe ?? container.resources).toBeUndefined();
  expect(container.env[0]).toEqual({ name: 'HTTP_PROXY', value: 'http://proxy:3128' });
  expect(objectOf(chart, 'Service')).toBeUndefined();
  expect(configText(chart)).toContain('http_port: 2021');
  expect(configText(chart)).toContain('storage.rejected.limit: 67M');
  expect(agent.metricsPort.containerPort).toBe(2021);
});

test('a pod monitor knows the port and the path', () => {
  const chart = testChart();
  agentOf({ scraping: MetricsScraping.podMonitor() }, chart);
  expect(
    objectOf(chart, 'PodMonitor').spec.podMetricsEndpoints[0],
  ).toMatchObject({ port: 'http-metrics', path: '/api/v2/metrics/prometheus' });
});

test('services of your own take the place of the headless one', () => {
  const chart = testChart();
  const agent = agentOf({ services: [] }, chart);
  agent.plan.addService(AgentService.clusterIp([agent.metricsPort]));
  expect(objectOf(chart, 'Service').spec.clusterIP).toBeUndefined();
});

test('a credential cannot be replaced by a text', () => {
  const destinations = [
    LogDestination.loki({ url: 'http://loki:3100', auth: DestinationAuth.basic('me', SecretKey.of('loki', 'password')) }),
  ];
  expect(problemsOf({ destinations, env: { LOKI_PASSWORD: EnvValue.of('secret') } })[0]).toEqual(
    refusal('literal-credential', { at: 'test/logs', given: 'env: { LOKI_PASSWORD: EnvValue.of(...) }', names: ['LOKI_PASSWORD'] }));
  expect(problemsOf({ destinations, env: { LOKI_PASSWORD: EnvValue.secret('other', 'password') } })).toEqual([]);
});

test('memory that chunks may take follows from the memory limit', () => {
  const service = (memoryLimit?: string) => configOf({ resources: Resources.of({ memoryLimit }) }).service;
  const derived = (memoryLimit?: string) => [
    service(memoryLimit)['storage.max_chunks_up'], service(memoryLimit)['storage.backlog.mem_limit'],
  ];
  expect(derived('256Mi')).toEqual([67, '16M']);
  expect(derived('64Mi')).toEqual([16, '5M']);
  expect(derived('10Mi')).toEqual([4, '5M']);
  expect(derived('2Gi')).toEqual([128, '32M']);
  expect(derived()).toEqual([128, '32M']);
});

test('health and metrics are served at the address of the pod, and never where probes do not reach them', () => {
  expect(configOf().service.http_listen).toBe('${POD_IP}');
  expect(podOf().containers[0].env).toContainEqual({ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } });
  const listening = (listenAddress: string) => reading(() => agentOf({ collector: LogCollector.fluentBit({ listenAddress }) }));
  for (const address of [
    '127.0.0.1', '127.1.2.3', '::1', '0:0:0:0:0:0:0:1', 'localhost',
  ]) {expect(listening(address)).toThrow('invalid-collector-config');}
  for (const address of ['0.0.0.0', '::', '10.0.0.1', 'fd00::1']) {expect(listening(address)).not.toThrow();}
});
