import { groupAlike, PlacedLine, withPages } from '../../src/private/alike-lines';
import { pageOfCode } from '../../src/private/pages';

const many = (count: number, line: (index: number) => string): PlacedLine[] =>
  Array.from({ length: count }, (_, index) => [`cluster-${index}/agent`, line(index)]);

test('up to three lines stay as they are', () => {
  expect(groupAlike(many(3, () => 'same'))).toEqual(many(3, () => 'same'));
});

test('what four clusters say alike is said once, with where else it holds', () => {
  const [[path, line], ...others] = groupAlike(many(6, index => `cluster-${index}/a and cluster-${index}/b`));
  expect(others).toEqual([]);
  expect(path).toBe('cluster-0/agent');
  expect(line).toMatch(/^cluster-0\/a and cluster-0\/b; .*5 .*cluster-1\/agent, cluster-2\/agent, cluster-3\/agent.* 2 /);
});

test('lines about other constructs, and other lines, stay apart', () => {
  const lines: PlacedLine[] = [
    ...many(4, () => 'one'), ...many(4, index => `number ${index}`),
    ...many(4, () => 'one').map(([path, line]): PlacedLine => [`${path}/other`, line]),
  ];
  expect(groupAlike(lines)).toHaveLength(1 + 4 + 1);
});

test('lines of one cluster are about different constructs, and stay', () => {
  const lines = Array.from({ length: 9 }, (_, index): PlacedLine => [`cluster/agent-${index}`, 'same']);
  expect(groupAlike(lines)).toEqual(lines);
});

test('the page of a code stands at the end of the first line about it, and nowhere else', () => {
  const lines: PlacedLine[] = [
    ['a', 'one', 'invalid-port'], ['b', 'two', 'invalid-port'], ['c', 'three', 'host-port-conflict'], ['d', 'four', 'acme/own'],
    ['e', 'five'],
  ];
  expect(withPages(lines).map(([, line]) => line)).toEqual([
    `one; docs: ${pageOfCode('invalid-port')}`, 'two', `three; docs: ${pageOfCode('host-port-conflict')}`, 'four', 'five',
  ]);
});
