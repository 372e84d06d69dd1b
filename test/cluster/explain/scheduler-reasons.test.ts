import { otherScheduler, schedulerReasons } from '../../../src/cluster/explain/scheduler-reasons';
import type { ClusterPod } from '../../../src/cluster/inventory/cluster-pod';
import type { Workload } from '../../../src/cluster/inventory/workload';
import { Occupancy } from '../../../src/cluster/scheduling/node-load';
import { agentOf, asking, nodeOf, opening, podOf, podOn } from '../inventory/objects';

const ALLOCATABLE = { cpu: '2', memory: '4Gi', pods: '3' };
const reasons = (agent: Workload, ...pods: ClusterPod[]) => schedulerReasons(
  agent, new Occupancy(pods),
)(nodeOf('a', { allocatable: ALLOCATABLE }));
const using = (cpu: string) => ({ containers: [{ name: 'main', image: 'a:1', resources: { requests: { cpu } } }] });

const PORT = { containerPort: 9100, hostPort: 9100, name: 'metrics' };

test('a port that is taken is reported with who has it: a DaemonSet by its name, since its pods have others on every node', () => {
  const agent = opening([{ ...PORT, hostIP: '10.0.0.1' }]);
  const exporter = opening([PORT], {}, 'exporter');
  expect(reasons(agent, podOf(exporter, 'a'))).toEqual([{
    stage: 'scheduler', code: 'host-port-taken', port: 9100, protocol: 'TCP', address: '10.0.0.1', by: 'DaemonSet agents/exporter',
    message: "the port 9100/TCP of the node, which container 'main', port 'metrics' asks for, is taken by DaemonSet agents/exporter "
      + "(container 'main', port 'metrics'): give one of them another port, or keep them on different nodes",
  }]);
  expect(reasons(opening([PORT]), podOn('a', 'web', exporter.pod))).toEqual([expect.objectContaining({ by: 'Pod apps/web' })]);
});

test('room is reported in what is asked for and what is left', () => {
  expect(reasons(asking({ cpu: '500m', memory: '5Gi' }), podOn('a', 'web', using('1600m')))).toEqual([
    {
      stage: 'scheduler', code: 'insufficient-resource', resource: 'cpu', wanted: '500m', found: '400m',
      message: 'the agent asks for 500m of cpu, and other pods leave 400m of the 2 that the node has: ask for less, or move pods away',
    },
    {
      stage: 'scheduler', code: 'insufficient-resource', resource: 'memory', wanted: '5Gi', found: '4Gi',
      message: 'the agent asks for 5Gi of memory, and the node has 4Gi in all: ask for less, or keep the agent off such nodes',
    },
  ]);
});

test('what is promised away twice leaves nothing, and what the node does not have is reported as such', () => {
  expect(reasons(asking({ 'cpu': '1m', 'example.com/gpu': '1' }), podOn('a', 'web', using('3')))).toMatchObject([
    { resource: 'cpu', wanted: '1m', found: '0' },
    {
      resource: 'example.com/gpu',
      message: 'the agent asks for 1 of example.com/gpu, and the node has none: ask for less, or keep the agent off such nodes',
    },
  ]);
});

test('a node that is full of pods is reported by their number', () => {
  expect(reasons(agentOf({}), ...['x', 'y', 'z'].map(name => podOn('a', name)))).toEqual([{
    stage: 'scheduler', code: 'too-many-pods', wanted: 4, found: 3,
    message: 'the node takes 3 pods, and 3 are there: raise `maxPods` of its kubelet, or move pods away',
  }]);
});

test('for a critical agent the scheduler evicts others, where that helps', () => {
  const critical = { priorityClassName: 'system-node-critical' };
  const evicts = ', or leave it to the scheduler to evict pods of lower priority';
  const [port, cpu, pods] = reasons(opening([PORT], { ...critical, resources: { requests: { cpu: '1' } } }),
    podOn('a', 'web', { ...using('2'), containers: [{ ...using('2').containers[0], ports: [PORT] }] }), podOn('a', 'x'), podOn('a', 'y'));
  expect([port, cpu, pods].map(({ message }) => message.endsWith(evicts))).toEqual([true, true, true]);
  expect(reasons(asking({ cpu: '3' }, critical))[0].message).toContain(
    'the node has 2 in all: ask for less, or keep the agent off such nodes',
  );
});

test('an agent that would fit next to others gets no reason', () => {
  const agent = asking({ cpu: '1' });
  expect(reasons(agent, podOf(agent, 'a'), podOn('a', 'web', using('1')), podOn('a', 'x'))).toEqual([]);
});

test.each<[string, string | undefined, string[], boolean]>([
  ['none', undefined, [], false], ['an empty name', '', [], false], ['the default one', 'default-scheduler', [], false],
  ['one that nothing is known of', 'gang', ['default-scheduler'], true], ['one that has bound pods', 'gang', ['gang'], false],
])('a scheduler of its own is reported unless it is at work: %s', (_, schedulerName, atWork, expected) => {
  expect(otherScheduler(agentOf({ schedulerName }), new Set(atWork))).toEqual(!expected ? [] : [{
    stage: 'scheduler', code: 'other-scheduler', found: 'gang',
    message: 'the agent leaves it to the scheduler gang to place its pods, and nothing shows that there is one: see that it runs, or leave '
      + '`schedulerName` out',
  }]);
});
