import { App, Chart, JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import {
  AgentFile, AgentNamespace, AgentService, ApiGrant, Checks, ClusterAgent, ClusterAgentProps, CsiDriver, CsiNodePlugin, EnvValue, FleetApp,
  HostPath, KubernetesVersion,
  KubeStateMetrics, KubeStateSharding, LogAgent, LogDestination, MetricsExporter,
  MetricsProtection, NodeAgent, NodeAgentProps, NodeProblemDetector, NodeTuning, Port, Priority, PrometheusMonitor, Sysctl, TargetCluster,
} from '../../src';
import * as rendering from '../../src/agent/render/render-agent';
import { messageOf } from '../agent/make-agent';
import { place, randomConstruct } from '../support/random-agent';
import { runs } from '../support/runs';

/** An agent, and what the user holds of what it was given. */
interface Made {
  readonly agent: NodeAgent | ClusterAgent;
  readonly env: { [name: string]: EnvValue };
}

function everything(env: { [name: string]: EnvValue }): NodeAgentProps {
  const port = Port.container('http-metrics', 9120);
  return {
    image: 'example.com/agent:1.0.0', env, ports: [port], priority: Priority.dedicated(1000), hostPaths: [HostPath.state('/var/lib/agent')],
    files: [AgentFile.text('/etc/agent/config.yaml', 'a: 1\n')],
    grants: [ApiGrant.readPods(), ApiGrant.inOwnNamespace(['secrets'], ['get'])],
    services: [AgentService.headless([port])], monitors: [PrometheusMonitor.podMonitor(port)], annotations: { 'example.com/team': 'a' },
  };
}

const RECIPES: Array<(chart: Chart, env: Made['env']) => NodeAgent | ClusterAgent> = [
  (chart, env) => new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })], env }),
  (chart, env) => new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()], env }),
  chart => new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.kubeRbacProxy() }),
  chart => new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() }),
  (chart, env) => new ClusterAgent(chart, 'controller', { ...everything(env), rollout: undefined, replicas: 2 } as ClusterAgentProps),
  chart => new KubeStateMetrics(chart, 'kube-state-metrics', { sharding: KubeStateSharding.perNode() }),
  chart => new NodeProblemDetector(chart, 'node-problem-detector'),
  chart => new NodeTuning(chart, 'node-tuning', { sysctls: [Sysctl.maxMapCount(262144)] }),
  (chart, env) => new NodeAgent(chart, 'agent', everything(env)),
  // what nobody asked for by name, so that each of them is wrong in the same way
  (chart, env) => new NodeAgent(chart, 'wrong', { image: 'example.com/agent:1.0.0', env, overrides: { imagee: 'x' } }),
];

const CHANGES: { readonly [what: string]: (made: Made) => void } = {
  'nothing': () => undefined,
  'a look at the plan': ({ agent }) => {expect(agent.plan.agentName).toBe(agent.name);},
  'a variable': ({ agent }) => agent.container.addEnv('LATER', EnvValue.of('x')),
  'a path': ({ agent }) => agent.container.addHostPaths(HostPath.readOnly('/opt/later')),
  'a file': ({ agent }) => agent.container.addFiles(AgentFile.text('/etc/later/file', 'x')),
  'a grant': ({ agent }) => agent.container.addGrants(ApiGrant.readNamespaces()),
  'a Service': ({ agent }) => agent.plan.addService(AgentService.headless([Port.container('later', 9999)], { name: 'later' })),
  'a monitor': ({ agent }) => agent.plan.addMonitor(PrometheusMonitor.podMonitor(Port.container('later', 9999))),
  'a feature': ({ agent }) => agent.addFeature({ contribute: plan => plan.addPodLabel('example.com/later', 'x') }),
  'a patch of the workload': ({ agent }) => agent.apiObject.addJsonPatch(JsonPatch.add('/metadata/annotations', { later: 'x' })),
  'a patch of another object': ({ agent }) => agent.objects[0].addJsonPatch(JsonPatch.add('/metadata/labels/later', 'x')),
  'a label': ({ agent }) => agent.apiObject.metadata.addLabel('later', 'x'),
  'an annotation of every object': ({ agent }) => agent.objects.forEach(object => object.metadata.addAnnotation('later', 'x')),
  'what it was given': ({ env }) => {env.LATER = EnvValue.of('x');},
  'an acknowledgement': ({ agent }) => Checks.of(agent).acknowledge({ id: 'missing-memory-limit', reason: 'measured for a year' }),
};

interface Cluster {
  readonly recipes: readonly number[];
  readonly changes: ReadonlyArray<keyof typeof CHANGES>;
  readonly minor: number;
  readonly namespace: string;
}

const cluster: fc.Arbitrary<Cluster> = fc.record({
  recipes: fc.uniqueArray(fc.nat(RECIPES.length - 1), { minLength: 1, maxLength: 3 }),
  changes: fc.array(
    fc.oneof({ weight: 2, arbitrary: fc.constant('nothing') }, { weight: 1, arbitrary: fc.constantFrom(...Object.keys(CHANGES)) }),
    { minLength: 3, maxLength: 3 },
  ),
  minor: fc.constantFrom(30, 34), namespace: fc.constantFrom('node-agents', 'other'),
}).map(each => ({ ...each, recipes: each.recipes.includes(0) ? each.recipes.filter(index => index !== 1) : each.recipes }));

/** When clusters are changed: each as soon as it is made, or when all are made, from the first to the last or the other way round. */
const ORDERS = ['at once', 'afterwards', 'backwards'] as const;

function fill(app: App, clusters: ReadonlyArray<readonly [id: string, cluster: Cluster]>, order: typeof ORDERS[number]): void {
  const change = (made: Made[], { changes }: Cluster) => made.forEach((each, index) => CHANGES[changes[index]](each));
  const made = clusters.map(([id, each]) => {
    const { recipes, minor, namespace } = each;
    const chart = new Chart(app, id, { namespace });
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of(`1.${minor}`) });
    new AgentNamespace(chart, 'namespace');
    const agents = recipes.map((index): Made => {
      const env = { EARLY: EnvValue.of('x') };
      return { agent: RECIPES[index](chart, env), env };
    });
    if (order === 'at once') {change(agents, each);}
    return { agents, each };
  });
  if (order === 'at once') {return;}
  for (const { agents, each } of order === 'backwards' ? made.reverse() : made) {change(agents, each);}
}

/** What comes of an app: its text, or the lines that say what is wrong, by cluster. The page of a code is named once for all. */
function outcome(app: App): string[] {
  try {
    return app.synthYaml().split('---\n').sort();
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map(line => line.replace(/; docs: \S+$/, '')).sort();
  }
}

test('what comes of a cluster in a fleet is what comes of it alone, whatever equal agents there are and whatever was changed', () => {
  fc.assert(fc.property(fc.array(cluster, { minLength: 2, maxLength: 3 }), fc.constantFrom(...ORDERS), (clusters, order) => {
    const named = clusters.map((each, index) => [`cluster-${index}`, each] as const);
    const together = new FleetApp();
    fill(together, named, order);
    const alone = named.map(each => {
      const app = new App();
      fill(app, [each], order);
      return outcome(app);
    });
    const failed = alone.filter(([line]) => line.startsWith('  ['));
    // a fleet is written as a whole or not at all
    expect(outcome(together)).toEqual((failed.length > 0 ? failed : alone).flat().sort());
  }), { numRuns: runs(20) });
});

test('any agent in many clusters is written as it is alone', () => {
  fc.assert(fc.property(randomConstruct, agent => {
    const put = (app: App, id: string) => {
      const chart = new Chart(app, id, { namespace: 'node-agents' });
      TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of(`1.${agent.minor}`) });
      place(chart, agent);
      return app;
    };
    const fleet = new FleetApp();
    ['one', 'two', 'three'].forEach(id => put(fleet, id));
    const alone = put(new App(), 'one').synthYaml();
    expect(fleet.synthYaml()).toBe([alone, alone, alone].join('---\n'));
  }), { numRuns: runs(10) });
});

test('an agent that was changed leads no other, even where nobody followed it', () => {
  const app = new FleetApp();
  const make = (id: string) => new NodeAgent(new Chart(app, id), 'agent', { image: 'a:1', name: 'a' });
  make('one').container.addEnv('LATER', EnvValue.of('x'));
  make('two');
  make('three').apiObject.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 7));
  make('four');
  const documents = app.synthYaml().split('---\n');
  expect(documents.map(text => [text.includes('LATER'), text.includes('minReadySeconds: 7')])).toEqual([
    [true, false], [false, false], [false, true], [false, false],
  ]);
});

test('equal agents are rendered once, and text that differs is not shared', () => {
  const spy = jest.spyOn(rendering, 'renderAgent');
  const app = new FleetApp();
  const labels = (index: number) => (index % 2 === 0 ? { labels: { even: 'true' } } : {});
  for (let index = 0; index < 20; index++) {
    new NodeAgent(new Chart(app, `cluster-${index}`, labels(index)), 'agent', {
      image: 'a:1', name: 'a', files: [AgentFile.text('/etc/a/b', 'text')],
    });
  }
  const documents = app.synthYaml().split('---\n');
  expect(new Set(documents).size).toBe(4);
  expect(spy.mock.calls.length).toBe(1);
  spy.mockRestore();
});

test('what is acknowledged in one cluster is not acknowledged in another', () => {
  const app = new FleetApp();
  const agents = ['one', 'two', 'three'].map(id => new NodeAgent(new Chart(app, id), 'agent', {
    image: 'a:1', name: 'a', hostPaths: [HostPath.readOnly('/', { mountPath: '/host/root' })],
  }));
  Checks.of(agents[1]).acknowledge({ id: 'sensitive-host-path', reason: 'it backs up the node' });
  const found = Checks.of(app).findings.filter(({ code }) => code === 'sensitive-host-path');
  expect(found.map(({ constructPath, acknowledged }) => [constructPath, acknowledged])).toEqual([
    ['one/agent', undefined], ['two/agent', 'it backs up the node'], ['three/agent', undefined],
  ]);
});

test('a wrong agent in many clusters is one mistake in many places', () => {
  const app = new FleetApp();
  for (const id of [
    'one', 'two', 'three', 'four', 'five',
  ]) {new NodeAgent(new Chart(app, id), 'agent', { image: 'a:1', name: 'a', overrides: { imagee: 'x' } });}
  expect(messageOf(() => app.synthYaml())!.split('\n')).toHaveLength(1);
});
