import { groupAlike, PlacedLine } from '../../src/private/alike-lines';

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
