import { DisruptionBudget } from '../../../src';
import { reading } from '../../support/refused';

test.each<[string, () => unknown]>([
  ['no pod may be missing', () => DisruptionBudget.maxUnavailable(0)],
  ['half a pod', () => DisruptionBudget.minAvailable(1.5)],
  ['more than Kubernetes counts', () => DisruptionBudget.minAvailable(2 ** 31)],
])('%s is refused', (_, make) => {
  expect(reading(make)).toThrow(/^invalid-disruption-budget: .*allowed: a whole number from 1 to 2147483647;/);
});

test('the refusal says what to write', () => {
  const allowed = 'a whole number from 1 to 2147483647';
  expect(reading(() => DisruptionBudget.maxUnavailable(0))).toThrow(
    `invalid-disruption-budget: a disruption budget cannot have this number of pods; given: 0; allowed: ${allowed}; fix: use DisruptionBudget.maxUnavailable(1), or`,
  );
});

test('each kind says what it is', () => {
  expect([DisruptionBudget.maxUnavailable(1), DisruptionBudget.minAvailable(1), DisruptionBudget.none()].map(({ kind }) => kind))
    .toEqual(['maxUnavailable', 'minAvailable', 'none']);
});
