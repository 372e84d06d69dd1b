import * as fc from 'fast-check';
import { clip, count, namesText, printable } from '../../src/cli/printable';
import { runs } from '../support/runs';

test('a text of others stays on its line and steers no terminal', () => {
  expect(printable('a\nb\tc\u001b[31m\u0007\u009b')).toBe('a b c\\u001b[31m\\u0007\\u009b');
  // eslint-disable-next-line no-control-regex
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(printable(text))), {
    numRuns: runs(100),
  });
});

test('long texts lose their end', () => {
  expect(clip('abcdef', 6)).toBe('abcdef');
  expect(clip('abcdefg', 6)).toBe('abcde…');
});

test.each([[0, '0 nodes'], [1, '1 node'], [12, '12 nodes']])('counts %i', (amount, text) => {
  expect(count(amount, 'node')).toBe(text);
});

test.each([
  [['a'], 'a'], [['a', 'b'], 'a, b'], [['aaaa', 'bbbb', 'cccc', 'dddd'], 'aaaa and 3 more'],
])('names %j as far as they fit', (names, text) => {
  expect(namesText(names, 16)).toBe(text);
});

test('names as many as fit, and always how many', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), {
    minLength: 1, maxLength: 40,
  }), fc.integer({ min: 1, max: 90 }), (names, room) => {
    const text = namesText(names, room);
    const [, shown, more = '0'] = /^(.*?)(?: and (\d+) more)?$/.exec(text)!;
    expect(shown.split(', ')).toEqual(names.slice(0, names.length - Number(more)));
    expect(text.length <= room || shown === names[0]).toBe(true);
  }), { numRuns: runs(100) });
});
