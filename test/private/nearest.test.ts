import { nearest } from '../../src/private/nearest';

const fields = ['hostIPC', 'hostNetwork', 'hostPID', 'hostUsers', 'hostname', 'nodeName', 'nodeSelector', 'readOnly'];

test.each([
  ['hostNetwrok', 'hostNetwork', 'two letters swapped'],
  ['hostNetwor', 'hostNetwork', 'a letter missing'],
  ['hostNetworkk', 'hostNetwork', 'a letter too many'],
  ['hostnetwork', 'hostNetwork', 'another case'],
  ['readonly', 'readOnly', 'another case inside'],
  ['hostPid', 'hostPID', 'an acronym as a word'],
  ['nodeSelectors', 'nodeSelector', 'a plural'],
])('%s is read as %s: %s', (word, meant) => {
  expect(nearest(word, fields)).toBe(meant);
});

test('the nearest of several candidates wins, and of equally near ones the first', () => {
  expect(nearest('cat', ['cut', 'coat', 'cat'])).toBe('cat');
  expect(nearest('cat', ['cut', 'coat'])).toBe('cut');
});

test('a word that resembles nothing has no nearest candidate', () => {
  expect(nearest('replicas', fields)).toBeUndefined();
  expect(nearest('os', ['ip', 'id'])).toBeUndefined();
  expect(nearest('hostNetwork', [])).toBeUndefined();
});

test('a short word allows one letter, a long one no more than three', () => {
  expect(nearest('nme', ['name'])).toBe('name');
  expect(nearest('nm', ['name'])).toBeUndefined();
  expect(nearest('automountServiceAccountTkn', ['automountServiceAccountToken'])).toBe('automountServiceAccountToken');
  expect(nearest('automountServiceAccountT', ['automountServiceAccountToken'])).toBeUndefined();
});
