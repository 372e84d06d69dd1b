import { contextOf, daemonSet } from '../../../src/checks/example';
import { PodIndex } from '../../../src/cluster/selectors/pod-index';

test('finds the workloads whose pods have all the labels, in their namespace', () => {
  const labelled = (name: string, labels: Record<string, string>) => daemonSet({}, {}, { name, template: { metadata: { labels } } });
  const pods = new PodIndex(contextOf([
    labelled('a', { app: 'x', tier: '1' }), labelled('b', { app: 'x', tier: '2' }), labelled('c', { app: 'y', tier: '1' }),
  ]).inventory.workloads);
  const found = (namespace: string, labels: Record<string, string>) => pods.withLabels(namespace, labels).map(({ name }) => name);
  expect(found('agents', { tier: '1' })).toEqual(['a', 'c']);
  expect(found('agents', { app: 'x', tier: '1' })).toEqual(['a']);
  expect(found('agents', { app: 'x', other: '1' })).toEqual([]);
  expect(found('other', { tier: '1' })).toEqual([]);
  expect(found('agents', {})).toEqual([]);
});
