import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { schedulerBypassed } from '../../../src/checks/rules/scheduler-bypassed';

test('pods that name their node are reported for templates alone', () => {
  expect(foundBy(
    schedulerBypassed, daemonSet({ nodeName: 'a' }), deployment({ nodeName: 'a' }), daemonSet({ nodeName: '' }),
  )).toHaveLength(2);
  expect(foundBy(schedulerBypassed, {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { nodeName: 'a', containers: [] },
  })).toEqual([]);
});
