import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { missingMemoryLimit } from '../../../src/checks/rules/missing-memory-limit';
import type { Wire } from '../../../src/private/wire';

const having = (resources: Wire
  | undefined, pod: Wire = {}) => daemonSet({ containers: [{ name: 'agent', image: 'a:1', ...resources && { resources } }], ...pod });
const range = (limit: Wire) => ({
  apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'range', namespace: 'agents' },
  spec: { limits: [{ type: 'Container', ...limit }] },
});

test.each<[Wire | undefined, string]>([
  [undefined, 'resources'], [{ requests: { memory: '1Mi' } }, 'resources.limits'], [{ limits: { cpu: '1' } }, 'resources.limits.memory'],
  [{ limits: { memory: '0' } }, 'resources.limits.memory'],
])('%j has none', (resources, path) => {
  expect(foundBy(missingMemoryLimit, having(resources))).toEqual([`warning agent containers[0].${path}`]);
});

test('its own, that of the pod or that of a LimitRange will do', () => {
  expect(foundBy(missingMemoryLimit, having({ limits: { memory: '1Gi' } }))).toEqual([]);
  expect(foundBy(missingMemoryLimit, having(undefined, { resources: { limits: { memory: '1Gi' } } }))).toEqual([]);
  expect(foundBy(missingMemoryLimit, having(undefined), range({ default: { memory: '1Gi' } }))).toEqual([]);
  expect(foundBy(missingMemoryLimit, having(undefined), range({ defaultRequest: { memory: '1Gi' } }))).toHaveLength(1);
});

test('a container that only waits has nothing to limit', () => {
  const containers = (image: string) => daemonSet({ containers: [{ name: 'agent', image }] });
  expect(foundBy(missingMemoryLimit, containers('registry.k8s.io/pause:3.9'))).toEqual([]);
  expect(foundBy(missingMemoryLimit, containers('example.com/agent:3.9'))).toHaveLength(1);
});

test('what stands still without its agent is not to be killed for its memory', () => {
  const volumes = [{ name: 'v', hostPath: { path: '/var/lib/kubelet/device-plugins' } }];
  const containers = (readOnly: boolean) => [{ name: 'agent', image: 'a:1', volumeMounts: [{ name: 'v', mountPath: '/v', readOnly }] }];
  expect(foundBy(missingMemoryLimit, daemonSet({ volumes, containers: containers(false) }))).toEqual([]);
  expect(foundBy(missingMemoryLimit, daemonSet({ volumes, containers: containers(true) }))).toHaveLength(1);
  expect(foundBy(missingMemoryLimit, having(undefined, { priorityClassName: 'system-node-critical' }))).toEqual([]);
});

test('it is about agents, which leak on every node', () => {
  expect(foundBy(missingMemoryLimit, deployment({ containers: [{ name: 'controller', image: 'a:1' }] }))).toEqual([]);
});

test('scripts that change their node, and what runs on the control plane alone, are not to be killed either', () => {
  const agent = (container: Wire, pod: Wire = {}) => daemonSet({ containers: [{ name: 'agent', image: 'a:1', ...container }], ...pod });
  expect([
    agent({ command: ['sh', '-c', 'sysctl -w vm.swappiness=10; collect'] }), agent({ image: 'gcr.io/x/startup-script:v2' }),
    agent({}, { nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } }), agent({ args: ['--collector.sysctl'] }),
  ].map(each => foundBy(missingMemoryLimit, each).length)).toEqual([0, 0, 0, 1]);
});
