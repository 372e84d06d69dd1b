import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { AgentFile, Checks, EnvValue, LinterAnnotations, NodeAgent, Port } from '../../../src';
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
  const agents = charts.map((chart, index) => new NodeAgent(chart, 'agent', { image: 'a:1', name: `agent-${index}`, args: ['$(MISSING)'] }));
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
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: { template: { spec: { containers: [{ name: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }] } } },
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
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: { template: { spec: { containers: [{ name: 'x', ports: [{ containerPort: 80, hostPort: port }] }] } } },
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
    const agent = new NodeAgent(chart, 'agent', { image: 'a:1' });
    Checks.of(chart).annotateFor(LinterAnnotations.NODE_AGENTS);
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
