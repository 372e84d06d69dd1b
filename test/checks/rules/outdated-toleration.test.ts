import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import type { Rule } from '../../../src/checks/rule';
import { outdatedToleration } from '../../../src/checks/rules/outdated-toleration';
import type { Wire } from '../../../src/private/wire';

const count = (rule: Rule, ...tolerations: Wire[]) => foundBy(rule, daemonSet({ tolerations })).length;
const exists = (key: string, effect?: string, rest: Wire = {}) => ({ key, operator: 'Exists', ...effect && { effect }, ...rest });
const master = (rest: Wire = {}) => ({ key: 'node-role.kubernetes.io/master', operator: 'Exists', ...rest });

test.each<[Wire[], number]>([
  [[master()], 1], [[master({ effect: 'NoSchedule' }), exists('node-role.kubernetes.io/control-plane', 'NoSchedule')], 0],
  [[master(), { operator: 'Exists' }], 0],
  [[master({ effect: 'NoSchedule' }), { operator: 'Exists', effect: 'NoExecute' }], 1],
  [[master({ effect: 'NoSchedule' }), { operator: 'Exists', effect: 'NoSchedule' }], 0],
  [[exists('node.alpha.kubernetes.io/notReady')], 1], [[exists('node-role.kubernetes.io/control-plane')], 0],
])('outdated-toleration: %j', (tolerations, expected) => {
  expect(count(outdatedToleration, ...tolerations)).toBe(expected);
});
