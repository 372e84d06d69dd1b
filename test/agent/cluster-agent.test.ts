import { App, Chart, JsonPatch } from 'cdk8s';
import {
  AgentFile, AgentService, Checks, ClusterAgent, ClusterAgentProps, ClusterWorkload, DisruptionBudget, EnvValue, FleetApp, NodeCoverage,
  PodSpread, Port,
  Resources, TargetCluster,
} from '../../src';
import { codesOf, errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const IMAGE = 'example.com/controller:1.0.0';

function madeOf(props: Partial<ClusterAgentProps> = {}, chart: Chart = testChart()): ClusterAgent {
  return new ClusterAgent(chart, 'controller', { image: IMAGE, ...props });
}

function deploymentOf(props: Partial<ClusterAgentProps> = {}, chart: Chart = testChart()): any {
  madeOf(props, chart);
  return objectOf(chart, props.workload?.kind ?? 'Deployment');
}

const kindsOf = (chart: Chart): string[] => chart.toJson().map((object: any) => object.kind);

test('an image is all that it needs: one pod of a Deployment on any Linux node without taints', () => {
  const chart = testChart();
  const { spec } = deploymentOf({}, chart);
  expect(kindsOf(chart)).toEqual(['Deployment']);
  expect(spec.replicas).toBe(1);
  expect(spec).not.toHaveProperty('strategy');
  expect(spec.template.spec).toMatchObject({ nodeSelector: { 'kubernetes.io/os': 'linux' } });
  for (const field of ['affinity', 'tolerations', 'topologySpreadConstraints']) {expect(spec.template.spec).not.toHaveProperty(field);}
});

test('several pods are spread over nodes, and a drain takes one of them at a time', () => {
  const chart = testChart();
  const labels = { 'app.kubernetes.io/instance': 'controller', 'app.kubernetes.io/name': 'controller' };
  const { spec } = deploymentOf({ replicas: 2 }, chart);
  expect(spec.template.spec.topologySpreadConstraints).toEqual([
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } },
  ]);
  expect(objectOf(chart, 'PodDisruptionBudget')).toMatchObject({
    metadata: { name: 'controller', namespace: 'node-agents' },
    spec: {
      maxUnavailable: 1, selector: { matchLabels: { 'cdk8s-node-agents/agent': 'controller' } }, unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
});

test('both can be switched off', () => {
  const chart = testChart();
  madeOf({ replicas: 3, spread: PodSpread.clusterDefault(), disruptionBudget: DisruptionBudget.none() }, chart);
  expect(kindsOf(chart)).toEqual(['Deployment']);
  expect(objectOf(chart, 'Deployment').spec.template.spec).not.toHaveProperty('topologySpreadConstraints');
});

test('where an autoscaler decides, no number is written, and several pods are expected', () => {
  const chart = testChart();
  expect(deploymentOf({ autoscaled: true }, chart).spec).not.toHaveProperty('replicas');
  expect(kindsOf(chart)).toEqual(['PodDisruptionBudget', 'Deployment']);
});

test('no pod at all is a number too', () => {
  expect(deploymentOf({ replicas: 0 }).spec.replicas).toBe(0);
});

test('a StatefulSet has the name of its Service', () => {
  const port = Port.container('http', 8080);
  const {
    spec,
  } = deploymentOf({ name: 'state', ports: [port], services: [AgentService.headless([port])], workload: ClusterWorkload.statefulSet() });
  expect(spec).toMatchObject({ serviceName: 'state', podManagementPolicy: 'Parallel', replicas: 1 });
});

test('the pods take what those of a NodeAgent take', () => {
  const chart = testChart();
  madeOf({
    files: [AgentFile.text('/etc/controller/config', 'a')], env: { A: EnvValue.of('b') }, podLabels: { team: 'a' },
    nodes: NodeCoverage.labelled({ pool: 'infra' }),
  }, chart);
  const { spec, metadata } = objectOf(chart, 'Deployment').spec.template;
  expect(kindsOf(chart)).toEqual(['ConfigMap', 'Deployment']);
  expect(metadata).toMatchObject({ labels: { team: 'a' }, annotations: { 'checksum/config': expect.any(String) } });
  expect(spec.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux', 'pool': 'infra' });
  expect(spec.containers[0].env).toEqual([{ name: 'A', value: 'b' }]);
});

test('overrides, patches, features and the plan have the last word, in this order', () => {
  const chart = testChart();
  const agent = madeOf({ specOverrides: { progressDeadlineSeconds: 60, paused: true } }, chart);
  agent.addFeature({ contribute: plan => plan.addPodLabel('a', 'b') });
  agent.plan.container.addEnv('LATE', EnvValue.of('x'));
  agent.apiObject.addJsonPatch(JsonPatch.replace('/spec/paused', false));
  const { spec } = objectOf(chart, 'Deployment');
  expect(spec).toMatchObject({ progressDeadlineSeconds: 60, paused: false });
  expect(spec.template.metadata.labels).toMatchObject({ a: 'b' });
  expect(spec.template.spec.containers[0].env).toEqual([{ name: 'LATE', value: 'x' }]);
});

test('overrides are looked up among the fields of the kind that it is', () => {
  const codeOf = (props: Partial<ClusterAgentProps>) => {
    const chart = testChart();
    madeOf(props, chart);
    return codesOf(chart);
  };
  expect(codeOf({ specOverrides: { updateStrategy: { type: 'RollingUpdate' } } })).toEqual(['[test/controller] unknown-field']);
  expect(codeOf({ specOverrides: { updateStrategy: { type: 'RollingUpdate' } }, workload: ClusterWorkload.statefulSet() })).toEqual([]);
  expect(codeOf({ specOverrides: { strategy: { type: 'Recreate' } }, workload: ClusterWorkload.statefulSet() })).toEqual([
    '[test/controller] unknown-field',
  ]);
});

test('checks look at it as at any workload', () => {
  const chart = testChart();
  madeOf({ resources: Resources.none() }, chart);
  expect(Checks.of(chart).findings.map(({ code }) => code)).toContain('missing-requests');
});

test('a rule for DaemonSets leaves it alone', () => {
  const chart = testChart();
  madeOf({ replicas: 2 }, chart);
  const found = Checks.of(chart).findings.map(({ code }) => code);
  for (const code of [
    'disruption-budget-on-daemon-set', 'spread-on-daemon-set', 'rollout-deadlock', 'rollout-blast-radius',
  ]) {expect(found).not.toContain(code);}
});

test('two clusters of a fleet get the same YAML', () => {
  const app = new FleetApp();
  const [one, other] = ['a', 'b'].map(id => {
    const chart = new Chart(app, id, { namespace: 'node-agents' });
    TargetCluster.configure(chart, {});
    madeOf({ replicas: 2 }, chart);
    return chart;
  });
  expect(one.toJson()).toEqual(other.toJson());
});

test('what is wrong with it is reported with everything else that is wrong', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'node-agents' });
  madeOf({ replicas: 1.5, namespace: 'Wrong' }, chart);
  expect(codesOf(chart)).toEqual(['[test/controller] invalid-replicas', '[test/controller] invalid-name']);
});

test.each<[string, Partial<ClusterAgentProps>, any]>([
  ['half a pod', { replicas: 1.5 },
    refusal('invalid-replicas', { given: 'replicas: 1.5', names: ['0', '2147483647'] })],
  ['a number next to an autoscaler', { replicas: 2, autoscaled: true },
    refusal('invalid-replicas', { given: 'replicas: 2, autoscaled: true' })],
  ['a budget that stops every drain', { replicas: 2, disruptionBudget: DisruptionBudget.minAvailable(2) },
    refusal('invalid-disruption-budget', { names: ['DisruptionBudget.minAvailable', '2'] })],
])('%s is refused', (_, props, message) => {
  const chart = testChart();
  madeOf(props, chart);
  expect(errorsOf(chart)).toEqual([message.of('test/controller')]);
});

test('a budget of fewer pods than there are is taken', () => {
  const chart = testChart();
  madeOf({ replicas: 3, disruptionBudget: DisruptionBudget.minAvailable(2) }, chart);
  expect(objectOf(chart, 'PodDisruptionBudget').spec.minAvailable).toBe(2);
});
