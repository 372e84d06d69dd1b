import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { missingKey } from '../../../src/checks/rules/missing-key';
import type { Wire } from '../../../src/private/wire';

const object = (kind: string, name: string, rest: Wire = {}, namespace: string = 'agents') => ({
  apiVersion: 'v1', kind, metadata: { name, namespace }, data: { key: 'dmFsdWU=' }, ...rest,
});
const volume = (source: Wire) => daemonSet({ volumes: [{ name: 'v', ...source }] });
const variable = (valueFrom: Wire) => daemonSet({}, { env: [{ name: 'X', valueFrom }] });

test.each<[string, Wire[], string[]]>([
  ['the key is there', [variable({ configMapKeyRef: { name: 'c', key: 'key' } }), object('ConfigMap', 'c')], []],
  ['it is not', [
    variable({ configMapKeyRef: { name: 'c', key: 'kye' } }), object('ConfigMap', 'c'),
  ], ['error agent containers[0].env[0].valueFrom.configMapKeyRef.key (kye)']],
  ['it is optional', [variable({ configMapKeyRef: { name: 'c', key: 'kye', optional: true } }), object('ConfigMap', 'c')], []],
  ['it is a file', [
    volume({ configMap: { name: 'c', items: [{ key: 'key', path: 'a' }, { key: 'b', path: 'b' }] } }), object('ConfigMap', 'c'),
  ],
  ['error agent volumes[0].configMap.items[1].key (b)']],
  ['it is a file of a projected Secret', [
    volume({ projected: { sources: [{ secret: { name: 's', items: [{ key: 'b', path: 'b' }] } }] } }), object('Secret', 's'),
  ],
  ['error agent volumes[0].projected.sources[0].secret.items[0].key (b)']],
  ['it is among the texts of a Secret', [
    variable({ secretKeyRef: { name: 's', key: 'b' } }), object('Secret', 's', { stringData: { b: 'x' } }),
  ], []],
  ['it is among the bytes of a ConfigMap', [
    variable({ configMapKeyRef: { name: 'c', key: 'b' } }), object('ConfigMap', 'c', { binaryData: { b: 'eA==' } }),
  ], []],
  ['the object is empty', [variable({ configMapKeyRef: { name: 'c', key: 'b' } }), object('ConfigMap', 'c', { data: {} })], []],
  ['a controller fills the Secret', [
    variable({ secretKeyRef: { name: 's', key: 'token' } }), object('Secret', 's', { type: 'kubernetes.io/service-account-token' }),
  ], []],
  ['a controller fills the ConfigMap', [
    variable({ configMapKeyRef: { name: 'c', key: 'ca.crt' } }),
    object('ConfigMap', 'c', {
      metadata: { name: 'c', namespace: 'agents', annotations: { 'service.beta.openshift.io/inject-cabundle': 'true' } },
    }),
  ], []],
  ['the object is not here', [variable({ configMapKeyRef: { name: 'other', key: 'b' } }), object('ConfigMap', 'c')], []],
])('missing-key, where %s', (_, objects, expected) => {
  expect(foundBy(missingKey, ...objects)).toEqual(expected);
});
