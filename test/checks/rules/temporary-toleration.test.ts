import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { temporaryToleration } from '../../../src/checks/rules/temporary-toleration';
import type { Wire } from '../../../src/private/wire';

const exists = (key: string, tolerationSeconds?: number) => ({
  key, operator: 'Exists', effect: 'NoExecute', ...tolerationSeconds !== undefined && { tolerationSeconds },
});

test.each<[Wire, number]>([
  [exists('example.com/a', 30), 1], [exists('example.com/a', 0), 1], [exists('example.com/a'), 0],
  [{ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }, 1],
  [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', tolerationSeconds: 30 }, 1],
  // the controller overwrites it
  [exists('node.kubernetes.io/unreachable', 30), 0],
])('%j', (toleration, count) => {
  expect(foundBy(temporaryToleration, daemonSet({ tolerations: [toleration] }))).toHaveLength(count);
});

test('for other workloads the time counts', () => {
  expect(foundBy(temporaryToleration, deployment({ tolerations: [exists('example.com/a', 30)] }))).toEqual([]);
});
