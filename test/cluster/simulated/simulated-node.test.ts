import * as fc from 'fast-check';
import { EksNodes, NodePressure, NodeTaint, SimulatedNode } from '../../../src/cluster';
import { isReady, readNode } from '../../../src/cluster/inventory/cluster-node';
import { Placement } from '../../../src/cluster/placement/placement';
import { expectStrict } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';
import { runs } from '../../support/runs';

const taintsOf = (node: SimulatedNode) => node.taints.map(String);
const conditionsOf = (node: SimulatedNode) =>
  Object.fromEntries(node.toManifest().status.conditions.map(({ type, status }: any) => [type, status]));
const runsOn = (podSpec: any, node: SimulatedNode) => new Placement(podSpec).on(readNode(node.toManifest())).shouldRun;

const HEALTHY = { DiskPressure: 'False', MemoryPressure: 'False', PIDPressure: 'False', Ready: 'True' };
const NOT_READY = ['node.kubernetes.io/not-ready:NoSchedule', 'node.kubernetes.io/not-ready:NoExecute'];
const UNREACHABLE = ['node.kubernetes.io/unreachable:NoSchedule', 'node.kubernetes.io/unreachable:NoExecute'];

describe('what there is to begin with', () => {
  const KUBELET = {
    'beta.kubernetes.io/arch': 'amd64', 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux',
  };

  test.each<[string, SimulatedNode, object, string[]]>([
    ['linux', SimulatedNode.linux(), KUBELET, []],
    ['arm64', SimulatedNode.arm64(), { ...KUBELET, 'beta.kubernetes.io/arch': 'arm64', 'kubernetes.io/arch': 'arm64' }, []],
    ['windows', SimulatedNode.windows(),
      { ...KUBELET, 'beta.kubernetes.io/os': 'windows', 'kubernetes.io/os': 'windows', 'node.kubernetes.io/windows-build': '10.0.20348' },
      []],
    ['control-plane', SimulatedNode.controlPlane(),
      { ...KUBELET, 'node-role.kubernetes.io/control-plane': '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' },
      ['node-role.kubernetes.io/control-plane:NoSchedule']],
    ['gpu', SimulatedNode.gpu(), { ...KUBELET, 'nvidia.com/gpu.present': 'true' }, ['nvidia.com/gpu:NoSchedule']],
    ['virtual-kubelet', SimulatedNode.virtualKubelet(),
      { 'beta.kubernetes.io/os': 'linux', 'kubernetes.io/os': 'linux', 'kubernetes.io/role': 'agent', 'type': 'virtual-kubelet' },
      ['virtual-kubelet.io/provider=mock:NoSchedule']],
  ])('%s is called so, is Ready, and has these labels and taints', (name, node, labels, taints) => {
    expect(node.name).toBe(name);
    expect(String(node)).toBe(name);
    expect(node.labels).toEqual({ ...labels, 'kubernetes.io/hostname': name });
    expect(taintsOf(node)).toEqual(taints);
    expect(conditionsOf(node)).toEqual(HEALTHY);
    expect(
      node.toManifest().status.allocatable,
    ).toMatchObject({ 'cpu': '4', 'ephemeral-storage': '100Gi', 'memory': '16Gi', 'pods': '110' });
  });

  test.each([
    ['linux', SimulatedNode.linux], ['arm64', SimulatedNode.arm64], ['windows', SimulatedNode.windows],
    ['controlPlane', SimulatedNode.controlPlane],
    ['gpu', SimulatedNode.gpu], ['virtualKubelet', SimulatedNode.virtualKubelet],
  ])('%s takes a name and options', (_, make) => {
    const node = make('a', {
      labels: { 'pool': 'b', 'kubernetes.io/os': 'plan9' }, taints: [NodeTaint.noSchedule('c', 'd')], allocatable: { pods: 5 },
    });
    expect(node.name).toBe('a');
    expect(node.labels).toMatchObject({ 'pool': 'b', 'kubernetes.io/os': 'plan9', 'kubernetes.io/hostname': 'a' });
    expect(taintsOf(node)).toEqual([...taintsOf(make()), 'c=d:NoSchedule']);
    expect(node.toManifest().status.allocatable).toEqual({ ...make().toManifest().status.allocatable, pods: '5' });
  });

  test('a GPU is there to ask for', () => {
    expect(SimulatedNode.gpu().toManifest().status.allocatable).toHaveProperty(['nvidia.com/gpu'], '1');
  });

  test('a name that a label cannot hold stands in none', () => {
    const name = `a.${'b'.repeat(63)}`;
    expect(SimulatedNode.linux(name).labels).not.toHaveProperty(['kubernetes.io/hostname']);
    expect(SimulatedNode.linux(name).named('a').labels).not.toHaveProperty(['kubernetes.io/hostname']);
    expect(SimulatedNode.linux('a').named(name).labels).not.toHaveProperty(['kubernetes.io/hostname']);
  });
});

describe('names', () => {
  test('the host name follows', () => {
    const node = SimulatedNode.linux('a').named('b');
    expect([node.name, node.labels['kubernetes.io/hostname']]).toEqual(['b', 'b']);
  });

  test('a host name of its own stays', () => {
    const node = SimulatedNode.linux('a', { labels: { 'kubernetes.io/hostname': 'ip-10-0-0-1' } }).named('b');
    expect([node.name, node.labels['kubernetes.io/hostname']]).toEqual(['b', 'ip-10-0-0-1']);
  });

  test('a fleet is numbered', () => {
    const fleet = SimulatedNode.linux('a').withTaint(NodeTaint.noSchedule('b')).times(3);
    expect(fleet.map(String)).toEqual(['a-1', 'a-2', 'a-3']);
    expect(fleet.map(node => node.labels['kubernetes.io/hostname'])).toEqual(['a-1', 'a-2', 'a-3']);
    expect(fleet.flatMap(taintsOf)).toEqual(['b:NoSchedule', 'b:NoSchedule', 'b:NoSchedule']);
    expect(SimulatedNode.linux().times(0)).toEqual([]);
  });
});

describe('labels, taints and room', () => {
  const node = SimulatedNode.linux('a', {
    labels: { b: '1' }, taints: [NodeTaint.noSchedule('c', '1'), NodeTaint.noExecute('c', '1'), NodeTaint.noSchedule('d')],
  });

  test('a label of the same key is replaced', () => {
    expect(node.withLabels({ b: '2', e: '' }).labels).toMatchObject({ b: '2', e: '' });
  });

  test('a label goes', () => {
    expect(node.withoutLabel('b').labels).not.toHaveProperty('b');
    expect(node.withoutLabel('x').labels).toEqual(node.labels);
  });

  test('a taint of the same key and effect is replaced: the API server takes only one', () => {
    expect(taintsOf(node.withTaint(NodeTaint.noSchedule('c', '2')))).toEqual(['c=1:NoExecute', 'd:NoSchedule', 'c=2:NoSchedule']);
  });

  test('taints go by their key, whatever their effect', () => {
    expect(taintsOf(node.withoutTaint('c'))).toEqual(['d:NoSchedule']);
    expect(taintsOf(node.withoutTaint('x'))).toEqual(taintsOf(node));
  });

  test('the last taint leaves no list behind', () => {
    expect(node.withoutTaint('c').withoutTaint('d').toManifest().spec).toEqual({});
  });

  test('what is not said of the room stays', () => {
    expect(
      node.withAllocatable({ cpu: '8', extended: { 'nvidia.com/gpu': '2' } }).withAllocatable({ pods: 20 }).toManifest().status.allocatable,
    )
      .toEqual({ 'cpu': '8', 'ephemeral-storage': '100Gi', 'memory': '16Gi', 'nvidia.com/gpu': '2', 'pods': '20' });
  });

  test('a node that says nothing of its room is an ordinary machine in the rest', () => {
    expect(EksNodes.windows().toManifest().status).not.toHaveProperty('allocatable');
    expect(EksNodes.windows().withAllocatable({ pods: 14 }).toManifest().status.allocatable)
      .toEqual({ 'cpu': '4', 'ephemeral-storage': '100Gi', 'memory': '16Gi', 'pods': '14' });
  });

  test('labels are sorted by their keys, whoever added them when', () => {
    expect(Object.keys(SimulatedNode.linux('a').withLabels({ z: '', a: '' }).withLabels({ b: '' }).toManifest().metadata.labels))
      .toEqual(Object.keys(SimulatedNode.linux('a').withLabels({ a: '', b: '', z: '' }).labels).sort());
  });
});

describe('states', () => {
  test.each<[string, (node: SimulatedNode) => SimulatedNode, string[], object]>([
    ['cordoned', node => node.cordoned(), ['node.kubernetes.io/unschedulable:NoSchedule'], {}],
    ['not ready', node => node.notReady(), NOT_READY, { Ready: 'False' }],
    ['unreachable', node => node.unreachable(), UNREACHABLE, {
      DiskPressure: 'Unknown', MemoryPressure: 'Unknown', PIDPressure: 'Unknown', Ready: 'Unknown',
    }],
    ['uninitialized', node => node.uninitialized(), [
      ...NOT_READY, 'node.cloudprovider.kubernetes.io/uninitialized=true:NoSchedule',
    ], { Ready: 'False' }],
    ['without network', node => node.withoutNetwork(), [
      'node.kubernetes.io/network-unavailable:NoSchedule',
    ], { NetworkUnavailable: 'True' }],
    ['short of memory', node => node.underPressure(NodePressure.MEMORY), [
      'node.kubernetes.io/memory-pressure:NoSchedule',
    ], { MemoryPressure: 'True' }],
    ['short of disk', node => node.underPressure(NodePressure.DISK), [
      'node.kubernetes.io/disk-pressure:NoSchedule',
    ], { DiskPressure: 'True' }],
    ['short of processes', node => node.underPressure(NodePressure.PID), [
      'node.kubernetes.io/pid-pressure:NoSchedule',
    ], { PIDPressure: 'True' }],
  ])('a node that is %s says so, and has the taints that a cluster gives it', (_, change, taints, conditions) => {
    const before = SimulatedNode.linux().withTaint(NodeTaint.noSchedule('own'));
    expect(taintsOf(change(before))).toEqual(['own:NoSchedule', ...taints]);
    expect(conditionsOf(change(before))).toEqual({ ...HEALTHY, ...conditions });
    expect(taintsOf(change(change(before)))).toEqual(taintsOf(change(before)));
  });

  test('only a cordoned node is unschedulable', () => {
    expect(readNode(SimulatedNode.linux().cordoned().toManifest()).unschedulable).toBe(true);
    expect(readNode(SimulatedNode.linux().notReady().toManifest()).unschedulable).toBe(false);
  });

  test.each([
    ['not ready after it was unreachable', SimulatedNode.linux().unreachable().notReady(), NOT_READY, 'False'],
    ['unreachable after it was not ready', SimulatedNode.linux().notReady().unreachable(), UNREACHABLE, 'Unknown'],
  ])('a node that is %s has the taints of the later state alone', (_, node, taints, ready) => {
    expect(taintsOf(node)).toEqual(taints);
    expect(conditionsOf(node).Ready).toBe(ready);
  });

  test('states add up', () => {
    const node = SimulatedNode.linux().notReady().cordoned().underPressure(NodePressure.DISK).underPressure(NodePressure.PID)
      .withoutNetwork();
    expect(taintsOf(node)).toEqual([
      ...NOT_READY,
      ...['unschedulable', 'disk-pressure', 'pid-pressure', 'network-unavailable'].map(name => `node.kubernetes.io/${name}:NoSchedule`),
    ]);
    expect(isReady(readNode(node.toManifest()))).toBe(false);
  });

  test('a condition keeps nothing of what was said of its former status', () => {
    const live = SimulatedNode.fromManifest({
      apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' },
      status: {
        conditions: [
          { type: 'Ready', status: 'True', reason: 'KubeletReady' },
          { type: 'CorruptDockerOverlay2', status: 'False', reason: 'NoCorruption' },
        ],
      },
    });
    expect(live.notReady().toManifest().status.conditions)
      .toEqual([{ type: 'Ready', status: 'False' }, { type: 'CorruptDockerOverlay2', status: 'False', reason: 'NoCorruption' }]);
    expect(
      live.cordoned().toManifest().spec,
    ).toEqual({ unschedulable: true, taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] });
  });

  test.each<[string, object, SimulatedNode, boolean]>([
    ['an agent that tolerates nothing runs on a cordoned node', {}, SimulatedNode.linux().cordoned(), true],
    ['an agent that tolerates nothing runs on a node short of disk', {}, SimulatedNode.linux().underPressure(NodePressure.DISK), true],
    ['an agent that tolerates nothing does not start on a node that is not ready', {}, SimulatedNode.linux().notReady(), false],
    ['an agent that tolerates NoSchedule does', {
      tolerations: [{ operator: 'Exists', effect: 'NoSchedule' }],
    }, SimulatedNode.linux().notReady(), true],
    ['an agent that tolerates nothing does not start on an unreachable node', {}, SimulatedNode.linux().unreachable(), false],
    ['an agent of its own network waits for that of the node', {}, SimulatedNode.linux().withoutNetwork(), false],
    ['an agent on the host network does not', { hostNetwork: true }, SimulatedNode.linux().withoutNetwork(), true],
    ['a network plugin that tolerates not-ready alone misses new nodes of a cloud',
      { hostNetwork: true, tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] },
      SimulatedNode.linux().uninitialized(), false],
  ])('%s', (_, podSpec, node, expected) => {
    expect(runsOn(podSpec, node)).toEqual(expected);
  });
});

describe('whatever one does', () => {
  const word = fc.constantFrom('a', 'b', 'example.com/c');
  const others: Array<(node: SimulatedNode) => SimulatedNode> = [
    node => node.cordoned(), node => node.notReady(), node => node.unreachable(), node => node.uninitialized(),
    node => node.withoutNetwork(),
    node => node.named('other'), node => node.times(2)[1], node => SimulatedNode.fromManifest(node.toManifest()),
  ];
  const change: fc.Arbitrary<(node: SimulatedNode) => SimulatedNode> = fc.oneof(
    fc.dictionary(word, fc.constantFrom('', '1', '2')).map(labels => (node: SimulatedNode) => node.withLabels(labels)),
    word.map(key => (node: SimulatedNode) => node.withoutLabel(key)),
    fc.tuple(
      fc.constantFrom(NodeTaint.noSchedule, NodeTaint.noExecute, NodeTaint.preferNoSchedule), word,
      fc.option(word.filter(text => text.length === 1), { nil: undefined }),
    )
      .map(([make, key, value]) => (node: SimulatedNode) => node.withTaint(make(key, value))),
    word.map(key => (node: SimulatedNode) => node.withoutTaint(key)),
    fc.record({ cpu: fc.constantFrom('1', '250m'), pods: fc.nat(250) }).map(room => (node: SimulatedNode) => node.withAllocatable(room)),
    fc.constantFrom(...Object.values(NodePressure)).map(pressure => (node: SimulatedNode) => node.underPressure(pressure)),
    fc.constantFrom(...others),
  );
  const begin = fc.constantFrom(
    SimulatedNode.linux(), SimulatedNode.windows(), SimulatedNode.controlPlane(), SimulatedNode.gpu(), SimulatedNode.virtualKubelet(),
    EksNodes.fargate(), EksNodes.autoMode(),
    SimulatedNode.fromManifest({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'bare' } }),
  );
  const changes = fc.array(change, { minLength: 1, maxLength: 8 });

  test('no node ever changes', () => {
    fc.assert(fc.property(begin, changes, (node, all) => {
      all.reduce((before, each) => {
        const text = JSON.stringify(before.toManifest());
        const after = each(before);
        expect(JSON.stringify(before.toManifest())).toBe(text);
        return after;
      }, node);
    }), { numRuns: runs(100) });
  });

  test('what is handed out is a copy', () => {
    fc.assert(fc.property(begin, changes, (first, all) => {
      const node = all.reduce((before, each) => each(before), first);
      const text = JSON.stringify(node.toManifest());
      const manifest = node.toManifest();
      manifest.metadata.labels = { changed: 'yes' };
      (manifest.spec ??= {}).taints?.splice(0);
      ((manifest.status ??= {}).conditions ?? []).splice(0);
      node.labels.changed = 'yes';
      node.taints.splice(0);
      expect(JSON.stringify(node.toManifest())).toBe(text);
    }), { numRuns: runs(100) });
  });

  test('it is a Node that every Kubernetes takes, with no taint twice', () => {
    fc.assert(fc.property(begin, changes, (first, all) => {
      const node = all.reduce((before, each) => each(before), first);
      expectStrict([node.toManifest()], 28);
      const keys = node.taints.map(({ key, effect }) => `${key}:${effect}`);
      expect(keys).toEqual([...new Set(keys)]);
    }), { numRuns: runs(100) });
  });

  test('the core reads what the node says', () => {
    fc.assert(fc.property(begin, changes, (first, all) => {
      const node = all.reduce((before, each) => each(before), first);
      const { name, labels, taints } = readNode(node.toManifest());
      expect({ name, labels }).toEqual({ name: node.name, labels: node.labels });
      expect(taints).toEqual(node.taints.map(({ key, value, effect }) => ({ key, ...value !== undefined && { value }, effect })));
    }), { numRuns: runs(100) });
  });
});

describe('what cannot be', () => {
  const label = (given: string) => refusal('invalid-label', { given });
  test.each<[string, () => unknown, string]>([
    ['a name', () => SimulatedNode.linux('Worker 1'), refusal('invalid-name', { given: "'Worker 1'" })],
    ['another name', () => SimulatedNode.linux().named(''), refusal('invalid-name', { given: "''" })],
    ['a label', () => SimulatedNode.linux('a', { labels: { 'b c': '' } }), label("'b c'")],
    ['a label that is added', () => SimulatedNode.linux().withLabels({ '/': '' }), label("'/'")],
    ['the value of a label', () => SimulatedNode.linux().withLabels({
      a: 'b c',
    }), refusal('invalid-label', { given: "'b c'" })],
    [
      'half a node', () => SimulatedNode.linux().times(0.5),
      refusal('wrong-option', { given: '0.5', allowed: 'at least 0' }),
    ],
    ['fewer nodes than none', () =>
      SimulatedNode.linux().times(-1), refusal('wrong-option', { given: '-1', allowed: 'at least 0' })],
    ['room', () => SimulatedNode.linux().withAllocatable({
      memory: '16 GB',
    }), refusal('invalid-quantity', { given: "'16 GB'" })],
  ])('%s is refused', (_, act, message) => {
    expect(reading(act)).toThrow(message);
  });
});
