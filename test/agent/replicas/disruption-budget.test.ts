import { DisruptionBudget } from '../../../src';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

test.each<[string, () => unknown]>([
  ['no pod may be missing', () => DisruptionBudget.maxUnavailable(0)],
  ['half a pod', () => DisruptionBudget.minAvailable(1.5)],
  ['more than Kubernetes counts', () => DisruptionBudget.minAvailable(2 ** 31)],
])('%s is refused', (_, make) => {
  expect(reading(make)).toThrow(refusal('invalid-disruption-budget', { names: ['1', '2147483647'] }));
});

test('the refusal says what to write', () => {
  expect(reading(() => DisruptionBudget.maxUnavailable(0))).toThrow(
    refusal('invalid-disruption-budget', { given: '0', names: ['1', '2147483647'] }),
  );
});

test('each kind says what it is', () => {
  expect([DisruptionBudget.maxUnavailable(1), DisruptionBudget.minAvailable(1), DisruptionBudget.none()].map(({ kind }) => kind))
    .toEqual(['maxUnavailable', 'minAvailable', 'none']);
});
