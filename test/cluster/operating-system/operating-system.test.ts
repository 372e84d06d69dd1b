import { contextOf, daemonSet } from '../../../src/checks/example';
import { operatingSystemOf } from '../../../src/cluster/operating-system/operating-system';
import type { Wire } from '../../../src/private/wire';

const term = (operator: string, ...values: string[]) => ({
  matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'kubernetes.io/os', operator, values }],
});
const terms = (...nodeSelectorTerms: Wire[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});

test.each<[Wire, string | undefined]>([
  [{}, undefined], [{ os: { name: 'windows' } }, 'windows'], [{ nodeSelector: { 'kubernetes.io/os': 'linux' } }, 'linux'],
  [terms(term('In', 'windows')), 'windows'],
  [terms(term('In', 'windows'), term('In', 'windows')), 'windows'], [terms(term('In', 'windows'), term('In', 'linux')), undefined],
  [terms(term('In', 'windows', 'linux')), undefined],
  [terms(term('NotIn', 'windows')), undefined], [terms(term('In', 'windows'), { matchExpressions: [] }), undefined],
])('%j is for %s', (pod, expected) => {
  expect(operatingSystemOf(contextOf([daemonSet(pod)]).inventory.workloads[0])).toBe(expected);
});
