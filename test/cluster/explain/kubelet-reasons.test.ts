import { isCritical, kubeletReasons } from '../../../src/cluster/explain/kubelet-reasons';
import { agentOf, asking, Fields, nodeOf } from '../inventory/objects';

type NodeFields = Parameters<typeof nodeOf>[1];
const codes = (agent: Parameters<typeof kubeletReasons>[0], fields: NodeFields) =>
  kubeletReasons(agent)(nodeOf(
    'a', fields,
  )).map(reason => [reason.code, 'condition' in reason ? reason.condition : 'found' in reason ? reason.found : ''].join(' '));
const pressure = (...conditions: string[]): NodeFields => ({
  conditions: Object.fromEntries(conditions.map(condition => [condition, 'True'])),
});

test.each<[string, Fields, NodeFields, string[]]>([
  ['no pressure', {}, { conditions: { Ready: 'True', DiskPressure: 'False', PIDPressure: 'False' } }, []],
  ['pressure on memory, which DaemonSets tolerate', {}, pressure('MemoryPressure'), []],
  ['pressure on the disk', {}, pressure('DiskPressure'), ['node-pressure DiskPressure']],
  ['pressure on processes', {}, pressure('PIDPressure'), ['node-pressure PIDPressure']],
  ['all of it', {}, pressure('MemoryPressure', 'DiskPressure', 'PIDPressure'), ['node-pressure DiskPressure', 'node-pressure PIDPressure']],
  ['pressure that nobody knows of', {}, { conditions: { DiskPressure: 'Unknown' } }, []],
  ['requests, which do not help', asking({ cpu: '1', memory: '1Gi' }).pod, pressure('DiskPressure'), ['node-pressure DiskPressure']],
  ['tolerations, which do not help', { tolerations: [{ operator: 'Exists' }] }, pressure('DiskPressure'), ['node-pressure DiskPressure']],
  ['the class of what a node needs', { priorityClassName: 'system-node-critical' }, pressure('DiskPressure', 'PIDPressure'), []],
  ['the class of what a cluster needs', { priorityClassName: 'system-cluster-critical' }, pressure('DiskPressure', 'PIDPressure'), []],
  ['any other class', { priorityClassName: 'very-critical' }, pressure('PIDPressure'), ['node-pressure PIDPressure']],
])('under pressure a kubelet takes pods or turns them away: %s', (_, pod, fields, expected) => {
  expect(codes(agentOf(pod), fields)).toEqual(expected);
});

test.each([
  [1_999_999_999, false], [2_000_000_000, true], [2_000_001_000, true], [undefined, false], [null, false],
])('a priority of %p is critical: %s', (priority, expected) => {
  expect(isCritical(agentOf({ priority }))).toBe(expected);
});

/** The sentences are in test/wording/reasons.txt. */
const data = (agent: Parameters<typeof kubeletReasons>[0], fields: NodeFields) =>
  kubeletReasons(agent)(nodeOf('a', fields)).map(({ message, ...facts }) => facts);

test.each<[string, NodeFields, string | undefined]>([
  ['a node that is ready', { conditions: { Ready: 'True' } }, undefined],
  ['a node that does not say', {}, undefined],
  ['a node that is not ready', { conditions: { Ready: 'False' } }, 'False'],
  ['a node that does not answer', { conditions: { Ready: 'Unknown' } }, 'Unknown'],
])('a pod waits for its node to be ready: %s', (_, fields, found) => {
  for (const pod of [{}, { hostNetwork: true }]) {
    expect(data(agentOf(pod), fields)).toEqual(found === undefined ? [] : [{ stage: 'kubelet', code: 'node-not-ready', found }]);
  }
});

test('of an agent on the host network something else is said, since it may be what makes the node ready', () => {
  const said = (pod: Fields) => kubeletReasons(agentOf(pod))(nodeOf('a', { conditions: { Ready: 'False' } }))[0].message;
  expect(said({ hostNetwork: true })).not.toBe(said({}));
});

describe('an agent for another system', () => {
  const windows = { labels: { 'kubernetes.io/os': 'windows' } };

  test.each<[string, Parameters<typeof agentOf>, NodeFields, number]>([
    ['says so in its spec', [{ os: { name: 'linux' } }], windows, 1],
    ['says so in a label of its pods, which the kubelet reads too', [{}, 'agent', { 'kubernetes.io/os': 'linux' }], windows, 1],
    ['says so twice', [{ os: { name: 'linux' } }, 'agent', { 'kubernetes.io/os': 'linux' }], windows, 1],
    ['says nothing', [{}], windows, 0],
    ['meets a node that says nothing', [{ os: { name: 'linux' } }], {}, 0],
    ['meets its own system', [{ os: { name: 'windows' } }], windows, 0],
  ])('is turned away, as far as is known: it %s', (_, agent, fields, count) => {
    expect(data(agentOf(...agent), fields)).toEqual(Array(count).fill({
      stage: 'kubelet', code: 'operating-system-mismatch', wanted: 'linux', found: 'windows',
    }));
  });
});

test('everything is reported at once', () => {
  const reasons = kubeletReasons(agentOf({ os: { name: 'linux' } }))(nodeOf('a', {
    labels: { 'kubernetes.io/os': 'windows' }, conditions: { Ready: 'False', DiskPressure: 'True' },
  }));
  expect(reasons.map(({ code }) => code)).toEqual(['node-not-ready', 'node-pressure', 'operating-system-mismatch']);
});
