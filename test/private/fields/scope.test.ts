import { definitionNames, definitionOfKind } from '../../../src/private/fields/fields';
import { parseScopes } from '../../../src/private/fields/parse-table';
import { isClusterScoped } from '../../../src/private/fields/scope';
import { SCOPE_TABLE } from '../../../src/private/fields/scope-table';

test.each([
  ['v1', 'Namespace'], ['v1', 'Node'], ['v1', 'PersistentVolume'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'], ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
  ['scheduling.k8s.io/v1', 'PriorityClass'], ['storage.k8s.io/v1', 'CSIDriver'], ['storage.k8s.io/v1', 'StorageClass'],
  ['node.k8s.io/v1', 'RuntimeClass'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'], ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ['networking.k8s.io/v1', 'IngressClass'], ['storage.k8s.io/v1', 'CSINode'],
])('objects of %s %s have no namespace', (apiVersion, kind) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(true);
});

test.each([
  ['v1', 'Pod'], ['v1', 'ConfigMap'], ['v1', 'PersistentVolumeClaim'], ['apps/v1', 'DaemonSet'], ['rbac.authorization.k8s.io/v1', 'Role'],
  ['networking.k8s.io/v1', 'Ingress'], ['autoscaling/v2', 'HorizontalPodAutoscaler'], ['discovery.k8s.io/v1', 'EndpointSlice'],
  ['policy/v1', 'PodDisruptionBudget'],
])('objects of %s %s have a namespace', (apiVersion, kind) => {
  expect(isClusterScoped(apiVersion, kind)).toBe(false);
});

test('all versions of a group have one scope, and other groups are not meant', () => {
  expect(isClusterScoped('scheduling.k8s.io/v1alpha1', 'PriorityClass')).toBe(true);
  expect(isClusterScoped('example.com/v1', 'Namespace')).toBeUndefined();
  expect(isClusterScoped('v1', 'PriorityClass')).toBeUndefined();
  expect(isClusterScoped('', '')).toBeUndefined();
});

test('every kind whose fields are known has a scope', () => {
  const groups = [...parseScopes(SCOPE_TABLE).keys()].map(key => key.slice(0, key.indexOf('/')));
  const kinds = definitionNames().flatMap(name => {
    const kind = name.slice(name.lastIndexOf('.') + 1);
    return [...new Set(groups)].flatMap(group => ['v1', 'v2'].map(version => (group === 'core' ? version : `${group}/${version}`)))
      .filter(apiVersion => definitionOfKind(apiVersion, kind) !== undefined).map((apiVersion): [string, string] => [apiVersion, kind]);
  });
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter(([apiVersion, kind]) => isClusterScoped(apiVersion, kind) === undefined)).toEqual([]);
});
