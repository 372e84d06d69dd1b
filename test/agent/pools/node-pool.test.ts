import { App, Chart, Duration, JsonPatch, Lazy } from 'cdk8s';
import {
  ContainerSecurity,
  AgentFile, AgentIdentity, AgentNetworkPolicy, AgentService, Checks, CsiDriver, CsiNodePlugin, EnvValue, FleetApp, HostNamespace, HostPath,
  LogAgent, LogDestination, MetricsExporter, NodeAgent,
  NodeAgentProps, NodeCoverage, NodePool, NodePoolOptions, Port, Priority, PrometheusMonitor, Resources, Rollout, TargetCluster, Toleration,
} from '../../../src';
import { selectsLabels } from '../../../src/cluster/label-selector';
import { errorsOf, expectStrict, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, problemsOf } from '../make-agent';

const ROOT = ContainerSecurity.root('writes its own state');

const LARGE = NodeCoverage.labelled({ size: 'large' });

function poolsWith(options: Partial<NodePoolOptions>): NodePool[] {
  return [NodePool.of('large', { nodes: LARGE, ...options }), NodePool.rest()];
}

/** The DaemonSet of the pool `large`. */
function largeOf(options: Partial<NodePoolOptions>, props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()): any {
  makeAgent({ pools: poolsWith(options), ...props }, chart);
  return objectOf(chart, 'DaemonSet', 'agent-large');
}

const containerOf = (daemonSet: any) => daemonSet.spec.template.spec.containers[0];

describe('an agent with pools', () => {
  const port = Port.container('http', 8080);
  const chart = testChart();
  makeAgent({
    identity: AgentIdentity.standard('program'), pools: poolsWith({}), ports: [port], services: [AgentService.headless([port])],
    networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [port] })],
    monitors: [PrometheusMonitor.podMonitor(port)], files: [AgentFile.text('/etc/program/program.yaml', 'a: b')],
  }, chart);
  const objects = chart.toJson();
  const [rest, large] = objects.filter(({ kind }) => kind === 'DaemonSet');

  test('has a DaemonSet for each, the rest first', () => {
    expect([rest, large].map(({ metadata }) => metadata.name)).toEqual(['agent', 'agent-large']);
    expectStrict(objects, 28);
  });

  test('keeps the selector of the agent without pools for the rest', () => {
    const without = testChart();
    makeAgent({ identity: AgentIdentity.standard('program') }, without);
    expect(rest.spec.selector).toEqual(objectOf(without, 'DaemonSet').spec.selector);
    expect(rest.metadata).toEqual(objectOf(without, 'DaemonSet').metadata);
  });

  test('tells the pods of a pool by their instance', () => {
    expect(large.spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'program', 'app.kubernetes.io/instance': 'agent-large' });
    expect(selectsLabels(rest.spec.selector, large.spec.template.metadata.labels)).toBe(false);
    expect(selectsLabels(large.spec.selector, rest.spec.template.metadata.labels)).toBe(false);
    expect(large.metadata.labels['app.kubernetes.io/instance']).toBe('agent-large');
  });

  test('has Services, monitors and policies that select the pods of all pools', () => {
    const { Service, PodMonitor, NetworkPolicy } = Object.fromEntries(objects.map(object => [object.kind, object]));
    const shared = { 'cdk8s-node-agents/agent': 'agent' };
    expect([Service.spec.selector, PodMonitor.spec.selector.matchLabels, NetworkPolicy.spec.podSelector.matchLabels]).toEqual([
      shared, shared, shared,
    ]);
    [rest, large].forEach(({ spec }) => expect(spec.template.metadata.labels).toMatchObject(shared));
  });

  test('shares its files, whose changes roll all pools', () => {
    expect(objects.filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(1);
    expect(large.spec.template.metadata.annotations).toEqual(rest.spec.template.metadata.annotations);
  });

  test('has no finding about pools that take the same ports, paths and state', () => {
    const all = testChart();
    const agent = new NodeAgent(all, 'agent', {
      image: 'example.com/agent:1.0.0', ports: [Port.host('http', 9100)],
      hostNamespaces: [HostNamespace.network('looks at the network of the node')],
      securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')],
      pools: [...poolsWith({}), NodePool.canary('canary', { nodes: NodeCoverage.labelled({ canary: 'true' }) })],
    });
    expect(Checks.of(agent).findings.map(({ code }) => code ?? '')
      .filter(code => /conflict|overlap|duplicate|selection/.test(code))).toEqual([]);
    expect(errorsOf(all)).toEqual([]);
  });
});

test('without pools, or with the rest alone, nothing is different', () => {
  const [none, empty, rest] = [undefined, [], [NodePool.rest()]].map(pools => {
    const chart = testChart();
    makeAgent({ pools }, chart);
    return chart.toJson();
  });
  expect(empty).toEqual(none);
  expect(rest).toEqual(none);
});

test('resources replace those of the agent one by one', () => {
  const resources = Resources.of({ cpu: '10m', memory: '64Mi', memoryLimit: '128Mi' });
  expect(containerOf(largeOf({ resources: Resources.of({ memory: '512Mi', memoryLimit: '1Gi' }) }, { resources })).resources)
    .toEqual({ requests: { cpu: '10m', memory: '512Mi' }, limits: { memory: '1Gi' } });
  expect(
    containerOf(largeOf({ resources: Resources.of({ memory: '512Mi' }) }, { resources })).resources,
  ).toEqual({ requests: { cpu: '10m', memory: '512Mi' } });
  expect(containerOf(largeOf({ resources: Resources.none() }, { resources })).resources).toBeUndefined();
});

test('an image is that of the pool alone, and comes from the mirror of the cluster', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { imageRegistry: 'mirror.example.com' });
  const large = largeOf({ image: 'example.com/agent:2.0.0' }, {}, chart);
  expect([large, objectOf(chart, 'DaemonSet', 'agent')].map(each => containerOf(each).image)).toEqual([
    'mirror.example.com/agent:2.0.0', 'mirror.example.com/agent:1.0.0',
  ]);
});

test('variables are laid over those of the agent, each after those that it refers to', () => {
  const { env } = containerOf(largeOf({ env: { LEVEL: EnvValue.of('$(MODE)-x'), MORE: EnvValue.of('1') } }, {
    env: { LEVEL: EnvValue.of('info'), MODE: EnvValue.of('a') },
  }));
  expect(env).toEqual([{ name: 'MODE', value: 'a' }, { name: 'LEVEL', value: '$(MODE)-x' }, { name: 'MORE', value: '1' }]);
});

test('arguments come after those of the agent, and set no flag again', () => {
  expect(containerOf(largeOf({ args: ['--more=2'] }, { args: ['--port=80'] })).args).toEqual(['--port=80', '--more=2']);
  expect(problemsOf({ args: ['--port=80'], pools: poolsWith({ args: ['--port', '--x'] }) })).toEqual([
    refusal('conflicting-flags', { given: "'--port'", names: ['agent'] }),
  ]);
});

test('rollout, priority, runtime class, time to stop, labels, annotations and tolerations are those of the pool', () => {
  const chart = testChart();
  const { spec } = largeOf({
    rollout: Rollout.count(2), priority: Priority.dedicated(7), runtimeClassName: 'gvisor', terminationGracePeriod: Duration.seconds(90),
    podLabels: { team: 'b' }, podAnnotations: { note: 'x' },
    tolerations: [Toleration.exists('dedicated')],
  }, { podLabels: { team: 'a', area: 'c' }, priority: Priority.systemNodeCritical(), namespace: 'kube-system' }, chart);
  expect(spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: 2 });
  expect(spec.template.metadata).toMatchObject({ labels: { team: 'b', area: 'c' }, annotations: { note: 'x' } });
  expect(spec.template.spec).toMatchObject({
    priorityClassName: 'agents.kube-system.agent.7', runtimeClassName: 'gvisor', terminationGracePeriodSeconds: 90,
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  });
  expect(objectOf(chart, 'PriorityClass')).toMatchObject({ metadata: { name: 'agents.kube-system.agent.7' }, value: 7 });
  expect(
    objectOf(chart, 'DaemonSet', 'agent').spec.template.spec,
  ).toMatchObject({ priorityClassName: 'system-node-critical', tolerations: [{ operator: 'Exists' }] });
});

test('tolerations of the nodes of a pool are its own, and those that every coverage has are not', () => {
  const tolerations = [Toleration.controlPlane()];
  const tolerationsOf = (nodes: NodeCoverage) => largeOf({ nodes }, {
    nodes: NodeCoverage.linux({ tolerations: [] }),
  }).spec.template.spec.tolerations;
  expect(tolerationsOf(LARGE)).toBeUndefined();
  expect(tolerationsOf(NodeCoverage.labelled({ size: 'large' }, { tolerations }))).toHaveLength(1);
});

describe('a canary', () => {
  const canaryOf = (options: Partial<NodePoolOptions>, props: Partial<NodeAgentProps> = {}): any => {
    const chart = testChart();
    makeAgent({ pools: [NodePool.canary('canary', { nodes: LARGE, ...options }), NodePool.rest()], ...props }, chart);
    return objectOf(chart, 'DaemonSet', 'agent-canary');
  };

  test('is updated one node at a time, each when the one before was ready for a minute', () => {
    expect(canaryOf({}).spec).toMatchObject({ minReadySeconds: 60, updateStrategy: { rollingUpdate: { maxUnavailable: 1 } } });
  });

  test('is updated as it says, and as the agent is where pods are replaced by hand', () => {
    expect(canaryOf({ rollout: Rollout.percent(50) }).spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '50%' });
    expect(canaryOf({}, { rollout: Rollout.onDelete() }).spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });

  test('has a label, which is no part of the selector', () => {
    const { selector, template } = canaryOf({}).spec;
    expect(template.metadata.labels['cdk8s-node-agents/track']).toBe('canary');
    expect(selector.matchLabels).not.toHaveProperty('cdk8s-node-agents/track');
  });
});

describe('is refused:', () => {
  test.each<[string, () => NodePool, RegExp]>([
    ['a name that no object can have', () => NodePool.of('Large', { nodes: LARGE }), /^invalid-name: /],
    ['an image that changes', () => NodePool.of('large', { nodes: LARGE, image: 'example.com/agent:latest' }), /^mutable-image: /],
    ['a label that no pod can have', () => NodePool.of('large', { nodes: LARGE, podLabels: { 'a b': 'c' } }), /^invalid-label: /],
    ['nodes that are left out', () => NodePool.of('large', {} as NodePoolOptions), /^unset-value: /],
  ])('%s', (_, make, message) => {
    expect(messageOf(make)).toMatch(message);
  });

  test('two pools of one name', () => {
    expect(problemsOf({ pools: [...poolsWith({}), NodePool.of('large', { nodes: NodeCoverage.labelled({ size: 'huge' }) })] })).toEqual([
      refusal('invalid-node-pool', { given: "'large'" }),
    ]);
  });

  test('two rests', () => {
    expect(problemsOf({ pools: [...poolsWith({}), NodePool.rest()] })).toEqual([
      refusal('invalid-node-pool', { given: 'NodePool.rest() twice' }),
    ]);
  });

  test('labels by which Services find the pods', () => {
    expect(problemsOf({ pools: poolsWith({ podLabels: { 'cdk8s-node-agents/agent': 'other' } }) })).toEqual([
      expect.stringMatching(/^reserved-label: /),
    ]);
  });

  test('priorities that would be one class', () => {
    expect(problemsOf({ priority: Priority.dedicated(7), pools: poolsWith({ priority: Priority.dedicatedWithoutPreemption(7) }) })).toEqual(
      [expect.stringMatching(/^invalid-priority: /)],
    );
  });

  test('a node affinity that an override or a patch changes', () => {
    const terms = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } };
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms.required } };
    const codes = (lines: string[]) => lines.map(line => line.split(':')[0]);
    expect(codes(problemsOf({ pools: poolsWith({}), podOverrides: { affinity } }))).toContain('invalid-node-pool');
    const chart = testChart();
    const agent = makeAgent({ pools: poolsWith({}) }, chart);
    agent.objects.find(({ name }) => name === 'agent-large')!.addJsonPatch(JsonPatch.replace(
      '/spec/template/spec/nodeSelector/size', 'huge',
    ));
    expect(errorsOf(chart)).toContainEqual(refusal('invalid-node-pool'));
  });
});

test('overrides that ask all pools for one more label are fine', () => {
  expect(problemsOf({ pools: poolsWith({}), podOverrides: { nodeSelector: { zone: 'a' } } })).toEqual([]);
});

test('a patch changes one pool alone', () => {
  const chart = testChart();
  const agent = makeAgent({ pools: poolsWith({}) }, chart);
  agent.objects.find(({ name }) => name === 'agent-large')!.addJsonPatch(JsonPatch.add('/spec/template/spec/hostname', 'large'));
  expect(chart.toJson().map(({ spec }) => spec.template.spec.hostname)).toEqual([undefined, 'large']);
});

test('late values of the agent are those of all pools', () => {
  const large = largeOf({}, { podOverrides: { schedulerName: Lazy.any({ produce: () => 'late' }) } });
  expect(large.spec.template.spec.schedulerName).toBe('late');
});

test('every agent whose main workload is a DaemonSet can have pools', () => {
  const chart = testChart();
  const pools = poolsWith({ resources: Resources.of({ memory: '512Mi', memoryLimit: '1Gi' }) });
  new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], pools });
  new MetricsExporter(chart, 'metrics', { pools });
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs(), pools });
  const daemonSets = chart.toJson().filter(({ kind }) => kind === 'DaemonSet');
  expect(daemonSets.map(({ metadata }) => metadata.name)).toEqual(['logs', 'logs-large', 'metrics', 'metrics-large', 'nfs', 'nfs-large']);
  daemonSets.filter(({ metadata }) => metadata.name.endsWith('-large')).forEach(each => expect(
    containerOf(each).resources.limits.memory,
  ).toBe('1Gi'));
  expect(Checks.of(chart).findings.filter(({ level, acknowledged }) => level === 'error' && acknowledged === undefined)).toEqual([]);
});

test('pools of a LogAgent have the nodes of EKS Auto Mode, as the agent has', () => {
  const chart = testChart();
  new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], pools: poolsWith({}) });
  const [{ matchExpressions }] = objectOf(
    chart, 'DaemonSet', 'logs-large',
  ).spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
  expect(matchExpressions[0]).toEqual({ key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] });
});

test('agents of many clusters that are given the same pools write the same', () => {
  const app = new FleetApp();
  const charts = ['one', 'two', 'three'].map(id => {
    const chart = new Chart(app, id, { namespace: 'agents' });
    makeAgent({
      pools: [
        NodePool.of('large', { nodes: NodeCoverage.labelled({ size: 'large' }), image: 'example.com/agent:2.0.0' }), NodePool.rest(),
      ],
    }, chart);
    return chart;
  });
  const [one, two, three] = charts.map(chart => chart.toJson());
  expect(one).toHaveLength(2);
  expect([two, three]).toEqual([one, one]);
  const alone = new Chart(new App(), 'one', { namespace: 'agents' });
  makeAgent({ pools: poolsWith({ image: 'example.com/agent:2.0.0' }) }, alone);
  expect(one).toEqual(alone.toJson());
});

test('agents of clusters that differ in a pool alone write what each was given', () => {
  const app = new FleetApp();
  const images = ['2.0.0', '3.0.0'].map(tag => {
    const chart = new Chart(app, `with-${tag.charAt(0)}`, { namespace: 'agents' });
    makeAgent({ pools: poolsWith({ image: `example.com/agent:${tag}` }) }, chart);
    return containerOf(objectOf(chart, 'DaemonSet', 'agent-large')).image;
  });
  expect(images).toEqual(['example.com/agent:2.0.0', 'example.com/agent:3.0.0']);
});
