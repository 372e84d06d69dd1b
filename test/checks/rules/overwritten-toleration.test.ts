import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { overwrittenToleration } from '../../../src/checks/rules/overwritten-toleration';
import type { Wire } from '../../../src/private/wire';

const exists = (key: string, tolerationSeconds?: number) => ({
  key, operator: 'Exists', effect: 'NoExecute', ...tolerationSeconds !== undefined && { tolerationSeconds },
});

test.each<[Wire, number]>([
  [exists('node.kubernetes.io/not-ready', 30), 1], [exists('node.kubernetes.io/unreachable', 0), 1],
  [exists('node.kubernetes.io/unreachable'), 0], [exists('example.com/a', 30), 0],
  // not the one that the controller adds, so both stay
  [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', tolerationSeconds: 30 }, 0],
  [{ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }, 0],
])('%j', (toleration, count) => {
  expect(foundBy(overwrittenToleration, daemonSet({ tolerations: [toleration] }))).toHaveLength(count);
});

test('for other workloads the time counts', () => {
  expect(foundBy(overwrittenToleration, deployment({ tolerations: [exists('node.kubernetes.io/not-ready', 30)] }))).toEqual([]);
});
