import { TaintEffect, Toleration } from '../../../src/index';
import { messageOf } from '../make-agent';

test.each([
  ['everything', Toleration.everything(), { operator: 'Exists' }],
  ['an effect', Toleration.effect(TaintEffect.NO_EXECUTE), { effect: 'NoExecute', operator: 'Exists' }],
  ['the control plane', Toleration.controlPlane(), { effect: 'NoSchedule', key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }],
  ['a key', Toleration.exists('gpu'), { key: 'gpu', operator: 'Exists' }],
  ['a key and value', Toleration.withValue('team/gpu', 'a100', { effect: TaintEffect.PREFER_NO_SCHEDULE }),
    { effect: 'PreferNoSchedule', key: 'team/gpu', operator: 'Equal', value: 'a100' }],
  ['a key without a value, which is not written', Toleration.withValue('gpu', ''), { key: 'gpu', operator: 'Equal' }],
  ['a time', Toleration.exists('gpu', { effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 0 }), { effect: 'NoExecute', key: 'gpu', operator: 'Exists', tolerationSeconds: 0 }],
])('%s is tolerated with no more than it needs', (_, toleration, wire) => {
  expect(toleration._toWire()).toEqual(wire);
});

test.each([
  ['a key that is no qualified name', () => Toleration.exists(''),
    "invalid-toleration: the key of a taint is not a qualified name; given: ''; allowed: an optional DNS prefix and `/`, then at most 63 letters, digits, `-`, `_` and `.`; fix: copy the key from `kubectl get node -o yaml`"],
  ['a value that is no label value', () => Toleration.withValue('gpu', 'a b'),
    "invalid-toleration: the value of the taint 'gpu' is not a label value; given: 'a b'; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; fix: copy the value from `kubectl get node -o yaml`, or tolerate the key alone with Toleration.exists"],
  ['a time with another effect', () => Toleration.exists('gpu', { effect: TaintEffect.NO_SCHEDULE, tolerationSeconds: 5 }),
    'invalid-toleration: a time limit goes with the effect NoExecute alone; given: tolerationSeconds: 5, effect: NoSchedule; fix: add `effect: TaintEffect.NO_EXECUTE`, or leave `tolerationSeconds` out'],
  ['a time with every effect', () => Toleration.exists('gpu', { tolerationSeconds: 5 }),
    'invalid-toleration: a time limit goes with the effect NoExecute alone; given: tolerationSeconds: 5, effect: every; fix: add `effect: TaintEffect.NO_EXECUTE`, or leave `tolerationSeconds` out'],
  ['a fraction of a second', () => Toleration.exists('gpu', { effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 0.5 }),
    'invalid-toleration: a time limit is a whole number of seconds; given: 0.5; fix: round it'],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toBe(message);
});
