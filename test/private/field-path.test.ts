import { fieldPath, keyPath } from '../../src/private/field-path';

test.each([
  ['disk', 'a.disk'], ['kubernetes.io/os', "a['kubernetes.io/os']"], ['2', "a['2']"], ['agent.yaml', "a['agent.yaml']"],
])('the key %s', (key, path) => {
  expect(keyPath('a', key)).toBe(path);
});

test.each<[object, string]>([
  [{}, 'spec.resources'], [{ resources: {} }, 'spec.resources.limits'], [{ resources: { limits: {} } }, 'spec.resources.limits.memory'],
  [{ resources: { limits: { memory: '1' } } }, 'spec.resources.limits.memory'],
  [{ resources: null }, 'spec.resources'],
])('of %j the path goes as far as there is something', (object, path) => {
  expect(fieldPath('spec', object, 'resources', 'limits', 'memory')).toBe(path);
});

test('keys that are no plain names stand in brackets', () => {
  expect(fieldPath('spec', { limits: {} }, 'limits', 'ephemeral-storage')).toBe("spec.limits['ephemeral-storage']");
});
