import { container, hardened } from './hardened';
import { subjectOf } from '../../../src/checks/tools/subject';

test('a container inherits what the pod says, and takes back what it says itself', () => {
  const securityContext = {
    runAsUser: 0, runAsGroup: 5, runAsNonRoot: false, seccompProfile: { type: 'RuntimeDefault' }, windowsOptions: { hostProcess: true },
  };
  const own = {
    runAsUser: 7, runAsGroup: 8, runAsNonRoot: true, seccompProfile: { type: 'Unconfined' }, windowsOptions: { hostProcess: false },
  };
  const { containers } = subjectOf(hardened({}, { securityContext, containers: [{ name: 'a' }, { name: 'b', securityContext: own }] }))!;
  expect(containers.map(({ user, group, runAsNonRoot, seccompType, isHostProcess }) => [
    user, group, runAsNonRoot, seccompType, isHostProcess,
  ])).toEqual([
    [0, 5, false, 'RuntimeDefault', true], [7, 8, true, 'Unconfined', false],
  ]);
});

test('sidecars stand with the init containers, as tools see them', () => {
  const initContainers = [container({ name: 'sidecar', restartPolicy: 'Always' })];
  expect(subjectOf(hardened({}, { initContainers }))!.containers.map(({ name, isMain }) => [name, isMain])).toEqual([
    ['agent', true], ['sidecar', false],
  ]);
});

test.each([
  ['a custom resource with a pod template', { ...hardened(), apiVersion: 'apps.kruise.io/v1alpha1', kind: 'AdvancedDaemonSet' }],
  ['an object without pods', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent' }, spec: {} }],
  ['a DaemonSet without a template', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: {} }],
])('tools see no workload in %s', (_, manifest) => {
  expect(subjectOf(manifest)).toBeUndefined();
});
