import { Duration } from 'cdk8s';
import { makeAgent, messageOf, placesOf, problemCodesOf, problemsOf, WHY } from './make-agent';
import { HostNamespace, HostPath, Port, Rollout } from '../../src';
import { objectOf, testChart } from '../support/golden';

function specOf(rollout: Rollout): any {
  const chart = testChart();
  makeAgent({ rollout }, chart);
  const { selector: _, template: __, ...spec } = objectOf(chart, 'DaemonSet').spec;
  return spec;
}

test('a tenth of the nodes at a time is the default', () => {
  const chart = testChart();
  makeAgent({}, chart);
  expect(objectOf(chart, 'DaemonSet').spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
});

test.each([
  ['percent', Rollout.percent(100), { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '100%' } }],
  ['count', Rollout.count(1), { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } }],
  ['surgePercent', Rollout.surgePercent(5), { type: 'RollingUpdate', rollingUpdate: { maxSurge: '5%', maxUnavailable: 0 } }],
  ['surgeCount', Rollout.surgeCount(2), { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } }],
  ['onDelete', Rollout.onDelete(), { type: 'OnDelete' }],
])('%s is written with no more than it needs', (_, rollout, updateStrategy) => {
  expect(specOf(rollout)).toEqual({ updateStrategy });
});

test('the default of the cluster writes nothing', () => {
  expect(specOf(Rollout.clusterDefault())).toEqual({});
});

test('every kind of rollout can wait and keep revisions; no wait is not written, no revision is', () => {
  const options = { minReady: Duration.minutes(1), revisionHistoryLimit: 0 };
  for (const rollout of [Rollout.percent(1, options), Rollout.count(1, options), Rollout.surgePercent(1, options), Rollout.surgeCount(1, options),
    Rollout.onDelete(options), Rollout.clusterDefault(options)]) {
    expect(specOf(rollout)).toMatchObject({ minReadySeconds: 60, revisionHistoryLimit: 0 });
  }
  expect(specOf(Rollout.clusterDefault({ minReady: Duration.seconds(0) }))).toEqual({});
});

test('only surges start the new pod beside the old one', () => {
  expect([Rollout.surgeCount(1), Rollout.surgePercent(1)].map(rollout => rollout.isSurge)).toEqual([true, true]);
  expect([Rollout.count(1), Rollout.percent(1), Rollout.onDelete(), Rollout.clusterDefault()].some(rollout => rollout.isSurge)).toBe(false);
});

test.each([
  ['nothing that two pods of a node would both claim', {}],
  ['a port of the pod', { ports: [Port.container('http', 8080)] }],
  ['a directory that others own', { hostPaths: [HostPath.readWrite('/var/lib/other')] }],
  ['a port that is not declared, off the host network', { ports: [Port.undeclared('http', 8080, 'localhost')] }],
])('a surge goes with %s', (_, props) => {
  expect(problemsOf({ ...props, rollout: Rollout.surgeCount(1) })).toEqual([]);
});

describe('fails', () => {
  test.each([
    ['a host port', { ports: [Port.host('http', 8080)] }],
    ['a port on the host network', { ports: [Port.container('http', 8080)], hostNamespaces: [HostNamespace.network(WHY)] }],
    ['a port on the host network that is not declared', { ports: [Port.undeclared('http', 8080, 'localhost')], hostNamespaces: [HostNamespace.network(WHY)] }],
    ['a state directory', { hostPaths: [HostPath.state('/var/lib/agent')] }],
    ['both', { ports: [Port.host('http', 8080)], hostPaths: [HostPath.state('/var/lib/agent')] }],
    ['a state directory of which a part is mounted', { hostPaths: [HostPath.state('/srv/agent', { subPath: 'part' })] }],
    ['a state directory outside of where programs keep what is theirs', { hostPaths: [HostPath.state('/data')] }],
    ['a state directory of an init container', { initContainers: [{ name: 'init', image: 'a:1', hostPaths: [HostPath.state('/var/lib/agent')] }] }],
  ])('for a surge with %s', (_, props) => {
    const found = { ...props, rollout: Rollout.surgePercent(10) };
    expect(problemCodesOf(found)).toEqual(['rollout-deadlock']);
    expect(placesOf('rollout-deadlock', found)).toEqual([expect.stringMatching(/^(agent|init) spec.updateStrategy.rollingUpdate.maxSurge$/)]);
  });

  test('for a surge by override with a host port', () => {
    expect(problemCodesOf({ ports: [Port.host('http', 80)], specOverrides: { updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: '10%' } } } })).toEqual(['rollout-deadlock']);
  });

  test.each([
    ['no percent', () => Rollout.percent(0), '0 percent; allowed: a whole number of percent from 1 to 100; fix: with 0 no pod is ever replaced; use Rollout.onDelete() to replace them by hand'],
    ['more than a hundred percent', () => Rollout.surgePercent(101), '101 percent; allowed: a whole number of percent from 1 to 100; fix: round it into the range'],
    ['half a node', () => Rollout.count(0.5), '0.5 nodes; allowed: a whole number of nodes, at least 1; fix: round it into the range'],
    ['a negative number of nodes', () => Rollout.surgeCount(-1), '-1 nodes; allowed: a whole number of nodes, at least 1; fix: round it into the range'],
    ['more nodes than a number of Kubernetes holds', () => Rollout.count(2 ** 31), '2147483648 nodes; allowed: a whole number of nodes, at least 1; fix: round it into the range'],
  ])('for %s', (_, act, rest) => {
    expect(messageOf(act)).toBe(`invalid-rollout: a rollout cannot proceed by this much; given: ${rest}`);
  });

  test.each([-1, 1.5, 2 ** 31])('for %p revisions', revisionHistoryLimit => {
    expect(messageOf(() => Rollout.onDelete({ revisionHistoryLimit }))).toBe(
      `invalid-rollout: the number of revisions to keep cannot be used; given: revisionHistoryLimit: ${revisionHistoryLimit}; allowed: 0 to 2147483647; fix: leave it out for the ten that the API server keeps`);
  });

  test('for a fraction of a second', () => {
    expect(messageOf(() => makeAgent({ rollout: Rollout.percent(5, { minReady: Duration.millis(500) }) }))).toBe(
      'invalid-duration: [test/agent] minReady cannot be this long; given: 0.5 s; allowed: whole seconds from 0 to 2147483647; fix: round it');
  });
});
