import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import type { Rule } from '../../../src/checks/rule';
import { tolerationNeverMatches } from '../../../src/checks/rules/toleration-never-matches';
import type { Wire } from '../../../src/private/wire';

const count = (rule: Rule, ...tolerations: Wire[]) => foundBy(rule, daemonSet({ tolerations })).length;
const exists = (key: string, effect?: string, rest: Wire = {}) => ({ key, operator: 'Exists', ...effect && { effect }, ...rest });

test.each<[Wire, number]>([
  [exists('node.kubernetes.io/not-ready', 'NoSchedule'), 0], [exists('node.kubernetes.io/not-ready'), 0],
  [exists('node.kubernetes.io/notready'), 1],
  [exists('node.kubernetes.io/disk-pressure', 'NoExecute'), 1], [exists('node.kubernetes.io/disk-pressure', 'NoSchedule'), 0],
  [exists('node.kubernetes.io/disk-pressure', 'PreferNoSchedule'), 0],
  [{ key: 'node.kubernetes.io/unreachable', value: 'true', effect: 'NoExecute' }, 1],
  [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }, 0],
  [{ key: 'node-role.kubernetes.io/control-plane', value: 'true' }, 0], [exists('node-role.kubernetes.io/controlplane'), 0],
  [exists('node-role.kubernetes.io/controlplan'), 1],
  [exists('node-role.kubernetes.io/ingress'), 0], [exists('example.com/not-ready'), 0], [exists('CriticalAddonsOnly'), 0],
  [{ operator: 'Exists' }, 0],
  [exists('node.kubernetes.io/out-of-service', 'NoExecute'), 0], [exists('node.kubernetes.io/instance-type'), 0],
])('toleration-never-matches: %j', (toleration, expected) => {
  expect(count(tolerationNeverMatches, toleration)).toBe(expected);
});
