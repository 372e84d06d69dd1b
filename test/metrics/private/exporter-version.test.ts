import { isOlder, readVersion, showVersion } from '../../../src/metrics/private/exporter-version';

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
