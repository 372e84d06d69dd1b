import { Size } from 'cdk8s';
import { Quantity, Resources } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf } from '../make-agent';

const resourcesOf = (resources?: Resources) => containerOf({ resources }).resources;

test('a little is reserved, memory is bounded and processors are not: the default', () => {
  expect(resourcesOf()).toEqual({ requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } });
});

test('what is given is written, and nothing else', () => {
  expect(resourcesOf(Resources.of({ cpu: '100m' }))).toEqual({ requests: { cpu: '100m' } });
  expect(resourcesOf(Resources.of({ memoryLimit: '1Gi' }))).toEqual({ limits: { memory: '1Gi' } });
  expect(resourcesOf(Resources.of({}))).toBeUndefined();
  expect(resourcesOf(Resources.none())).toBeUndefined();
});

test('every resource has a place', () => {
  expect(resourcesOf(Resources.of({
    cpu: '1', cpuLimit: '2', memory: '1Gi', memoryLimit: '2Gi', ephemeralStorage: '1G', ephemeralStorageLimit: '2G',
    extended: { 'nvidia.com/gpu': '1', 'hugepages-2Mi': '4Mi' },
  }))).toEqual({
    requests: { 'cpu': '1', 'memory': '1Gi', 'ephemeral-storage': '1G', 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': '1' },
    limits: { 'cpu': '2', 'memory': '2Gi', 'ephemeral-storage': '2G', 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': '1' },
  });
});

test('quantities are written as the API server stores them', () => {
  expect(
    Resources.of({ cpu: '1000m', memory: '1024Mi', ephemeralStorage: '1.5Gi' }).requests,
  ).toEqual({ 'cpu': '1', 'memory': '1Gi', 'ephemeral-storage': '1536Mi' });
  expect(Resources.of({ memory: Quantity.size(Size.mebibytes(1024)).text }).requests).toEqual({ memory: '1Gi' });
});

test('a request may be as much as the limit, in another spelling too', () => {
  expect(Resources.of({ cpu: '1000m', cpuLimit: '1' }).limits).toEqual({ cpu: '1' });
});

test('what is handed out is a copy', () => {
  const resources = Resources.of({ cpu: '1' });
  resources.requests.cpu = '2';
  expect(resources.requests).toEqual({ cpu: '1' });
});

describe('fails', () => {
  const noSuch = (name: string) =>
    refusal('invalid-quantity', { given: `'${name}'`, names: ['nvidia.com/gpu'] });

  test.each([
    ['a quantity that cannot be read', { cpu: 'half' },
      refusal('invalid-quantity', { given: "'half'", names: ['resources.cpu', '0'] })],
    ['a negative quantity', { memoryLimit: '-1Gi' },
      refusal('invalid-quantity', { given: "'-1Gi'", names: ['resources.memoryLimit', '0'] })],
    ['a request above the limit', { memory: '1Gi', memoryLimit: '1G' },
      refusal('request-above-limit', { given: 'request 1Gi, limit 1G' })],
    ['an extended resource without a domain', { extended: { gpu: '1' } }, noSuch('gpu')],
    ['an extended resource of Kubernetes itself', { extended: { 'kubernetes.io/gpu': '1' } }, noSuch('kubernetes.io/gpu')],
    ['an extended resource that only quotas know', { extended: { 'requests.nvidia.com/gpu': '1' } }, noSuch('requests.nvidia.com/gpu')],
    ['huge pages of no size', { extended: { 'hugepages-': '1' } }, noSuch('hugepages-')],
    ['half a device', {
      extended: { 'nvidia.com/gpu': '500m' },
    }, refusal('invalid-quantity', { given: "'500m'", names: ['nvidia.com/gpu', '1'] })],
    ['half a huge page', {
      cpu: '1', extended: { 'hugepages-2Mi': '3Mi' },
    }, refusal('invalid-quantity', { given: "'3Mi'", names: ['hugepages-2Mi', '2Mi'] })],
    ['huge pages alone', { extended: { 'hugepages-2Mi': '2Mi' } },
      refusal('invalid-quantity', { given: 'hugepages-2Mi alone' })],
  ])('for %s', (_, options, message) => {
    expect(messageOf(() => Resources.of(options as object))).toEqual(message);
  });
});
