import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { negativeGracePeriod } from '../../../src/checks/rules/negative-grace-period';

test.each([[-1, 1], [0, 0], [30, 0]])('%i seconds to stop', (terminationGracePeriodSeconds, count) => {
  expect(foundBy(negativeGracePeriod, daemonSet({ terminationGracePeriodSeconds }))).toHaveLength(count);
});
