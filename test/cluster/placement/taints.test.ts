import { automaticTolerations, describeTaint, PodToleration, Taint, tolerates } from '../../../src/cluster/placement/taints';
import { nodeOf } from '../inventory/objects';

const GPU: Taint = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };

test.each<[string, PodToleration, boolean]>([
  ['everything, by no key and Exists', { operator: 'Exists' }, true],
  ['its key with every value', { key: GPU.key, operator: 'Exists' }, true],
  ['its key and value, by Equal', { key: GPU.key, operator: 'Equal', value: 'present' }, true],
  ['its key and value, by no operator', { key: GPU.key, value: 'present' }, true],
  ['its effect too', { key: GPU.key, operator: 'Exists', effect: 'NoSchedule' }, true],
  ['an effect that is empty text', { key: GPU.key, operator: 'Exists', effect: '' }, true],
  ['another effect', { key: GPU.key, operator: 'Exists', effect: 'NoExecute' }, false],
  ['another key', { key: 'amd.com/gpu', operator: 'Exists' }, false],
  ['another value', { key: GPU.key, value: 'absent' }, false],
  ['no value', { key: GPU.key }, false],
  ['an operator that only a feature gate knows', { key: GPU.key, operator: 'Gt', value: '1' }, false],
])('a toleration of %s: %#', (_, toleration, expected) => {
  expect(tolerates(toleration, GPU)).toBe(expected);
});

test('a taint without a value is tolerated by a toleration without one', () => {
  expect(tolerates({ key: 'a' }, { key: 'a', effect: 'NoSchedule' })).toBe(true);
  expect(tolerates({ key: 'a', value: '' }, { key: 'a', effect: 'NoSchedule' })).toBe(true);
});

test('the controller adds tolerations for nodes under pressure, but not for the NoSchedule half of a node that is not ready', () => {
  const covered = (key: string, effect: string, hostNetwork = false) =>
    automaticTolerations(hostNetwork).some(toleration => tolerates(toleration, { key: `node.kubernetes.io/${key}`, effect }));
  expect(['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].every(key => covered(key, 'NoSchedule'))).toBe(true);
  expect(['not-ready', 'unreachable'].map(key => [covered(key, 'NoExecute'), covered(key, 'NoSchedule')])).toEqual([
    [true, false], [true, false],
  ]);
  expect([covered('network-unavailable', 'NoSchedule'), covered('network-unavailable', 'NoSchedule', true)]).toEqual([false, true]);
});

test.each([
  ['gpu=true:NoSchedule'], ['gpu:NoExecute'], ['node.kubernetes.io/out-of-service=nodeshutdown:NoExecute'],
])('a taint is written as kubectl writes it: %s', text => {
  expect(nodeOf('a', { taints: [text] }).taints.map(describeTaint)).toEqual([text]);
});
