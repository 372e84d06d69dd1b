import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { AgentFile, AgentNamespace, Checks, EnvValue, HostNamespace, LinterAnnotations, NodeAgent, Port, Resources } from '../../../src';
import * as checks from '../../../src/agent/app/app-checks';
import { AppState } from '../../../src/agent/app/app-state';
import { errorsOf } from '../../support/golden';

test('there is one state for an app, and it is not seen from outside', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  expect(AppState.of(chart)).toBe(AppState.of(app));
  expect(AppState.of(new App())).not.toBe(AppState.of(app));
  expect(Object.keys(app).filter(key => /state/i.test(key))).toEqual([]);
});

test('it knows below which construct an agent stands', () => {
  const app = new App();
  const [with_, without] = ['with', 'without'].map(id => new Chart(app, id));
  new NodeAgent(with_, 'agent', { image: 'a:1' });
  const state = AppState.of(app);
  expect([app, with_, without].map(scope => state.hasAgentBelow(scope))).toEqual([true, true, false]);
});

test('problems are found once for all charts, and again when something changed', () => {
  const find = jest.spyOn(checks, 'appFindings');
  const app = new App();
  const charts = Array.from({ length: 5 }, (_, index) => new Chart(app, `chart-${index}`));
  const agents = charts.map((chart, index) => new NodeAgent(chart, 'agent', {
    image: 'a:1', name: `agent-${index}`, args: ['$(MISSING)'],
  }));
  charts.forEach(chart => expect(errorsOf(chart)).toHaveLength(5));
  expect(find).toHaveBeenCalledTimes(1);

  agents.forEach(agent => agent.container.addEnv('MISSING', EnvValue.of('found')));
  expect(charts.flatMap(errorsOf)).toEqual([]);
  expect(find).toHaveBeenCalledTimes(2);
});

test('objects of others that come between two syntheses are noticed', () => {
  const find = jest.spyOn(checks, 'appFindings').mockClear();
  const app = new App();
  const charts = ['a', 'b', 'c'].map(id => new Chart(app, id, { namespace: 'agents' }));
  new NodeAgent(charts[0], 'agent', { image: 'a:1', ports: [Port.host('http', 80)] });
  new NodeAgent(charts[1], 'other', { image: 'a:1' });
  expect(charts.flatMap(errorsOf)).toEqual([]);
  expect(find).toHaveBeenCalledTimes(1);

  const raw = new ApiObject(charts[2], 'raw', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'raw' } });
  expect(charts.flatMap(errorsOf)).toEqual([]);
  new ApiObject(raw, 'below', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' },
    spec: { template: { spec: { containers: [{ name: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }] } } },
  });
  charts.forEach(chart => expect(errorsOf(chart).map(line => line.split(':')[0])).toEqual(['[a/agent] host-port-conflict']));
  expect(find).toHaveBeenCalledTimes(3);

  raw.addJsonPatch(JsonPatch.replace('/kind', 'Secret'));
  charts.forEach(errorsOf);
  expect(find).toHaveBeenCalledTimes(4);
});

test('an agent is put together once for all charts', () => {
  let looks = 0;
  const text = () => {
    looks += 1;
    return 'a';
  };
  const looksAt = (count: number) => {
    looks = 0;
    const app = new App();
    const charts = Array.from({ length: count }, (_, index) => new Chart(app, `chart-${index}`));
    new NodeAgent(charts[0], 'agent', { image: 'a:1', files: [AgentFile.produced('/conf/a', { text })] });
    charts.forEach(chart => chart.toJson());
    return looks;
  };
  expect(looksAt(10)).toBe(looksAt(1));
});

test('labels and annotations that are added between two syntheses are looked at', () => {
  const chart = new Chart(new App(), 'chart');
  const agent = new NodeAgent(chart, 'agent', { image: 'a:1' });
  expect(errorsOf(chart)).toEqual([]);
  agent.apiObject.metadata.addLabel('bad key!', 'x');
  expect(errorsOf(chart)).toHaveLength(1);
  agent.apiObject.metadata.addLabel('bad key!', 'y');
  agent.apiObject.metadata.addAnnotation('worse key!', 'x');
  expect(errorsOf(chart)).toHaveLength(2);
});

test('an object of others that is swapped for another between two syntheses is noticed', () => {
  const chart = new Chart(new App(), 'chart');
  const foreign = (port: number) => new ApiObject(chart, 'raw', {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' },
    spec: { template: { spec: { containers: [{ name: 'x', ports: [{ containerPort: 80, hostPort: port }] }] } } },
  });
  foreign(81);
  new NodeAgent(chart, 'agent', { image: 'a:1', ports: [Port.host('http', 80)] });
  expect(errorsOf(chart)).toEqual([]);
  chart.node.tryRemoveChild('raw');
  foreign(80);
  expect(errorsOf(chart).map(line => line.split(':')[0])).toEqual(['[chart/agent] host-port-conflict']);
});

describe('validation', () => {
  const annotated = () => {
    const chart = new Chart(new App(), 'chart');
    const agent = new NodeAgent(chart, 'agent', { image: 'a:1', resources: Resources.none() });
    Checks.of(chart).findings.filter(({ acknowledged }) => acknowledged === undefined)
      .forEach(({ code }) => Checks.of(agent).acknowledge({ id: code!, reason: 'what the test needs here' }));
    return { chart, agent };
  };

  test('changes no construct, and writes nothing', () => {
    const { chart, agent } = annotated();
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const before = JSON.stringify([agent.apiObject.metadata.toJson(), chart.node.findAll().length]);
    chart.node.root.node.findAll().forEach(construct => construct.node.validate());
    expect(JSON.stringify([agent.apiObject.metadata.toJson(), chart.node.findAll().length])).toBe(before);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
  });

  test('is done before annotations are written with the objects, twice alike', () => {
    const { chart } = annotated();
    const annotationsIn = (objects: any[]) => objects.map(({ metadata }) => metadata.annotations);
    const [first, second] = [annotationsIn(chart.toJson()), annotationsIn(chart.toJson())];
    expect(Object.keys(first[0] ?? {}).every(key => key.startsWith('acknowledged.cdk8s-node-agents/'))).toBe(true);
    expect(first[0]).toBeDefined();
    expect(second).toEqual(first);
  });
});

describe('what changes between two looks', () => {
  const pod = {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other' }, spec: { hostPID: true, containers: [{ name: 'a', image: 'a:1' }] },
  };

  test('an agent that was removed says nothing, and another one of its id is judged by itself', () => {
    const chart = new Chart(new App(), 'chart');
    new NodeAgent(chart, 'agent', { image: 'a:1', podOverrides: { bogusField: true } });
    expect(errorsOf(chart)).toHaveLength(1);
    chart.node.tryRemoveChild('agent');
    new NodeAgent(chart, 'agent', { image: 'a:1' });
    expect(errorsOf(chart)).toEqual([]);
  });

  test('what no agent can show is shown by the first that is there', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new NodeAgent(chart, 'first', { image: 'a:1' });
    chart.node.tryRemoveChild('first');
    new NodeAgent(chart, 'second', { image: 'a:1' });
    Checks.of(app).failOnWarnings();
    Checks.of(chart).acknowledge({ id: 'rollout-deadlock', reason: 'what the test needs here' });
    expect(errorsOf(chart).map(line => line.replace(/:.*/, ''))).toEqual(['[chart/second] stale-acknowledgement']);
  });

  test('a namespace that was looked at early fits the pods that came later', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
    const namespace = new AgentNamespace(chart, 'namespace');
    new NodeAgent(chart, 'agent', { image: 'a:1' });
    expect(namespace.apiObject.toJson().metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
    new ApiObject(chart, 'other', pod);
    expect(namespace.podSecurityLevel).toBe('privileged');
    expect(chart.toJson()[0].metadata.labels['pod-security.kubernetes.io/enforce']).toBe('privileged');
  });

  test('patches come after the annotations that say what was accepted, which are sorted like all others', () => {
    const host = { hostNamespaces: [HostNamespace.network('reads the network of the node')] };
    const annotationsWith = (patch?: JsonPatch) => {
      const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
      const agent = new NodeAgent(chart, 'agent', { image: 'a:1', annotations: { a: 'b' }, ...host });
      Checks.of(chart).annotateFor(LinterAnnotations.KUBE_LINTER);
      if (patch) {agent.apiObject.addJsonPatch(patch);}
      return chart.toJson()[0].metadata;
    };
    const key = 'ignore-check.kube-linter.io/host-network';
    expect(annotationsWith().annotations[key]).toBe('reads the network of the node');
    expect(Object.keys(annotationsWith())[0]).toBe('annotations');
    expect(annotationsWith(JsonPatch.add(`/metadata/annotations/${key.replace('/', '~1')}`, 'mine')).annotations[key]).toBe('mine');
    expect(annotationsWith(JsonPatch.replace('/metadata/annotations', { q: '2' })).annotations).toEqual({ q: '2' });
  });

  test('annotations are written though something changes while objects are', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
    const agent = new NodeAgent(chart, 'agent', { image: 'a:1', hostNamespaces: [HostNamespace.network('reads the network of the node')] });
    const produce = () => {
      agent.plan.contentChanged();
      return 'a';
    };
    const first = new ApiObject(chart, 'first', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'first' }, data: { a: Lazy.any({ produce }) },
    });
    agent.apiObject.addDependency(first);
    Checks.of(chart).annotateFor(LinterAnnotations.KUBE_LINTER);
    expect(
      chart.toJson()[1].metadata.annotations,
    ).toMatchObject({ 'ignore-check.kube-linter.io/host-network': 'reads the network of the node' });
  });

  test('what is refused is not kept', () => {
    const chart = new Chart(new App(), 'chart');
    const agent = new NodeAgent(chart, 'agent', { image: 'a:1' });
    const contributing = {
      check: () => {
        try {
          agent.plan.addPodLabel('x', 'y');
        } catch {
          // a check that does not care
        }
      },
    };
    agent.plan.addCheck(contributing);
    errorsOf(chart);
    agent.plan.contentChanged();
    expect(chart.toJson()[0].spec.template.metadata.labels).not.toHaveProperty('x');
  });
});
