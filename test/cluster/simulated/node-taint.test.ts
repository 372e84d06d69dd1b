import { NodeTaint } from '../../../src/cluster';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

test.each([
  ['noSchedule', NodeTaint.noSchedule('dedicated'), 'dedicated:NoSchedule'],
  ['noSchedule with a value', NodeTaint.noSchedule('nvidia.com/gpu', 'present'), 'nvidia.com/gpu=present:NoSchedule'],
  ['noExecute', NodeTaint.noExecute('CriticalAddonsOnly', 'true'), 'CriticalAddonsOnly=true:NoExecute'],
  ['preferNoSchedule', NodeTaint.preferNoSchedule('a.example.com/b', 'c'), 'a.example.com/b=c:PreferNoSchedule'],
  ['a value of nothing is none', NodeTaint.noSchedule('dedicated', ''), 'dedicated:NoSchedule'],
])('%s reads as kubectl writes it', (_, taint, text) => {
  expect(String(taint)).toBe(text);
});

test('a taint says what it is made of', () => {
  const { key, value, effect } = NodeTaint.noExecute('a', 'b');
  expect({ key, value, effect }).toEqual({ key: 'a', value: 'b', effect: 'NoExecute' });
  expect(NodeTaint.noSchedule('a').value).toBeUndefined();
});

test.each([
  ['a key that no taint can have', () => NodeTaint.noSchedule('not a key'),
    refusal('invalid-label', { given: "'not a key'", names: ['63', '_'] })],
  ['a value that no taint can have', () => NodeTaint.noExecute('a', 'b c'),
    refusal('invalid-label', { given: "'b c'", names: ['63', '_'] })],
  ['no key', () => NodeTaint.preferNoSchedule(''),
    refusal('invalid-label', { given: "''", names: ['63', '_'] })],
])('%s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});
