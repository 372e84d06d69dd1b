import { Duration } from 'cdk8s';
import { makeAgent, messageOf, placesOf, problemCodesOf, problemsOf, WHY } from './make-agent';
import { ContainerSecurity, HostNamespace, HostPath, NodeAgentProps, Port, Probe, Rollout } from '../../src';
import { objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

const ROOT = ContainerSecurity.root('writes its own state');

const PROBED = { readinessProbe: Probe.exec(['true']) };

function specOf(rollout: Rollout, props: Partial<NodeAgentProps> = {}): any {
  const chart = testChart();
  makeAgent({ rollout, ...props }, chart);
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
  expect(specOf(rollout, PROBED)).toEqual({ updateStrategy });
});

test.each([
  ['percent', Rollout.percent(10), 30], ['count', Rollout.count(1), 30], ['surgePercent', Rollout.surgePercent(5), 30],
  ['surgeCount', Rollout.surgeCount(2), 30],
  ['onDelete', Rollout.onDelete(), undefined], ['clusterDefault', Rollout.clusterDefault(), undefined],
  ['its own time', Rollout.percent(10, { minReady: Duration.seconds(5) }), 5],
  ['no time', Rollout.percent(10, { minReady: Duration.seconds(0) }), undefined],
])('without a readiness probe a rollout waits for each pod: %s', (_, rollout, seconds) => {
  expect(specOf(rollout).minReadySeconds).toBe(seconds);
});

test('a readiness probe of any container holds up a rollout, whoever wrote it', () => {
  const readinessProbe = { tcpSocket: { port: 80 } };
  expect(specOf(Rollout.count(1), { containers: [{ name: 'more', image: 'a:1', ...PROBED }] })).not.toHaveProperty('minReadySeconds');
  expect(specOf(Rollout.count(1), { overrides: { readinessProbe } })).not.toHaveProperty('minReadySeconds');
  expect(specOf(Rollout.count(1), { livenessProbe: Probe.exec(['true']) })).toHaveProperty('minReadySeconds', 30);
});

test('the default of the cluster writes nothing', () => {
  expect(specOf(Rollout.clusterDefault())).toEqual({});
});

test('every kind of rollout can wait and keep revisions; no wait is not written, no revision is', () => {
  const options = { minReady: Duration.minutes(1), revisionHistoryLimit: 0 };
  for (const rollout of [Rollout.percent(
    1, options,
  ), Rollout.count(1, options), Rollout.surgePercent(1, options), Rollout.surgeCount(1, options),
  Rollout.onDelete(options), Rollout.clusterDefault(options)]) {
    expect(specOf(rollout)).toMatchObject({ minReadySeconds: 60, revisionHistoryLimit: 0 });
  }
  expect(specOf(Rollout.clusterDefault({ minReady: Duration.seconds(0) }))).toEqual({});
});

test('only surges start the new pod next to the old one', () => {
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
    [
      'a port on the host network that is not declared',
      { ports: [Port.undeclared('http', 8080, 'localhost')], hostNamespaces: [HostNamespace.network(WHY)] },
    ],
    ['a state directory', { securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')] }],
    ['both', { ports: [Port.host('http', 8080)], securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')] }],
    ['a state directory of which a part is mounted', {
      securityContext: ROOT,
      hostPaths: [HostPath.state('/srv/agent', { subPath: 'part' })],
    }],
    ['a state directory outside of where programs keep what is theirs', { securityContext: ROOT, hostPaths: [HostPath.state('/data')] }],
    [
      'a state directory of an init container',
      { initContainers: [{ name: 'init', image: 'a:1', securityContext: ROOT, hostPaths: [HostPath.state('/var/lib/agent')] }] },
    ],
  ])('for a surge with %s', (_, props) => {
    const found = { ...props, rollout: Rollout.surgePercent(10) };
    expect(problemCodesOf(found)).toEqual(['rollout-deadlock']);
    expect(placesOf('rollout-deadlock', found)).toEqual([
      expect.stringMatching(/^(agent|init) spec.updateStrategy.rollingUpdate.maxSurge$/),
    ]);
  });

  test('for a surge by override with a host port', () => {
    expect(problemCodesOf({
      ports: [Port.host('http', 80)], specOverrides: { updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: '10%' } } },
    })).toEqual(['rollout-deadlock']);
  });

  test.each([
    ['no percent', () => Rollout.percent(0), { given: '0 percent', names: ['1', '100'] }],
    ['more than a hundred percent', () => Rollout.surgePercent(101), { given: '101 percent', names: ['1', '100'] }],
    ['half a node', () => Rollout.count(0.5), { given: '0.5 nodes', names: ['1'] }],
    ['a negative number of nodes', () => Rollout.surgeCount(-1), { given: '-1 nodes', names: ['1'] }],
    ['more nodes than a number of Kubernetes holds', () => Rollout.count(2 ** 31), { given: '2147483648 nodes' }],
  ])('for %s', (_, act, facts) => {
    expect(messageOf(act)).toEqual(refusal('invalid-rollout', facts));
  });

  test.each([-1, 1.5, 2 ** 31])('for %p revisions', revisionHistoryLimit => {
    expect(messageOf(() => Rollout.onDelete({ revisionHistoryLimit }))).toEqual(
      refusal('invalid-rollout', { given: `revisionHistoryLimit: ${revisionHistoryLimit}`, allowed: '0 to 2147483647' }));
  });

  test('for a fraction of a second', () => {
    expect(messageOf(() => makeAgent({ rollout: Rollout.percent(5, { minReady: Duration.millis(500) }) }))).toEqual(
      refusal('invalid-duration', { at: 'test/agent', given: '0.5 s', names: ['minReady', '0', '2147483647'] }));
  });
});
