import * as fc from 'fast-check';
import type { Workload } from '../../../src/cluster/inventory/workload';
import { Occupancy } from '../../../src/cluster/scheduling/node-load';
import { demandOf, inOrder, requestsOf, schedulingBlockers, shortageOf } from '../../../src/cluster/scheduling/scheduler';
import { runs } from '../../support/runs';
import { agentOf, asking, Fields, nodeOf, opening, podOn } from '../inventory/objects';

const PLENTY = { 'cpu': '4', 'memory': '16Gi', 'ephemeral-storage': '100Gi', 'pods': '110' };

function blockers(agent: Workload, allocatable: Fields | undefined, ...podSpecs: Fields[]): object[] {
  const pods = podSpecs.map((spec, index) => podOn('a', `p${index}`, spec));
  return schedulingBlockers(demandOf(agent), nodeOf('a', { allocatable }), new Occupancy(pods).withoutPodsOf([agent], 'a'));
}

/** The ports that are taken, as `port/protocol pod`. */
function takenPorts(agent: Workload, ...podSpecs: Fields[]): string[] {
  return blockers(agent, undefined, ...podSpecs).map((each: any) => `${each.claim.port}/${each.claim.protocol} ${each.holder.pod.name}`);
}

/** What is short, as `resource wanted/free/allocatable`. */
function short(agent: Workload, allocatable: Fields, ...podSpecs: Fields[]): string[] {
  return blockers(agent, allocatable, ...podSpecs).map((each: any) => `${each.resource} ${each.wanted}/${each.free}/${each.allocatable}`);
}

const container = (fields: Fields): Fields => ({ containers: [{ name: 'main', image: 'a:1', ...fields }] });
const port = (hostPort: number | undefined, fields: Fields = {}): Fields => ({
  containerPort: 80, ...hostPort !== undefined && { hostPort }, ...fields,
});
const holding = (...ports: Fields[]): Fields => container({ ports });
const using = (requests: Fields): Fields => container({ resources: { requests } });

/** Each row agrees with the plugin NodePorts of Kubernetes 1.36; `npm run conformance` holds thousands more against it. */
describe('ports of the node', () => {
  test.each<[string, Workload, Fields[], string[]]>([
    ['no port is wanted', opening([port(undefined)]), [holding(port(80))], []],
    ['the port is free', opening([port(80)]), [holding(port(81))], []],
    ['nobody is there', opening([port(80)]), [], []],
    ['the port is taken', opening([port(80)]), [holding(port(80))], ['80/TCP p0']],
    ['the protocol is another', opening([port(80)]), [holding(port(80, { protocol: 'UDP' }))], []],
    ['the protocol is the same, written or not', opening([port(80)]), [holding(port(80, { protocol: 'TCP' }))], ['80/TCP p0']],
    ['the addresses are others', opening([port(80, { hostIP: '10.0.0.1' })]), [holding(port(80, { hostIP: '10.0.0.2' }))], []],
    ['the address is the same', opening([port(80, { hostIP: '10.0.0.1' })]), [holding(port(80, { hostIP: '10.0.0.1' }))], ['80/TCP p0']],
    ['the other has every address', opening([port(80, { hostIP: '10.0.0.1' })]), [holding(port(80, { hostIP: '0.0.0.0' }))], ['80/TCP p0']],
    ['every address is wanted', opening([port(80)]), [holding(port(80, { hostIP: '10.0.0.1' }))], ['80/TCP p0']],
    ['both have every address, however written', opening([port(80, { hostIP: '' })]), [
      holding(port(80, { hostIP: '0.0.0.0' })),
    ], ['80/TCP p0']],
    ['the address of IPv6 for all stands for itself alone', opening([port(80, { hostIP: '::' })]), [
      holding(port(80, { hostIP: '10.0.0.1' })),
    ], []],
    ['it is the same as itself', opening([port(80, { hostIP: '::' })]), [holding(port(80, { hostIP: '::' }))], ['80/TCP p0']],
    ['it is part of every address', opening([port(80, { hostIP: '::' })]), [holding(port(80))], ['80/TCP p0']],
    ['one of several is taken', opening([port(80), port(81, { containerPort: 81 })]), [holding(port(81))], ['81/TCP p0']],
    ['several are taken, by several', opening([port(80), port(81, { containerPort: 81 })]), [
      holding(port(81)), holding(port(80)),
    ], ['80/TCP p1', '81/TCP p0']],
    ['the agent is on the host network, where each port is one of the node', opening([port(undefined)], { hostNetwork: true }), [
      holding(port(80)),
    ], ['80/TCP p0']],
    ['the other is on the host network', opening([port(80)]), [{ ...holding(port(undefined)), hostNetwork: true }], ['80/TCP p0']],
    ['the other declares no port on the host network', opening([port(80)]), [{ ...container({}), hostNetwork: true }], []],
    ['a sidecar has it', opening([port(80)]), [
      { ...container({}), initContainers: [{ name: 'side', restartPolicy: 'Always', ports: [port(80)] }] },
    ], ['80/TCP p0']],
    ['an init container had it', opening([port(80)]), [{ ...container({}), initContainers: [{ name: 'init', ports: [port(80)] }] }], []],
    ['a sidecar of the agent wants it', agentOf({ initContainers: [{ name: 'side', restartPolicy: 'Always', ports: [port(80)] }] }), [
      holding(port(80)),
    ], ['80/TCP p0']],
    ['an init container of the agent wants it', agentOf({ initContainers: [{ name: 'init', ports: [port(80)] }] }), [
      holding(port(80)),
    ], []],
  ])('%s', (_, agent, podSpecs, expected) => {
    expect(takenPorts(agent, ...podSpecs)).toEqual(expected);
  });
});

/** Each row agrees with the plugin NodeResourcesFit of Kubernetes 1.36. */
describe('resources of the node', () => {
  test.each<[string, Workload, Fields, Fields[], string[]]>([
    ['there is enough', asking({ cpu: '100m', memory: '64Mi' }), PLENTY, [], []],
    ['there is exactly enough', asking({ cpu: '1' }), { ...PLENTY, cpu: '1500m' }, [using({ cpu: '500m' })], []],
    ['a thousandth is missing', asking({ cpu: '1' }), { ...PLENTY, cpu: '1499m' }, [using({ cpu: '500m' })], ['cpu 1000/999/1499']],
    ['the node is too small', asking({ memory: '2Gi' }), { ...PLENTY, memory: '1Gi' }, [], ['memory 2147483648/1073741824/1073741824']],
    ['everything is missing', asking({
      'cpu': '5', 'memory': '17Gi', 'ephemeral-storage': '101Gi', 'example.com/gpu': '1', 'example.com/fpga': '1',
    }), { ...PLENTY, pods: '0' }, [], [
      'cpu 5000/4000/4000', 'memory 18253611008/17179869184/17179869184', 'ephemeral-storage 108447924224/107374182400/107374182400',
      'pods 1/0/0',
      'example.com/fpga 1/0/0', 'example.com/gpu 1/0/0',
    ]],
    ['nothing is asked for, and the node is promised away twice', agentOf({}), { ...PLENTY, cpu: '1' }, [using({ cpu: '2' })], []],
    ['zero is asked for', asking({ cpu: '0' }), { ...PLENTY, cpu: '1' }, [using({ cpu: '2' })], []],
    ['something is asked for of what is promised away twice', asking({ cpu: '1m' }), {
      ...PLENTY, cpu: '1',
    }, [using({ cpu: '2' })], ['cpu 1/-1000/1000']],
    ['one pod too many is there', agentOf({}), { ...PLENTY, pods: '2' }, [container({}), container({})], ['pods 1/0/2']],
    ['the last place is free', agentOf({}), { ...PLENTY, pods: '2' }, [container({})], []],
    ['an init container needs more than is left', agentOf({
      initContainers: [{ name: 'init', resources: { requests: { cpu: '5' } } }],
    }), PLENTY, [], ['cpu 5000/4000/4000']],
    ['an init container of another pod holds room', asking({ cpu: '1' }), PLENTY, [
      { ...container({}), initContainers: [{ name: 'init', resources: { requests: { cpu: '4' } } }] },
    ],
    ['cpu 1000/0/4000']],
    ['a sidecar counts beside the agent', agentOf({
      containers: [{ name: 'main', resources: { requests: { cpu: '3' } } }],
      initContainers: [{ name: 'side', restartPolicy: 'Always', resources: { requests: { cpu: '2' } } }],
    }), PLENTY, [], ['cpu 5000/4000/4000']],
    ['overhead counts', asking({ cpu: '4' }, { overhead: { cpu: '1m' } }), PLENTY, [], ['cpu 4001/4000/4000']],
    ['overhead of others counts', asking({ cpu: '4' }), PLENTY, [{ ...container({}), overhead: { cpu: '1m' } }], ['cpu 4000/3999/4000']],
    ['a pod says for itself what it needs', asking({ cpu: '9' }, { resources: { requests: { cpu: '4' } } }), PLENTY, [], []],
    ['a limit is a request', agentOf(container({ resources: { limits: { memory: '17Gi' } } })), PLENTY, [], [
      'memory 18253611008/17179869184/17179869184',
    ]],
    ['huge pages are there', agentOf(container({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } })), {
      ...PLENTY, 'hugepages-2Mi': '4Mi',
    }, [], []],
    ['huge pages are taken', agentOf(container({ resources: { limits: { 'hugepages-2Mi': '4Mi' } } })), {
      ...PLENTY, 'hugepages-2Mi': '4Mi',
    },
    [container({ resources: { limits: { 'hugepages-2Mi': '2Mi' } } })], ['hugepages-2Mi 4194304/2097152/4194304']],
    ['a device is not on the node', asking({ 'example.com/gpu': '1' }), PLENTY, [], ['example.com/gpu 1/0/0']],
    ['all devices are taken', asking({ 'example.com/gpu': '1' }), {
      ...PLENTY, 'example.com/gpu': '2',
    }, [using({ 'example.com/gpu': '2' })], ['example.com/gpu 1/0/2']],
  ])('%s', (_, agent, allocatable, podSpecs, expected) => {
    expect(short(agent, allocatable, ...podSpecs)).toEqual(expected);
  });

  test('a node that was written by hand may leave out what every node has, and no more than that', () => {
    expect(short(asking({ 'cpu': '9', 'memory': '1Gi', 'ephemeral-storage': '1Gi', 'example.com/gpu': '1' }), { cpu: '4' })).toEqual([
      'cpu 9000/4000/4000', 'example.com/gpu 1/0/0',
    ]);
  });

  test('a node that does not say what it has is taken as large enough', () => {
    expect(blockers(asking({ 'cpu': '1000', 'example.com/gpu': '8' }), undefined, using({ cpu: '1000' }))).toEqual([]);
  });

  test('that a node is cordoned does not matter', () => {
    expect(schedulingBlockers(
      demandOf(agentOf({})), nodeOf('a', { cordoned: true, allocatable: PLENTY }), new Occupancy([]).withoutPodsOf([], 'a'),
    )).toEqual([]);
  });
});

test('ports and resources are both reported', () => {
  expect(blockers(opening([port(80)], { overhead: { cpu: '9' } }), PLENTY, holding(port(80)))).toMatchObject([
    { kind: 'host-port' }, { kind: 'resource', resource: 'cpu' },
  ]);
});

test('what every node has comes first, and what is not asked for is left out', () => {
  const list = new Map([
    ['example.com/b', 1n], ['pods', 1n], ['memory', 1n], ['example.com/a', 1n], ['cpu', 0n], ['ephemeral-storage', 1n],
  ]);
  expect(inOrder(list).map(([name]) => name)).toEqual(['memory', 'ephemeral-storage', 'pods', 'example.com/a', 'example.com/b']);
  expect(requestsOf(asking({ cpu: '1' }))).toEqual(new Map([['cpu', 1000n], ['pods', 1n]]));
});

test('a resource is short exactly where more is wanted than is left', () => {
  fc.assert(fc.property(fc.bigInt(1n, 99n), fc.bigInt(0n, 99n), fc.bigInt(0n, 99n), (wanted, offered, taken) => {
    const shortage = shortageOf('cpu', wanted, new Map([['cpu', offered]]), new Map([['cpu', taken]]));
    expect(shortage !== undefined).toBe(taken + wanted > offered);
    expect(shortage?.free ?? offered - taken).toBe(offered - taken);
  }), { numRuns: runs(100) });
});

test('one more pod on a node never makes room for an agent', () => {
  const spec = fc.record({ cpu: fc.constantFrom('0', '1', '2'), hostPort: fc.constantFrom(undefined, 80, 81) })
    .map(({ cpu, hostPort }) => container({ resources: { requests: { cpu } }, ports: [port(hostPort)] }));
  fc.assert(fc.property(spec, fc.array(spec, { maxLength: 3 }), spec, (agent, there, more) => {
    const [before, after] = [there, [...there, more]].map(pods => blockers(agentOf(agent), { ...PLENTY, pods: '3' }, ...pods).length);
    expect(after).toBeGreaterThanOrEqual(before);
  }), { numRuns: runs(100) });
});
