import { failureOf, yamlOf } from './support';
import { CsiDriver, CsiNodePlugin, CsiStorageClass } from '../../src';
import { csiDriver } from '../../src/checks/facts/csi-example';
import { Manifests } from '../../src/testing/manifests';
import { EVERY_CSI_DRIVER } from '../support/every-csi-driver';
import { testChart } from '../support/golden';

const NAME = 'disk.csi.example.com';
const previous = (spec: object) => yamlOf(csiDriver(NAME, spec as any));
const replace = (now: object, before: object) => () => Manifests.parse(yamlOf(csiDriver(NAME, now as any))).canReplace(previous(before));

test.each(Object.entries(EVERY_CSI_DRIVER))('every object of %s replaces itself', (_, driver) => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'csi', { driver: driver() });
  const manifests = Manifests.ofChart(chart);
  manifests.canReplace(manifests.toSnapshot());
});

test.each<[string, object, object, string]>([
  ['attachRequired', { attachRequired: false }, { attachRequired: true }, 'spec.attachRequired: false'],
  ['attachRequired that was left out', { attachRequired: false }, {}, 'wanted: true, unchanged'],
  ['the modes of volumes', { volumeLifecycleModes: ['Persistent', 'Ephemeral'] }, {}, 'spec.volumeLifecycleModes: [Persistent, Ephemeral]'],
])('a CSIDriver never changes %s', (_, now, before, text) => {
  const failure = failureOf(replace(now, before));
  expect(failure).toContain(`CSIDriver/${NAME}`);
  expect(failure).toContain(text);
  expect(failure).toContain('delete the CSIDriver first');
});

test.each<[string, object, object]>([
  ['what the API server fills in', { attachRequired: true, volumeLifecycleModes: ['Persistent'] }, {}],
  ['fields that may change', { podInfoOnMount: true, fsGroupPolicy: 'File', storageCapacity: true }, { fsGroupPolicy: 'None' }],
])('a CSIDriver may differ in %s', (_, now, before) => replace(now, before)());

test('the object of another name, and one that is gone, stand in the way of nothing', () => {
  Manifests.parse(yamlOf(csiDriver('other.example.com', { attachRequired: false }))).canReplace(previous({ attachRequired: true }));
});

test('a class of the driver keeps its parameters, in whatever order they are written', () => {
  const written = (parameters: object) => yamlOf({
    apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: NAME, parameters,
  });
  Manifests.parse(written({ a: '1', b: '2' })).canReplace(written({ b: '2', a: '1' }));
  expect(failureOf(() => Manifests.parse(written({ a: '2' })).canReplace(written({ a: '1' })))).toContain('parameters');
  const chart = testChart();
  new CsiStorageClass(chart, 'fast', { driver: CsiDriver.awsEbs() });
  expect(failureOf(() => Manifests.ofChart(chart).canReplace(written({})))).toContain('provisioner');
});

const object = (apiVersion: string, kind: string, fields: object) => ({
  apiVersion, kind, metadata: { name: 'a', namespace: 'agents' }, ...fields,
});

test.each<[string, object, object, string]>([
  ['the role of a binding', object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'b' } }),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'a' } }), 'roleRef'],
  ['the selector of a Deployment', object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'b' } } } }),
    object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'a' } } } }), 'spec.selector'],
  ['immutable content', object('v1', 'ConfigMap', {
    immutable: true, data: { a: '2' },
  }), object('v1', 'ConfigMap', { immutable: true, data: { a: '1' } }), 'data'],
  ['the value of a PriorityClass', {
    ...object('scheduling.k8s.io/v1', 'PriorityClass', { value: 2 }),
  }, object('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }), 'value'],
])('%s never changes', (_, now, before, text) => {
  expect(failureOf(() => Manifests.parse(yamlOf(now)).canReplace(yamlOf(before)))).toContain(text);
  Manifests.parse(yamlOf(before)).canReplace(yamlOf(before));
});

test('content that is not immutable changes', () => {
  Manifests.parse(yamlOf(object('v1', 'ConfigMap', { data: { a: '2' } })))
    .canReplace(yamlOf(object('v1', 'ConfigMap', { data: { a: '1' } })));
});
