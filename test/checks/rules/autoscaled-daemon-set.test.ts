import { foundBy } from './found-by';
import { autoscaledDaemonSet } from '../../../src/checks/rules/autoscaled-daemon-set';

test('autoscalers of others are fine', () => {
  const autoscaler = (kind: string) => ({
    apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: { name: 'a' },
    spec: { scaleTargetRef: { kind, name: 'agent' } },
  });
  expect([
    foundBy(autoscaledDaemonSet, autoscaler('StatefulSet')).length, foundBy(autoscaledDaemonSet, autoscaler('DaemonSet')).length,
  ]).toEqual([0, 1]);
});
