import { App } from 'cdk8s';
import { SimulatedNode } from '../../src/cluster/simulated/simulated-node';
import { matchers, snapshotSerializer } from '../../src/jest';
import { Manifests } from '../../src/testing/manifests';
import { Match } from '../../src/testing/match';
import { failureOf, foreign, manifestsOf, platform, yamlOf } from '../testing/support';

const logs = () => Manifests.ofChart(platform()).daemonSet('logs');

test('expect takes a DaemonSet, manifests, a chart, an app and YAML', () => {
  const chart = platform();
  expect(logs()).toRunOn(SimulatedNode.gpu());
  expect(logs()).not.toRunOn(SimulatedNode.windows());
  expect(manifestsOf(foreign())).toRunOn(SimulatedNode.linux());
  expect(yamlOf(foreign())).toRunOn(SimulatedNode.linux());
  expect(chart).toHaveResource('DaemonSet', { metadata: { name: 'logs' } });
  expect(App.of(chart)).toHaveResource('ConfigMap');
  expect(chart).not.toHaveResource('DaemonSet', { spec: { minReadySeconds: Match.anyValue() } });
});

test('expect asks what DaemonSets can be asked', () => {
  const nodes = SimulatedNode.linux().times(3);
  expect(logs()).toRollOutOn(nodes);
  expect(logs()).not.toRollOutOn([...nodes, ...SimulatedNode.linux('down').unreachable().times(2)]);
  expect(logs()).toMountHostPath('/var/log', { readOnly: true });
  expect(logs()).not.toMountHostPath('/var/log', { readOnly: false });
  expect(logs()).not.toClaimHostPort(9100);
  expect(Manifests.ofChart(platform()).daemonSet('metrics')).toClaimHostPort(9100, { protocol: 'TCP' });
  expect(logs()).toHaveNoFindings();
  expect(yamlOf(foreign({ pod: { hostNetwork: true }, container: { args: ['http://a.b.svc'] } }))).not.toHaveNoFindings();
});

test.each<[string, () => void, string]>([
  [
    'toRunOn', () => expect(logs()).toRunOn(SimulatedNode.windows('win')),
    'Expected DaemonSet logs to run on the node win, and it gets no pod.',
  ],
  [
    'not.toRunOn', () => expect(logs()).not.toRunOn(SimulatedNode.linux('a')),
    'Expected DaemonSet logs to stay away from the node a, and it runs there.',
  ],
  [
    'toRollOutOn', () => expect(logs()).toRollOutOn([SimulatedNode.linux(), SimulatedNode.linux('down').unreachable()]),
    'Expected a rollout of DaemonSet logs to reach all 2 nodes',
  ],
  [
    'not.toRollOutOn', () => expect(logs()).not.toRollOutOn([SimulatedNode.linux()]),
    'Expected a rollout of DaemonSet logs to get stuck on 1 nodes, and it reaches all that answer.',
  ],
  ['toMountHostPath', () => expect(logs()).toMountHostPath('/var/lgo'), 'Hint: did you mean /var/log?'],
  [
    'not.toMountHostPath', () => expect(logs()).not.toMountHostPath('/var/log'),
    'Expected DaemonSet logs not to mount /var/log of the node in this way, and it does.',
  ],
  ['toClaimHostPort', () => expect(logs()).toClaimHostPort(1), 'Expected DaemonSet logs to claim port 1 of its nodes'],
  [
    'not.toClaimHostPort',
    () => expect(yamlOf(foreign({ container: { ports: [{ containerPort: 1, hostPort: 1 }] } }))).not.toClaimHostPort(1),
    'not to claim port 1 of its nodes, and it does.',
  ],
  [
    'toHaveNoFindings',
    () => expect(yamlOf(foreign({ pod: { hostNetwork: true }, container: { args: ['http://a.b.svc'] } }))).toHaveNoFindings(),
    'host-network-dns',
  ],
  ['not.toHaveNoFindings', () => expect(logs()).not.toHaveNoFindings(), 'Expected checks to find something, and they find nothing.'],
  ['toHaveResource', () => expect(platform()).toHaveResource('DaemonSet', { metadata: { name: 'log' } }), 'did you mean logs?'],
  ['not.toHaveResource', () => expect(platform()).not.toHaveResource('ConfigMap'), 'Expected no ConfigMap like the pattern, found 1:'],
  ['of many', () => expect(platform()).toRunOn(SimulatedNode.linux()), "Hint: say which of them: 'logs', 'metrics'"],
  ['of something else', () => expect(5).toHaveResource('DaemonSet'), 'expect was given nothing that has manifests; given: number'],
])('%s says what the assertion says', (_, act, text) => {
  expect(failureOf(act)).toContain(text);
});

test('manifests are printed as YAML in snapshots, and other lists are not', () => {
  const service = { kind: 'Service', metadata: { name: 'a' }, apiVersion: 'v1' };
  expect(manifestsOf(service)).toMatchInlineSnapshot(`
apiVersion: v1
kind: Service
metadata:
  name: a

`);
  expect([service]).toMatchInlineSnapshot(`
apiVersion: v1
kind: Service
metadata:
  name: a

`);
  expect([
    [], ['a'], [{ kind: 'a' }], 'text', null, { apiVersion: 'v1', kind: 'Service' },
  ].map(each => snapshotSerializer.test(each))).toEqual([false, false, false, false, false, false]);
});

test('what is registered can be registered by hand', () => {
  expect(Object.keys(matchers)).toEqual([
    'toRunOn', 'toRollOutOn', 'toMountHostPath', 'toClaimHostPort', 'toHaveNoFindings', 'toHaveResource',
  ]);
});
