import { ClusterObject, ClusterObjectProps } from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

function made(props: ClusterObjectProps) {
  const chart = testChart();
  new ClusterObject(chart, 'thing', props);
  return chart;
}

const CLASS = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', fields: { provisioner: 'disk.csi.example.com' } };

test('an object of the cluster has no namespace, whatever its chart has', () => {
  expect(objectOf(made({ ...CLASS, labels: { team: 'storage' }, annotations: { note: 'fast' } }), 'StorageClass')).toEqual({
    ...CLASS, fields: undefined, provisioner: 'disk.csi.example.com',
    metadata: { name: 'thing', labels: { team: 'storage' }, annotations: { note: 'fast' } },
  });
  expect(objectOf(made({ apiVersion: 'example.com/v1', kind: 'Thing', name: 'mine' }), 'Thing').metadata).toEqual({ name: 'mine' });
});

test.each<[string, ClusterObjectProps, string]>([
  ['a kind with a namespace', { apiVersion: 'v1', kind: 'Secret' }, 'wrong-scope'],
  ['a name that no object has', { ...CLASS, name: 'Not a name' }, 'invalid-name'],
  ['a label that no object has', { ...CLASS, labels: { 'a b': 'c' } }, 'invalid-label'],
  ['metadata among the fields', { ...CLASS, fields: { metadata: {} } }, 'invalid-field'],
])('%s is refused at synth', (_, props, code) => {
  expect(codesOf(made(props))).toEqual([`[test/thing] ${code}`]);
});
