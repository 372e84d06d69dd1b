import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { missingRequests } from '../../../src/checks/rules/missing-requests';
import type { Wire } from '../../../src/private/wire';

const having = (resources: Wire
  | undefined, pod: Wire = {}) => daemonSet({ containers: [{ name: 'agent', image: 'a:1', ...resources && { resources } }], ...pod });
const range = (limit: Wire, namespace: string = 'agents') =>
  ({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'range', namespace }, spec: { limits: [{ type: 'Container', ...limit }] } });

test.each<[string, Wire | undefined, string]>([
  ['nothing', undefined, 'containers[0].resources'],
  ['only limits of something else', { limits: { 'ephemeral-storage': '1Gi' } }, 'containers[0].resources.requests'],
  ['one of two', { requests: { cpu: '1' } }, 'containers[0].resources.requests.memory'],
  ['zero', { requests: { cpu: '0', memory: '0Mi' } }, 'containers[0].resources.requests'],
])('%s is missing something', (_, resources, path) => {
  expect(foundBy(missingRequests, having(resources))).toEqual([`warning agent ${path}`]);
});

test.each<[string, Wire[]]>([
  ['requests', [having({ requests: { cpu: '1m', memory: '1Mi' } })]],
  ['limits, which become requests', [having({ limits: { cpu: 1, memory: '1Mi' } })]],
  ['requests of the pod', [having(undefined, { resources: { requests: { cpu: '1', memory: '1Mi' } } })]],
  ['a LimitRange', [having(undefined), range({ defaultRequest: { cpu: '1' }, default: { memory: '1Mi' } })]],
])('%s are enough', (_, objects) => {
  expect(foundBy(missingRequests, ...objects)).toEqual([]);
});

test('a LimitRange of another namespace, or of pods, fills in nothing', () => {
  const resources = { defaultRequest: { cpu: '1', memory: '1Mi' } };
  expect(foundBy(missingRequests, having(undefined), range(resources, 'elsewhere'))).toHaveLength(1);
  expect(foundBy(missingRequests, having(undefined), range({ ...resources, type: 'Pod' }))).toHaveLength(1);
});

test('sidecars run for as long as the pod, init containers do not', () => {
  const resources = { requests: { cpu: '1m', memory: '1Mi' } };
  expect(foundBy(
    missingRequests, having(resources, { initContainers: [{ name: 'init' }, { name: 'sidecar', restartPolicy: 'Always' }] }),
  )).toEqual([
    'warning agent initContainers[1].resources',
  ]);
});

test.each<[string, Wire, number]>([
  ['pause', { image: 'registry.k8s.io/pause:3.9' }, 0],
  ['pause of GKE', { image: `gke.gcr.io/pause-amd64:3.8@sha256:${'a'.repeat(64)}` }, 0],
  ['sleep', { command: ['/bin/sleep', 'infinity'] }, 0], ['a shell that sleeps', { command: ['/bin/sh', '-c'], args: ['sleep 365d'] }, 0],
  ['tail', { args: ['tail', '-f', '/dev/null'] }, 0],
  ['a loop', { command: ['sh', '-c', 'while true; do collect; sleep 5; done'] }, 1],
  ['pause with a program', { image: 'registry.k8s.io/pause:3.9', command: ['/agent'] }, 1],
])('what only waits needs nothing: %s', (_, container, count) => {
  expect(foundBy(missingRequests, daemonSet({ containers: [{ name: 'agent', image: 'a:1', ...container }] }))).toHaveLength(count);
});

test('small helpers take next to nothing, unless they are alone', () => {
  const proxy = { name: 'proxy', image: 'quay.io/brancz/kube-rbac-proxy:v0.20.0' };
  const agent = (...containers: Wire[]) => daemonSet({ containers });
  const resources = { requests: { cpu: '1m', memory: '1Mi' } };
  expect(foundBy(missingRequests, agent({ name: 'a', image: 'a:1', resources }, proxy))).toEqual([]);
  expect(foundBy(missingRequests, agent({ name: 'a', image: 'a:1' }, proxy))).toEqual(['warning agent containers[0].resources']);
  expect(foundBy(missingRequests, agent(proxy))).toHaveLength(1);
});

test('an example of an application has nothing to request, and an agent made of a tool has', () => {
  const app = (pod: Wire = {}) => daemonSet({ containers: [{ name: 'app', image: 'busybox:1.37' }], ...pod });
  expect(foundBy(missingRequests, app())).toEqual([]);
  expect(foundBy(missingRequests, app({ hostNetwork: true }))).toHaveLength(1);
  expect(foundBy(missingRequests, app({ volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }))).toHaveLength(1);
});
