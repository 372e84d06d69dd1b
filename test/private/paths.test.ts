import * as fc from 'fast-check';
import { pageBehind } from '../../src/private/agent-error';
import { cleanAbsolutePath, directoryOf, fileNameOf, requireRelativePath } from '../../src/private/paths';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';
import { runs } from '../support/runs';

test.each([
  ['/', '/'], ['//', '/'], ['/a', '/a'], ['/a/', '/a'], ['//a///b/./c/', '/a/b/c'], ['/a..b/.c', '/a..b/.c'], ['C:\\a\\b', 'C:\\a\\b'],
  ['c:/a', 'c:/a'], ['\\\\host\\share', '\\\\host\\share'],
])('%p is spelled %p', (given, spelled) => {
  expect(cleanAbsolutePath(given, 'a path')).toBe(spelled);
});

test('a clean path stays as it is, and names the same place', () => {
  const parts = fc.array(fc.constantFrom('a', 'b.c', '.', '', '...'), { maxLength: 6 });
  fc.assert(fc.property(parts, given => {
    const clean = cleanAbsolutePath(`/${given.join('/')}`, 'a path');
    expect(cleanAbsolutePath(clean, 'a path')).toBe(clean);
    expect(clean).toBe(`/${given.filter(part => part !== '' && part !== '.').join('/')}`);
  }), { numRuns: runs(100) });
});

test('a path of the host may have a colon', () => {
  expect(cleanAbsolutePath('/sys/devices/pci0000:00', 'a path', true)).toBe('/sys/devices/pci0000:00');
});

test.each([
  ['', "'/'"], ['a/b', "'/a/b'"], ['./a', "'/a'"], ['\\var\\lib', "'C:\\var\\lib'"], ['var\\lib', "'C:\\var\\lib'"],
  ['/a/../b', ''], ['..', ''], ['/a:b', ''], ['/a\0b', ''], ['C:\\..\\a', ''],
])('fails for %j', (given, suggested) => {
  const message = messageOf(() => cleanAbsolutePath(given, 'a path'));
  expect(message).toEqual(refusal('invalid-path', { given: `'${given}'` }));
  expect(message!.replace(pageBehind('invalid-path'), '').endsWith(suggested)).toBe(true);
});

test.each(['a', 'a/b', '..a/b', '.', '$(NODE)/x'])('%p is a relative path', path => {
  expect(requireRelativePath(path, 'a path')).toBe(path);
});

test.each(['', '/a', '..', 'a/../b'])('fails for the relative path %p', path => {
  expect(messageOf(() => requireRelativePath(path, 'subPath'))).toEqual(
    refusal('invalid-path', { given: `'${path}'`, names: ['subPath'] }));
});

test.each([
  ['/a/b/c', '/a/b', 'c'], ['/a', '/', 'a'], ['/', '/', ''], ['C:\\a\\b', 'C:\\a', 'b'], ['C:/a/b', 'C:/a', 'b'],
])('%p is in %p under %p', (path, directory, name) => {
  expect([directoryOf(path), fileNameOf(path)]).toEqual([directory, name]);
});
