import { fieldPath } from '../../../src/checks/facts/missing-field';

test.each<[object, string]>([
  [{}, 'spec.resources'], [{ resources: {} }, 'spec.resources.limits'], [{ resources: { limits: {} } }, 'spec.resources.limits.memory'], [{ resources: { limits: { memory: '1' } } }, 'spec.resources.limits.memory'],
  [{ resources: null }, 'spec.resources'],
])('of %j the path goes as far as there is something', (object, path) => {
  expect(fieldPath('spec', object, 'resources', 'limits', 'memory')).toBe(path);
});

test('keys that are no plain names stand in brackets', () => {
  expect(fieldPath('spec', { limits: {} }, 'limits', 'ephemeral-storage')).toBe("spec.limits['ephemeral-storage']");
});
