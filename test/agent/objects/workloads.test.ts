import { Chart } from 'cdk8s';
import {
  AgentFile, AgentIdentity, AgentPlan, AgentService, ApiGrant, HostPath, IAgentFeature, NodeAgentProps, NodeCoverage, NodeExpression, Port,
  PrometheusMonitor, Resources, Rollout,
} from '../../../src';
import { ImageReference } from '../../../src/agent/container/image-reference';
import { daemonSet, Placement } from '../../../src/agent/plan/placement';
import { selectsLabels } from '../../../src/cluster/label-selector';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

/** Runs an agent in further ways: what node pools and controllers will do. */
class RunsAlso implements IAgentFeature {
  public constructor(private readonly placements: readonly Placement[]) {}

  public contribute(plan: AgentPlan): void {
    this.placements.forEach(placement => plan._addPlacement(placement));
  }
}

const GPU_POOL: Placement = {
  suffix: 'gpu', workload: daemonSet(Rollout.count(1)), nodes: NodeCoverage.labelled({ pool: 'gpu' }),
  variants: {
    agent: {
      image: ImageReference.parse('example.com/agent:1.0.0-gpu'),
      resources: Resources.of({ cpu: '200m', memory: '1Gi', memoryLimit: '1Gi' }),
      args: ['--gpu'],
    },
  },
};

const CONTROLLER: Placement = {
  suffix: 'controller', nodes: NodeCoverage.linux(),
  workload: {
    apiVersion: 'apps/v1', kind: 'Deployment', definition: 'DeploymentSpec', fields: { replicas: 2, strategy: { type: 'Recreate' } },
  },
  containers: ['controller'],
};

const WITH_CONTROLLER: Partial<NodeAgentProps> = { containers: [{ name: 'controller', image: 'example.com/controller:1.0.0' }] };

function objectsOf(placements: readonly Placement[], props: Partial<NodeAgentProps> = {}): any[] {
  const chart = testChart();
  makeAgent({ nodes: NodeCoverage.labelled({ pool: 'general' }), features: [new RunsAlso(placements)], ...props }, chart);
  return chart.toJson();
}

const workloadsIn = (objects: readonly any[]) => objects.filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment');

test('one agent writes several DaemonSets that differ in nodes, image, resources, arguments and rollout', () => {
  const [general, gpu] = workloadsIn(objectsOf([GPU_POOL], { args: ['--plain'] }));
  expect([general, gpu].map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual(['DaemonSet agent', 'DaemonSet agent-gpu']);
  const differing = ({ spec: { updateStrategy, template: { spec } } }: any) => ({
    pool: spec.nodeSelector.pool, rollout: updateStrategy.rollingUpdate.maxUnavailable, image: spec.containers[0].image,
    args: spec.containers[0].args,
    memory: spec.containers[0].resources.limits.memory,
  });
  expect(differing(general)).toEqual({
    pool: 'general', rollout: '10%', image: 'example.com/agent:1.0.0', args: ['--plain'], memory: '256Mi',
  });
  expect(differing(gpu)).toEqual({ pool: 'gpu', rollout: 1, image: 'example.com/agent:1.0.0-gpu', args: ['--gpu'], memory: '1Gi' });
});

test('one agent writes a Deployment next to its DaemonSet, each with its own containers and the volumes that these mount', () => {
  const props = { ...WITH_CONTROLLER, hostPaths: [HostPath.readOnly('/var/log')] };
  const onNodes: Placement = {
    suffix: 'nodes', workload: daemonSet(Rollout.percent(10)), nodes: NodeCoverage.labelled({ pool: 'gpu' }), containers: ['agent'],
  };
  const [, nodes, controller] = workloadsIn(objectsOf([onNodes, CONTROLLER], props));
  expect(controller).toMatchObject({
    kind: 'Deployment', metadata: { name: 'agent-controller' }, spec: { replicas: 2, strategy: { type: 'Recreate' } },
  });
  const containersOf = ({ spec: { template: { spec } } }: any) => spec.containers.map(({ name }: { name: string }) => name);
  expect([nodes, controller].map(containersOf)).toEqual([['agent'], ['controller']]);
  expect(nodes.spec.template.spec.volumes).toHaveLength(1);
  expect(controller.spec.template.spec).not.toHaveProperty('volumes');
});

test('workloads of one agent never select each other\'s pods, and all its pods carry one label, by which Services and monitors '
  + 'select', () => {
  const http = Port.container('http', 8080);
  const objects = objectsOf([GPU_POOL, CONTROLLER], {
    ...WITH_CONTROLLER, ports: [http], services: [AgentService.headless([http])],
    monitors: [PrometheusMonitor.podMonitor(http), PrometheusMonitor.serviceMonitor(http)],
  });
  const workloads = workloadsIn(objects);
  const labelsOf = ({ spec }: any) => spec.template.metadata.labels;
  const selected = workloads.map(({ spec }) => workloads.map(other => selectsLabels(spec.selector, labelsOf(other))));
  expect(selected).toEqual([[true, false, false], [false, true, false], [false, false, true]]);
  const shared = { 'cdk8s-node-agents/agent': 'agent' };
  workloads.forEach(workload => expect(labelsOf(workload)).toMatchObject(shared));
  const found = (kind: string) => objects.find(object => object.kind === kind);
  expect(found('Service').spec.selector).toEqual(shared);
  expect(found('PodMonitor').spec.selector).toEqual({ matchLabels: shared });
  expect(found('ServiceMonitor').spec.selector).toEqual({ matchLabels: shared });
  expect(selectsLabels(found('ServiceMonitor').spec.selector, found('Service').metadata.labels)).toBe(true);
});

test('what is not about the pods of one workload is written once, before all of them', () => {
  const kinds = objectsOf([GPU_POOL], {
    files: [AgentFile.text('/conf/a.yaml', 'a: 1')], grants: [ApiGrant.clusterWide(['pods'], ['list'])],
  }).map(({ kind }) => kind);
  expect(kinds).toEqual(['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'DaemonSet', 'DaemonSet']);
});

test('a changed file rolls every workload', () => {
  const hashes = (content: string) => workloadsIn(objectsOf([GPU_POOL], { files: [AgentFile.text('/conf/a.yaml', content)] }))
    .map(({ spec }) => spec.template.metadata.annotations['checksum/config']);
  const [before, after] = [hashes('a: 1'), hashes('a: 2')];
  expect(new Set(before).size).toBe(1);
  expect(after).not.toEqual(before);
});

test('overrides of the spec are for workloads of the agent\'s own kind, and those of the pod for all', () => {
  const [own, gpu, controller] = workloadsIn(objectsOf([GPU_POOL, CONTROLLER], {
    ...WITH_CONTROLLER, specOverrides: { minReadySeconds: 7 }, podOverrides: { schedulerName: 'other' },
  }));
  expect([own, gpu, controller].map(({ spec }) => spec.minReadySeconds)).toEqual([7, 7, undefined]);
  expect([own, gpu, controller].map(({ spec }) => spec.template.spec.schedulerName)).toEqual(['other', 'other', 'other']);
});

test('a workload that a feature adds later is written too', () => {
  const chart = testChart();
  const agent = makeAgent({ nodes: NodeCoverage.labelled({ pool: 'general' }) }, chart);
  agent.addFeature(new RunsAlso([GPU_POOL]));
  expect(agent.objects.map(({ name }) => name)).toEqual(['agent', 'agent-gpu']);
  expect(workloadsIn(chart.toJson())).toHaveLength(2);
});

describe('fails', () => {
  const errors = (placements: readonly Placement[], props: Partial<NodeAgentProps> = {}, chart: Chart = testChart()) => {
    makeAgent({ nodes: NodeCoverage.labelled({ pool: 'general' }), features: [new RunsAlso(placements)], ...props }, chart);
    return errorsOf(chart).map(line => line.replace(/^\[.*?\] ([\w-]+).*/, '$1'));
  };

  test('for two workloads of one agent that take one port of the same nodes', () => {
    const everywhere = { ...GPU_POOL, nodes: NodeCoverage.linux() };
    const ports = [Port.host('http', 8080)];
    expect(errors([GPU_POOL], { ports })).toEqual([]);
    expect(errors([everywhere], { ports })).toContain('host-port-conflict');
  });

  test('for a placement on nodes that cannot exist', () => {
    const nowhere = {
      ...GPU_POOL, nodes: NodeCoverage.matching([NodeExpression.greaterThan('cores', 8), NodeExpression.lessThan('cores', 3)]),
    };
    expect(errors([nowhere])).toEqual(['impossible-node-selection']);
  });

  test('for labels that are given one by one, which tell the pods of one workload', () => {
    expect(errors([GPU_POOL], { identity: AgentIdentity.labels({ app: 'agent' }) })).toEqual(['invalid-label']);
  });

  test('for a name that gets too long', () => {
    expect(errors([GPU_POOL], { name: 'a'.repeat(62) })).toEqual(['invalid-name']);
  });
});
