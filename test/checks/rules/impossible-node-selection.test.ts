import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { impossibleNodeSelection } from '../../../src/checks/rules/impossible-node-selection';
import type { Wire } from '../../../src/private/wire';

const gt = (...values: string[]) => ({ matchExpressions: [{ key: 'n', operator: 'Gt', values }] });
const required = (...nodeSelectorTerms: Wire[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const is = (key: string, ...values: string[]) => ({ matchExpressions: [{ key, operator: 'In', values }] });

test.each<[Wire, string[]]>([
  [{ nodeSelector: { 'kubernetes.io/os': 'Linux' } }, ['error agent nodeSelector (kubernetes.io/os: Linux)']],
  [{ nodeSelector: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'arm64' } }, []],
  [{ nodeSelector: { 'kubernetes.io/arch': 'loong64' } }, []],
  [{ nodeSelector: { 'kubernetes.io/arch': 'loongarch64' } }, ['error agent nodeSelector (kubernetes.io/arch: loongarch64)']],
  [required(is('kubernetes.io/arch', 'x86_64', 'aarch64')), ['error agent affinity.nodeAffinity (kubernetes.io/arch: x86_64, aarch64)']],
  [required(is('kubernetes.io/arch', 'x86_64', 'amd64')), []],
  [required(is('kubernetes.io/arch', 'x86_64'), is('a', 'b')), []],
  [{ nodeSelector: { a: 'b' }, ...required(is('a', 'c')) }, ['error agent affinity.nodeAffinity (a: b; a In c)']],
  [{ nodeSelector: { a: 'b' }, ...required(is('a', 'c'), is('a', 'b')) }, []],
  [required({ matchExpressions: [{ key: 'n', operator: 'Gt', values: ['5'] }, { key: 'n', operator: 'Lt', values: ['6'] }] }), [
    'error agent affinity.nodeAffinity (n Gt 5 and n Lt 6)',
  ]],
  [required({ matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'a', operator: 'DoesNotExist' }] }), [
    'error agent affinity.nodeAffinity (a Exists and a DoesNotExist)',
  ]],
  [{ nodeSelector: { a: '' } }, []], [{}, []],
  // said under unreadable-node-term
  [required(gt('x')), []],
])('impossible-node-selection: %j', (pod, expected) => {
  expect(foundBy(impossibleNodeSelection, daemonSet(pod))).toEqual(expected);
});
