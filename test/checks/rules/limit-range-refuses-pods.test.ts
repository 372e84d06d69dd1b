import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { limitRangeRefusesPods } from '../../../src/checks/rules/limit-range-refuses-pods';
import type { Wire } from '../../../src/private/wire';

const range = (...limits: Wire[]) => named('limits', limits);
const named = (name: string, limits: Wire[], namespace = 'agents') => ({
  apiVersion: 'v1', kind: 'LimitRange', metadata: { name, namespace }, spec: { limits },
});
const container = (limit: Wire) => range({ type: 'Container', ...limit });
const pod = (limit: Wire) => range({ type: 'Pod', ...limit });
const agent = (limits: Wire, requests: Wire, others: Wire = {}) => ({
  ...daemonSet({ containers: [{ name: 'agent', image: 'example.com/agent:1.0.0', resources: { limits, requests } }], ...others }),
});
const found = (...objects: Wire[]) => foundBy(limitRangeRefusesPods, ...objects);

test.each<[string, Wire, Wire, Wire, string]>([
  ['a limit above the most', { memory: '2Gi' }, {}, container({ max: { memory: '1Gi' } }), 'a limit of 2Gi memory'],
  [
    'a request above the most, with the most as its limit', {}, { memory: '2Gi' }, container({ max: { memory: '1Gi' } }),
    'a request of 2Gi memory',
  ],
  ['a request below the least', { cpu: '1' }, { cpu: '10m' }, container({ min: { cpu: '50m' } }), 'a request of 10m cpu'],
  ['a limit below the least', { cpu: '10m' }, {}, container({ min: { cpu: '50m' } }), 'a request of 10m cpu'],
  ['no limit where a ratio is demanded', {}, { cpu: '1' }, container({ maxLimitRequestRatio: { cpu: '2' } }),
    'a request of 1 cpu, no limit of cpu'],
  ['a limit too far from its request', { cpu: '500m' }, { cpu: '100m' }, container({ maxLimitRequestRatio: { cpu: '4' } }),
    'a request of 100m cpu, a limit of 500m cpu'],
  ['a default limit below the request', {}, { memory: '512Mi' }, container({ default: { memory: '256Mi' } }),
    'a request of 512Mi memory'],
])('%s is refused', (_, limits, requests, limitRange, given) => {
  expect(found(agent(limits, requests), limitRange)).toEqual([`error agent containers[0].resources (${given})`]);
});

test.each<[string, Wire, Wire, Wire]>([
  ['the most', { memory: '1Gi' }, {}, container({ max: { memory: '1024Mi' } })],
  ['nothing, since the most is the limit by default', {}, {}, container({ max: { memory: '1Gi' } })],
  ['nothing, since the least is the request by default', {}, {}, container({ min: { cpu: '50m' } })],
  ['the ratio', { cpu: '400m' }, { cpu: '100m' }, container({ maxLimitRequestRatio: { cpu: '4' } })],
  ['what the defaults give', {}, {}, container({ default: { cpu: '1' }, defaultRequest: { cpu: '500m' }, max: { cpu: '2' } })],
  ['limits of claims', {}, {}, range({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } })],
  ['the whole pod', { memory: '1Gi' }, {}, pod({ max: { memory: '1Gi' }, min: { memory: '1Mi' } })],
  ['what is no quantity', { memory: '2Gi' }, {}, container({ max: { memory: 'much' }, maxLimitRequestRatio: { memory: 'much' } })],
])('%s is fine', (_, limits, requests, limitRange) => {
  expect(found(agent(limits, requests), limitRange)).toEqual([]);
});

test('a pod is the sum of its containers, or its init container', () => {
  const main = { name: 'agent', image: 'example.com/agent:1.0.0', resources: { limits: { memory: '600Mi' } } };
  const most = pod({ max: { memory: '1Gi' } });
  expect(found(daemonSet({ containers: [main, { ...main, name: 'other' }] }), most))
    .toEqual(['error agent containers (a limit of 1200Mi memory)']);
  expect(found(daemonSet({ containers: [main], initContainers: [{ ...main, name: 'setup' }] }), most)).toEqual([]);
  expect(found(daemonSet({ containers: [{ name: 'agent', image: main.image }] }), most)).toEqual([
    'error agent containers (no limit of memory)',
  ]);
});

test('init containers and Deployments are judged, other namespaces are not', () => {
  const resources = { limits: { memory: '2Gi' } };
  const most = container({ max: { memory: '1Gi' } });
  expect(found(deployment({ initContainers: [{ name: 'setup', image: 'example.com/setup:1.0.0', resources }] }), most))
    .toEqual(['error agent initContainers[0].resources (a limit of 2Gi memory)']);
  expect(found(daemonSet({}, { resources }), named('limits', most.spec.limits, 'other'))).toEqual([]);
});

test('what of several LimitRanges comes first is not known, and a pod with resources as a whole is judged otherwise', () => {
  const resources = { limits: { memory: '2Gi' } };
  const most = [{ type: 'Container', max: { memory: '1Gi' } }];
  expect(found(daemonSet({}, { resources }), named('one', most), named('two', most))).toEqual([]);
  expect(found(daemonSet({ resources }, { resources }), named('one', most))).toEqual([]);
});
