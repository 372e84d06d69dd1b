import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { missingReference } from '../../../src/checks/rules/missing-reference';
import type { Wire } from '../../../src/private/wire';

const object = (kind: string, name: string, rest: Wire = {}, namespace: string = 'agents') => ({
  apiVersion: 'v1', kind, metadata: { name, namespace }, data: { key: 'dmFsdWU=' }, ...rest,
});
const volume = (source: Wire) => daemonSet({ volumes: [{ name: 'v', ...source }] });
const variable = (valueFrom: Wire) => daemonSet({}, { env: [{ name: 'X', valueFrom }] });
const custom = (kind: string, name: string, spec: Wire = {}) => ({
  apiVersion: 'example.com/v1', kind, metadata: { name, namespace: 'agents' }, spec,
});
const priorityClass = (name: string) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value: 1 });

test.each<[string, Wire[], string[]]>([
  ['nothing of its kind is there', [volume({ configMap: { name: 'a' } })], []],
  ['others are in other namespaces', [volume({ configMap: { name: 'config' } }), object('ConfigMap', 'confg', {}, 'other')], []],
  ['it is there', [volume({ configMap: { name: 'config' } }), object('ConfigMap', 'config')], []],
  ['others are there', [
    volume({ configMap: { name: 'config' } }), object('ConfigMap', 'else'),
  ], ['note agent volumes[0].configMap.name (ConfigMap config)']],
  ['one is nearly it', [
    volume({ configMap: { name: 'config' } }), object('ConfigMap', 'confgi'),
  ], ['warning agent volumes[0].configMap.name (ConfigMap config)']],
  ['it is optional', [volume({ configMap: { name: 'config', optional: true } }), object('ConfigMap', 'confgi')], []],
  ['every namespace has it', [
    volume({ projected: { sources: [{ configMap: { name: 'kube-root-ca.crt' } }] } }), object('ConfigMap', 'else'),
  ], []],
  ['a Secret comes from elsewhere', [volume({ secret: { secretName: 'tls' } }), object('Secret', 'password')], []],
  ['a Secret is nearly there', [variable({ secretKeyRef: { name: 'pasword', key: 'key' } }), object('Secret', 'password')],
    ['warning agent containers[0].env[0].valueFrom.secretKeyRef.name (Secret pasword)']],
  ['a controller makes it', [
    volume({ secret: { secretName: 'tls-a' } }), object('Secret', 'tls-b'), custom('Certificate', 'x', { secretName: 'tls-a' }),
  ], []],
  ['an object of its name makes it', [
    volume({ secret: { secretName: 'tls-a' } }), object('Secret', 'tls-b'), custom('SealedSecret', 'tls-a'),
  ], []],
  ['kubeadm makes it', [
    { ...volume({ configMap: { name: 'kube-proxy' } }), metadata: { name: 'agent', namespace: 'kube-system' } },
    object('ConfigMap', 'else', {}, 'kube-system'),
  ], []],
  ['two workloads miss it', [
    volume({ configMap: { name: 'x' } }), { ...volume({ configMap: { name: 'x' } }), metadata: { name: 'other', namespace: 'agents' } },
    object('ConfigMap', 'else'),
  ], ['note agent volumes[0].configMap.name (ConfigMap x)']],
  ['it is reported once', [
    daemonSet({ volumes: [{ name: 'a', configMap: { name: 'x' } }, { name: 'b', configMap: { name: 'x' } }] }), object('ConfigMap', 'else'),
  ],
  ['note agent volumes[0].configMap.name (ConfigMap x)']],
])('where %s', (_, objects, expected) => {
  expect(foundBy(missingReference, ...objects)).toEqual(expected);
});

test.each<[string, Wire[], string[]]>([
  ['system-node-critical', [], []], ['system-node-criticl', [], ['error']], ['system-agents', [priorityClass('system-agents')], []],
  ['agents', [], []], ['agents', [priorityClass('agents')], []],
  ['agents', [priorityClass('agent')], ['warning']], ['agents', [priorityClass('low')], ['note']],
])('the priority class %s', (priorityClassName, objects, levels) => {
  expect(foundBy(missingReference, daemonSet({ priorityClassName }), ...objects).map(line => line.split(' ')[0])).toEqual(levels);
});

test('a runtime class is looked for among those of the input', () => {
  const runtimeClass = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'gvisor' }, handler: 'runsc' };
  expect(foundBy(missingReference, daemonSet({ runtimeClassName: 'gvisr' }), runtimeClass)).toEqual([
    'warning agent runtimeClassName (gvisr)',
  ]);
  expect(foundBy(missingReference, daemonSet({ runtimeClassName: 'kata' }))).toEqual([]);
});
