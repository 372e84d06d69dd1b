import { groupOf, Inventory } from '../../../src/cluster/inventory/inventory';
import { entriesOf } from '../../../src/private/entry';

const template = { spec: { containers: [] } };
const object = (apiVersion: string, kind: string, name: string, namespace?: string, more: object = {}) =>
  ({ apiVersion, kind, metadata: { name, ...namespace && { namespace } }, ...more });
const inventory = new Inventory([
  object('apps/v1', 'DaemonSet', 'logs', 'agents', { spec: { template } }),
  object('apps/v1', 'Deployment', 'web', 'apps', { spec: { template } }),
  object('v1', 'Service', 'web', 'apps'),
  object('v1', 'Service', 'web', 'other'),
  object('serving.knative.dev/v1', 'Service', 'web', 'apps'),
  object('v1', 'ConfigMap', 'config'),
  object('v1', 'Namespace', 'apps'),
].flatMap(each => entriesOf(each)));

test('workloads are found among all objects, and DaemonSets among them', () => {
  expect(inventory.workloads.map(({ name }) => name)).toEqual(['logs', 'web']);
  expect(inventory.daemonSets.map(({ name }) => name)).toEqual(['logs']);
});

test('objects of a kind are those of its group, whatever their version', () => {
  expect(inventory.ofKind('Service').map(({ namespace }) => namespace)).toEqual(['apps', 'other']);
  expect(inventory.ofKind('Service', 'serving.knative.dev')).toHaveLength(1);
  expect(inventory.ofKind('DaemonSet', 'apps')).toHaveLength(1);
  expect([inventory.ofKind('DaemonSet'), inventory.ofKind('Secret')]).toEqual([[], []]);
});

test('an object is found by its name in its namespace', () => {
  expect(inventory.find('Service', '', 'web', 'other')?.namespace).toBe('other');
  expect(inventory.find('ConfigMap', '', 'config', 'default')?.name).toBe('config');
  expect(inventory.find('Namespace', '', 'apps')?.name).toBe('apps');
  expect([inventory.find('Service', '', 'web', 'agents'), inventory.find('Service', 'apps', 'web', 'apps')]).toEqual([
    undefined, undefined,
  ]);
});

test.each([['v1', ''], ['apps/v1', 'apps'], ['', '']])('%p is of the group %p', (apiVersion, group) => {
  expect(groupOf(apiVersion)).toBe(group);
});
