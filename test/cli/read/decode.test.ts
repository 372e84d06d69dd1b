import { decodeCases } from './decode-cases';
import { lineAt, toUtf8 } from '../../../src/cli/read/decode';
import { InputError } from '../../../src/cluster/inventory/read/input-error';

test.each(decodeCases('a: é😀\n'))('reads %s', (_, bytes) => {
  expect(toUtf8(bytes, 'a.yaml').toString('utf8')).toBe('a: é😀\n');
});

test.each([
  ['another encoding', Buffer.from('a: b\nc: \xe9\n', 'latin1'), 'a.yaml:2: is not UTF-8: save it as UTF-8'],
  ['half a character at the end', Buffer.from('a\nb\n\xc3', 'latin1'), 'a.yaml:3: is not UTF-8'],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x61]), 'a.yaml: is not text: it begins as UTF-16'],
])('refuses %s', (_, bytes, message) => {
  expect(() => toUtf8(bytes, 'a.yaml')).toThrow(InputError);
  expect(() => toUtf8(bytes, 'a.yaml')).toThrow(message);
});

test('counts lines', () => {
  expect([0, 1, 2, 4].map(offset => lineAt(Buffer.from('a\n\nb\n'), offset))).toEqual([1, 1, 2, 3]);
});
