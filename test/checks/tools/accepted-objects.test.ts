import { accept, hardened } from './hardened';
import { acceptedObjects } from '../../../src/checks/tools/accepted-objects';

test('acceptances of one object stand together, whatever their order and the version of the object', () => {
  const one = hardened();
  const other = { ...one, metadata: { name: 'agent', namespace: 'another' } };
  const given = [accept(one, 'root'), accept(other, 'root'), accept({ ...one, apiVersion: 'apps/v2' }, 'hostPID')];
  expect(acceptedObjects(given).map(({ object, acceptances }) => [object.namespace, acceptances.map(({ id }) => id)])).toEqual([
    ['another', ['root']], ['node-agents', ['root', 'hostPID']],
  ]);
});

test('objects of the same kind in another group are others', () => {
  const custom = { ...hardened(), apiVersion: 'example.com/v1' };
  expect(acceptedObjects([accept(hardened(), 'root'), accept(custom, 'root')]).length).toBe(2);
});
