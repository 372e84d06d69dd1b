import * as fc from 'fast-check';
import type { Fields } from './objects';
import { podRequests } from '../../../src/cluster/inventory/pod-requests';
import { readResources, resourcesToWire } from '../../../src/cluster/inventory/resource-list';
import { runs } from '../../support/runs';

const asks = (cpu: string, memory?: string): Fields => ({ resources: { requests: { cpu, ...memory && { memory } } } });
const limited = (limits: Fields, requests?: Fields): Fields => ({ resources: { limits, ...requests && { requests } } });
const sidecar = (fields: Fields): Fields => ({ restartPolicy: 'Always', ...fields });
const named = (list: Fields[], stem: string): Fields[] => list.map((container, index) => ({ name: `${stem}-${index}`, ...container }));
const pod = (containers: Fields[], initContainers: Fields[] = [], more: Fields = {}): Fields => ({
  containers: named(containers, 'main'), ...initContainers.length > 0 && { initContainers: named(initContainers, 'init') }, ...more,
});

/** Each row agrees with `resource.PodRequests` of Kubernetes 1.36; `npm run conformance` holds thousands more against it. */
test.each<[string, Fields, Fields]>([
  ['a pod that asks for nothing', pod([{}]), {}],
  ['containers, which run at one time', pod([asks('100m', '64Mi'), asks('200m', '64Mi')]), { cpu: '300m', memory: '128Mi' }],
  ['a limit where there is no request', pod([limited({ cpu: '1', memory: '1Gi' }, { cpu: '100m' })]), { cpu: '100m', memory: '1Gi' }],
  ['init containers, which run one by one', pod([asks('100m')], [asks('300m', '10Mi'), asks('200m', '20Mi')]), {
    cpu: '300m', memory: '20Mi',
  }],
  ['an init container that needs less than what runs later', pod([asks('400m')], [asks('300m')]), { cpu: '400m' }],
  ['a sidecar, which runs beside containers', pod([asks('100m')], [sidecar(asks('50m'))]), { cpu: '150m' }],
  ['an init container after a sidecar, which runs beside it', pod([asks('100m')], [sidecar(asks('50m')), asks('300m')]), { cpu: '350m' }],
  ['an init container before a sidecar, which has not started', pod([asks('100m')], [asks('300m'), sidecar(asks('50m'))]), { cpu: '300m' }],
  ['sidecars that together outweigh everything', pod([asks('10m')], [sidecar(asks('200m')), asks('100m'), sidecar(asks('200m'))]), {
    cpu: '410m',
  }],
  ['each resource by itself', pod([asks('500m', '1Mi')], [asks('100m', '9Mi')]), { cpu: '500m', memory: '9Mi' }],
  ['devices and huge pages', pod([limited({ 'example.com/gpu': '1', 'hugepages-2Mi': '4Mi' }), limited({ 'example.com/gpu': '2' })]),
    { 'example.com/gpu': '3', 'hugepages-2Mi': '4Mi' }],
  ['overhead, on top of it all', pod([asks('100m', '64Mi')], [], { overhead: { cpu: '250m', memory: '120Mi' } }), {
    cpu: '350m', memory: '184Mi',
  }],
  ['what the whole pod asks for, instead of containers', pod([asks('100m', '64Mi')], [], { resources: { requests: { cpu: '50m' } } }), {
    cpu: '50m', memory: '64Mi',
  }],
  ['overhead on top of the whole pod', pod([asks('100m')], [], { resources: { requests: { cpu: '1' } }, overhead: { cpu: '10m' } }), {
    cpu: '1010m',
  }],
  ['a limit of the whole pod, where no container asks', pod([{}], [], { resources: { limits: { cpu: '2', memory: '1Gi' } } }), {
    cpu: '2', memory: '1Gi',
  }],
  ['what containers ask for, before a limit of the whole pod', pod([asks('100m')], [], {
    resources: { limits: { cpu: '2', memory: '1Gi' } },
  }),
  { cpu: '100m', memory: '1Gi' }],
  ['a limit of the whole pod on huge pages, before containers', pod([limited({ 'hugepages-2Mi': '2Mi' })], [], {
    resources: { limits: { 'hugepages-2Mi': '8Mi' } },
  }),
  { 'hugepages-2Mi': '8Mi' }],
  ['storage and devices, which the whole pod cannot ask for', pod([limited({ 'example.com/gpu': '1' })], [], {
    resources: { requests: { 'ephemeral-storage': '1Gi', 'example.com/gpu': '5' } },
  }), { 'example.com/gpu': '1' }],
  ['fractions, rounded when they are added up', pod([asks('0.1m', '500m'), asks('0.1m', '500m')]), { cpu: '2m', memory: '1' }],
  ['fields that are null, as YAML has them', pod([{ resources: null }, { resources: { requests: null } }], [], {
    resources: null, overhead: null,
  }), {}],
])('the scheduler counts %s', (_, spec, expected) => {
  expect(resourcesToWire(podRequests(spec))).toEqual(expected);
});

describe('while a pod is resized', () => {
  const status = (used: Fields | undefined, allocated?: Fields, more: Fields = {}): Fields => ({
    containerStatuses: [
      { name: 'main-0', ...used && { resources: { requests: used } }, ...allocated && { allocatedResources: allocated } },
    ], ...more,
  });
  const infeasible = {
    conditions: [{ type: 'Ready', status: 'True' }, { type: 'PodResizePending', status: 'True', reason: 'Infeasible' }],
  };
  const deferred = { conditions: [{ type: 'PodResizePending', status: 'True', reason: 'Deferred' }] };

  test.each<[string, Fields, Fields, Fields]>([
    ['what it still has in use counts when it shrinks', pod([asks('100m')]), status({ cpu: '400m' }, { cpu: '100m' }), { cpu: '400m' }],
    ['what it was granted counts', pod([asks('100m')]), status({ cpu: '100m' }, { cpu: '300m' }), { cpu: '300m' }],
    ['what it asks for counts when it grows', pod([asks('500m')]), status({ cpu: '100m' }, { cpu: '100m' }), { cpu: '500m' }],
    ['what it asks for counts while the node is full', pod([asks('500m')]), status(
      { cpu: '100m' }, { cpu: '100m' }, deferred,
    ), { cpu: '500m' }],
    ['what the node can never grant does not count', pod([asks('900')]), status(
      { cpu: '100m' }, { cpu: '200m' }, infeasible,
    ), { cpu: '200m' }],
    ['a status without resources says nothing', pod([asks('500m')]), status(undefined, { cpu: '900m' }), { cpu: '500m' }],
    ['sidecars count the same way, and other init containers do not', pod([{}], [sidecar(asks('100m')), asks('100m')]), {
      initContainerStatuses: [
        { name: 'init-0', resources: { requests: { cpu: '300m' } } }, { name: 'init-1', resources: { requests: { cpu: '5' } } },
      ],
    }, { cpu: '400m' }],
    ['the whole pod counts the same way', pod([{}], [], { resources: { requests: { cpu: '1' } } }), {
      resources: { requests: { cpu: '2' } },
    }, { cpu: '2' }],
    ['the whole pod can be infeasible', pod([{}], [], { resources: { requests: { cpu: '9' } } }), { resources: {}, ...infeasible }, {}],
  ])('%s', (_, spec, state, expected) => {
    expect(resourcesToWire(podRequests(spec, state))).toEqual(expected);
  });
});

const resources = fc.record({
  requests: fc.dictionary(
    fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'example.com/gpu'), fc.constantFrom('0', '1', '250m', '64Mi', '1.5', '1e3'),
  ),
});
const container = fc.record({ resources, restartPolicy: fc.constantFrom(undefined, 'Always') });

test('no container asks for more than its pod, and one more container never makes it less', () => {
  fc.assert(fc.property(fc.array(container, {
    minLength: 1, maxLength: 3,
  }), fc.array(container, { maxLength: 3 }), container, (containers, initContainers, more) => {
    const total = podRequests(pod(containers, initContainers));
    for (const each of [...containers, ...initContainers]) {
      for (const [name, amount] of readResources(each.resources.requests)) {expect((total.get(name) ?? 0n) >= amount).toBe(true);}
    }
    for (const larger of [
      pod([...containers, more], initContainers), pod(containers, [...initContainers, more]), pod(containers, [more, ...initContainers]),
    ]) {
      for (const [name, amount] of total) {expect(podRequests(larger).get(name)! >= amount).toBe(true);}
    }
  }), { numRuns: runs(150) });
});
