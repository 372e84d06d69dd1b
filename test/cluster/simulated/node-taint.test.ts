import { NodeTaint } from '../../../src/cluster';
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
    "invalid-label: the key of a taint is not a valid label key; given: 'not a key'; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; "
    + "in front of it at will a DNS subdomain and `/`; fix: write 'not-a-key'"],
  ['a value that no taint can have', () => NodeTaint.noExecute('a', 'b c'),
    "invalid-label: the value of the taint a is not a valid label value; given: 'b c'; allowed: nothing, or at most 63 letters, digits, `-`, `_` and `.`, "
    + "a letter or digit at both ends; fix: write 'b-c'"],
  ['no key', () => NodeTaint.preferNoSchedule(''),
    "invalid-label: the key of a taint is not a valid label key; given: ''; allowed: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends; "
    + 'in front of it at will a DNS subdomain and `/`; fix: choose another name'],
])('%s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});
