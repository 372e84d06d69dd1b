import { otherScheduler, schedulerReasons } from '../../../src/cluster/explain/scheduler-reasons';
import type { ClusterPod } from '../../../src/cluster/inventory/cluster-pod';
import type { Workload } from '../../../src/cluster/inventory/workload';
import { Occupancy } from '../../../src/cluster/scheduling/node-load';
import { agentOf, asking, nodeOf, opening, podOf, podOn } from '../inventory/objects';

const ALLOCATABLE = { cpu: '2', memory: '4Gi', pods: '3' };
const reasons = (agent: Workload, ...pods: ClusterPod[]) => schedulerReasons(
  agent, new Occupancy(pods),
)(nodeOf('a', { allocatable: ALLOCATABLE }));
/** The sentences are in test/wording/reasons.txt. */
const data = (agent: Workload, ...pods: ClusterPod[]) => reasons(agent, ...pods).map(({ message, ...facts }) => facts);
const using = (cpu: string) => ({ containers: [{ name: 'main', image: 'a:1', resources: { requests: { cpu } } }] });

const PORT = { containerPort: 9100, hostPort: 9100, name: 'metrics' };

test('a port that is taken is reported with who has it: a DaemonSet by its name, since its pods have others on every node', () => {
  const agent = opening([{ ...PORT, hostIP: '10.0.0.1' }]);
  const exporter = opening([PORT], {}, 'exporter');
  expect(data(agent, podOf(exporter, 'a'))).toEqual([{
    stage: 'scheduler', code: 'host-port-taken', port: 9100, protocol: 'TCP', address: '10.0.0.1', by: 'DaemonSet agents/exporter',
  }]);
  expect(reasons(opening([PORT]), podOn('a', 'web', exporter.pod))).toEqual([expect.objectContaining({ by: 'Pod apps/web' })]);
});

test('room is reported in what is asked for and what is left', () => {
  expect(data(asking({ cpu: '500m', memory: '5Gi' }), podOn('a', 'web', using('1600m')))).toEqual([
    {
      stage: 'scheduler', code: 'insufficient-resource', resource: 'cpu', wanted: '500m', found: '400m',
    },
    {
      stage: 'scheduler', code: 'insufficient-resource', resource: 'memory', wanted: '5Gi', found: '4Gi',
    },
  ]);
});

test('what is promised away twice leaves nothing, and what the node does not have is reported as such', () => {
  expect(reasons(asking({ 'cpu': '1m', 'example.com/gpu': '1' }), podOn('a', 'web', using('3')))).toMatchObject([
    { resource: 'cpu', wanted: '1m', found: '0' },
    {
      resource: 'example.com/gpu',
    },
  ]);
});

test('a node that is full of pods is reported by their number', () => {
  expect(data(agentOf({}), ...['x', 'y', 'z'].map(name => podOn('a', name)))).toEqual([{
    stage: 'scheduler', code: 'too-many-pods', wanted: 4, found: 3,
  }]);
});

test('for a critical agent the scheduler evicts others, which is said where that helps', () => {
  const critical = { priorityClassName: 'system-node-critical' };
  const said = (more: object) => reasons(opening([PORT], { ...more, resources: { requests: { cpu: '1' } } }),
    podOn('a', 'web', { ...using('2'), containers: [{ ...using('2').containers[0], ports: [PORT] }] }), podOn('a', 'x'), podOn('a', 'y'))
    .map(({ message }) => message);
  expect(said(critical)).toHaveLength(3);
  said({}).forEach((message, index) => expect([said(critical)[index].startsWith(message), said(critical)[index] === message])
    .toEqual([true, false]));
  expect(reasons(asking({ cpu: '3' }, critical))).toEqual(reasons(asking({ cpu: '3' })));
});

test('an agent that would fit next to others gets no reason', () => {
  const agent = asking({ cpu: '1' });
  expect(reasons(agent, podOf(agent, 'a'), podOn('a', 'web', using('1')), podOn('a', 'x'))).toEqual([]);
});

test.each<[string, string | undefined, string[], boolean]>([
  ['none', undefined, [], false], ['an empty name', '', [], false], ['the default one', 'default-scheduler', [], false],
  ['one that nothing is known of', 'gang', ['default-scheduler'], true], ['one that has bound pods', 'gang', ['gang'], false],
])('a scheduler of its own is reported unless it is at work: %s', (_, schedulerName, atWork, expected) => {
  const found = otherScheduler(agentOf({ schedulerName }), new Set(atWork));
  expect(found.map(({ message, ...facts }) => facts)).toEqual(!expected ? [] : [{
    stage: 'scheduler', code: 'other-scheduler', found: 'gang',
  }]);
});
