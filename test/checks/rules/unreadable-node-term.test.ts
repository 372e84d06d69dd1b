import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unreadableNodeTerm } from '../../../src/checks/rules/unreadable-node-term';
import type { Wire } from '../../../src/private/wire';

const gt = (...values: string[]) => ({ matchExpressions: [{ key: 'n', operator: 'Gt', values }] });
const required = (...nodeSelectorTerms: Wire[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const preferred = (preference: Wire) => ({
  affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference }] } },
});
const is = (key: string, ...values: string[]) => ({ matchExpressions: [{ key, operator: 'In', values }] });
const levels = (lines: string[]) => lines.map(line => line.split(' ')[0]);

test.each<[Wire, string[]]>([
  [required(gt('15')), []], [required(gt('-15')), []], [required(gt('15.5')), ['error']], [required(gt('many')), ['error']],
  [required(gt('9223372036854775808')), ['error']],
  [required(gt('x'), gt('1')), ['warning']], [required(gt('x'), gt('y')), ['error', 'error']], [required({}, gt('1')), ['warning']],
  // the API server says these itself, or it is said under empty-node-term
  [required({}), []], [required(gt()), []], [required(gt('a b')), []],
  [preferred(gt('1.5')), ['warning']], [preferred(is('a', 'b c')), ['warning']], [preferred(is('a', 'b')), []], [preferred({}), []],
])('unreadable-node-term: %j', (pod, expected) => {
  expect(levels(foundBy(unreadableNodeTerm, daemonSet(pod)))).toEqual(expected);
});
