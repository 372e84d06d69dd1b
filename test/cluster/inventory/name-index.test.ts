import { Inventory } from '../../../src/cluster/inventory/inventory';
import { NameIndex, objectsByName } from '../../../src/cluster/inventory/name-index';
import { entriesOf } from '../../../src/private/entry';

test('one name in two namespaces is two things', () => {
  const index = new NameIndex<number>();
  index.set('a', 'x', 1);
  index.set('b', 'x', 2);
  index.set('a', 'y', 3);
  expect([index.get('a', 'x'), index.get('b', 'x'), index.get('b', 'y'), index.get('c', 'x')]).toEqual([1, 2, undefined, undefined]);
  expect([...index.in('a')!]).toEqual([['x', 1], ['y', 3]]);
});

test('objects are found by kind, group, namespace and name, and of two of one name the last', () => {
  const object = (kind: string, apiVersion: string, data: object, namespace?: string) => ({
    apiVersion, kind, metadata: { name: 'agent', ...namespace && { namespace } }, data,
  });
  const inventory = new Inventory([
    object('ConfigMap', 'v1', { first: '' }, 'agents'), object('ConfigMap', 'v1', { last: '' }, 'agents'), object('ConfigMap', 'v1', {}),
    object('ConfigMap', 'example.com/v1', {}, 'agents'), object('Secret', 'v1', {}, 'agents'),
  ].flatMap(each => entriesOf(each)));
  expect(objectsByName(inventory, 'ConfigMap').get('agents', 'agent')).toBe(inventory.entries[1]);
  expect(objectsByName(inventory, 'ConfigMap').get('default', 'agent')).toBe(inventory.entries[2]);
  expect(objectsByName(inventory, 'ConfigMap', 'example.com').get('agents', 'agent')).toBe(inventory.entries[3]);
  expect(objectsByName(inventory, 'Secret').get('default', 'agent')).toBeUndefined();
});
