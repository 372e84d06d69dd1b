import { TaintEffect, Toleration } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test.each([
  ['everything', Toleration.everything(), { operator: 'Exists' }],
  ['an effect', Toleration.effect(TaintEffect.NO_EXECUTE), { effect: 'NoExecute', operator: 'Exists' }],
  ['the control plane', Toleration.controlPlane(), {
    effect: 'NoSchedule', key: 'node-role.kubernetes.io/control-plane', operator: 'Exists',
  }],
  ['a key', Toleration.exists('gpu'), { key: 'gpu', operator: 'Exists' }],
  ['a key and value', Toleration.withValue('team/gpu', 'a100', { effect: TaintEffect.PREFER_NO_SCHEDULE }),
    { effect: 'PreferNoSchedule', key: 'team/gpu', operator: 'Equal', value: 'a100' }],
  ['a key without a value, which is not written', Toleration.withValue('gpu', ''), { key: 'gpu', operator: 'Equal' }],
  ['a time', Toleration.exists('gpu', { effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 0 }), {
    effect: 'NoExecute', key: 'gpu', operator: 'Exists', tolerationSeconds: 0,
  }],
])('%s is tolerated with no more than it needs', (_, toleration, wire) => {
  expect(toleration._toWire()).toEqual(wire);
});

test.each([
  ['a key that is no qualified name', () => Toleration.exists(''),
    refusal('invalid-toleration', { given: "''", names: ['63', '_'] })],
  ['a value that is no label value', () => Toleration.withValue('gpu', 'a b'),
    refusal('invalid-toleration', { given: "'a b'", names: ['gpu', '63', '_'] })],
  ['a time with another effect', () => Toleration.exists('gpu', { effect: TaintEffect.NO_SCHEDULE, tolerationSeconds: 5 }),
    refusal('invalid-toleration', { given: 'tolerationSeconds: 5, effect: NoSchedule', names: ['NoExecute'] })],
  ['a time with every effect', () => Toleration.exists('gpu', { tolerationSeconds: 5 }),
    refusal('invalid-toleration', { given: 'tolerationSeconds: 5, effect: every', names: ['NoExecute'] })],
  ['a fraction of a second', () => Toleration.exists('gpu', { effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 0.5 }),
    refusal('invalid-toleration', { given: '0.5' })],
])('fails for %s', (_, act, message) => {
  expect(messageOf(act)).toEqual(message);
});
