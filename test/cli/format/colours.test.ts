import { coloursFor } from '../../../src/cli/format/colours';
import { fakeIo } from '../fake-io';

test.each([
  ['a pipe', undefined, {}, false],
  ['a terminal', 80, {}, true],
  ['a terminal that shall have none', 80, { NO_COLOR: '1' }, false],
  ['an empty wish', 80, { NO_COLOR: '' }, true],
  ['a dumb terminal', 80, { TERM: 'dumb' }, false],
  ['a pipe that shall have some', undefined, { FORCE_COLOR: '1' }, true],
  ['a wish against the other', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ['a terminal that is forced to have none', 80, { FORCE_COLOR: '0' }, false],
])('%s', (_, columns, env, expected) => {
  const { stdout } = fakeIo({ env, ...columns !== undefined && { columns } });
  expect(coloursFor(stdout, env).red('a')).toBe(expected ? '\u001b[31ma\u001b[39m' : 'a');
});

test('nothing stays nothing', () => {
  expect(coloursFor(fakeIo({ columns: 80 }).stdout, {}).bold('')).toBe('');
});
