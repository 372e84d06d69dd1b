import { Duration } from 'cdk8s';
import { ClusterAgent, ClusterWorkload } from '../../../src';
import { objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

function specOf(workload: ClusterWorkload): any {
  const chart = testChart();
  new ClusterAgent(chart, 'agent', { image: 'a:1', workload });
  const { selector, template, ...fields } = objectOf(chart, workload.kind).spec;
  return fields;
}

test.each<[string, ClusterWorkload, object]>([
  ['a Deployment leaves its strategy to Kubernetes', ClusterWorkload.deployment(), {}],
  ['a Deployment replaces pods as configured', ClusterWorkload.deployment({ maxUnavailable: 0, maxSurge: 1 }),
    { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } }],
  ['one of the two numbers is enough', ClusterWorkload.deployment({ maxSurge: 2 }), {
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 2 } },
  }],
  ['a Deployment that stops the old pods first', ClusterWorkload.recreatedDeployment(), { strategy: { type: 'Recreate' } }],
  ['every kind waits and remembers', ClusterWorkload.recreatedDeployment({ minReady: Duration.seconds(5), revisionHistoryLimit: 0 }),
    { strategy: { type: 'Recreate' }, minReadySeconds: 5, revisionHistoryLimit: 0 }],
  ['a StatefulSet', ClusterWorkload.statefulSet({ revisionHistoryLimit: 3 }), {
    serviceName: 'agent', podManagementPolicy: 'Parallel', revisionHistoryLimit: 3,
  }],
])('%s', (_, workload, fields) => {
  expect(specOf(workload)).toEqual({ replicas: 1, ...fields });
});

test.each<[string, () => unknown, string]>([
  ['no pod may go and none may come', () => ClusterWorkload.deployment({
    maxUnavailable: 0, maxSurge: 0,
  }), 'maxUnavailable: 0, maxSurge: 0'],
  ['half a pod', () => ClusterWorkload.deployment({ maxSurge: 0.5 }), 'maxSurge: 0.5'],
  ['less than none', () => ClusterWorkload.deployment({ maxUnavailable: -1 }), 'maxUnavailable: -1'],
  ['a history of less than nothing', () => ClusterWorkload.statefulSet({ revisionHistoryLimit: -1 }), 'revisionHistoryLimit: -1'],
])('%s is refused', (_, make, given) => {
  expect(reading(make)).toThrow(new RegExp(`^invalid-rollout: .*given: ${given};`));
});
