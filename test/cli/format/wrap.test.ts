import { wrapped } from '../../../src/cli/format/wrap';

test.each<[string, Parameters<typeof wrapped>, string[]]>([
  ['fits', ['one two', 2, 80], ['  one two']],
  ['is for a pipe', ['one two three four five six seven eight', 2, undefined], ['  one two three four five six seven eight']],
  ['is too long', ['one two three four five six seven eight', 2, 24], ['  one two three four', '  five six seven eight']],
  [
    'begins behind something else', ['one two three four five six seven eight', 2, 30, 'error  code: '],
    ['error  code: one two three four', '  five six seven eight'],
  ],
  [
    'has a word that is wider than the terminal', ['a https://example.com/very/long/address b', 2, 24],
    ['  a', '  https://example.com/very/long/address', '  b'],
  ],
])('a text that %s', (_, args, expected) => {
  expect(wrapped(...args)).toEqual(expected);
});
