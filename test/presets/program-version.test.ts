import { isOlder, readPatchVersion, readVersion, showVersion } from '../../src/presets/program-version';

test.each<[string, [number, number] | undefined]>([
  ['1.12.1', [1, 12]],
  ['v1.12.1', [1, 12]],
  ['v1.12.1-distroless', [1, 12]],
  ['1.9', [1, 9]],
  ['1.9.1-debian-12-r3', [1, 9]],
  ['v2.0.0-rc.1', [2, 0]],
  ['master', undefined],
  ['1', undefined],
  ['2024-01-01', undefined],
  ['', undefined],
])('of %p the release is %p', (text, version) => {
  expect(readVersion(text)).toEqual(version);
});

test('releases are compared as numbers', () => {
  expect(isOlder([1, 9], [1, 12])).toBe(true);
  expect(isOlder([1, 12], [1, 12])).toBe(false);
  expect(isOlder([2, 0], [1, 12])).toBe(false);
  expect(showVersion([1, 12])).toBe('1.12');
});

test('a release without a patch stands for all patches of its minor', () => {
  expect(readPatchVersion('v0.31.8')).toEqual([0, 31, 8]);
  expect(readPatchVersion('0.31')).toBeUndefined();
  expect(isOlder([0, 31, 2], [0, 31, 3])).toBe(true);
  expect(isOlder([0, 31, 3], [0, 31, 3])).toBe(false);
  expect(isOlder([0, 31], [0, 31, 3])).toBe(false);
  expect(isOlder([0, 31, 9], [0, 31])).toBe(false);
  expect(isOlder([0, 30, 9], [0, 31])).toBe(true);
});
