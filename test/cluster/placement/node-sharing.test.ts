import { contextOf, daemonSet, node } from '../../../src/checks/example';
import { NodeSharing } from '../../../src/cluster/placement/node-sharing';
import type { Wire } from '../../../src/private/wire';

const gpu = { key: 'gpu', value: 'true', effect: 'NoSchedule' };
const [everywhere, onGpu, nowhere] = [
  daemonSet({}, {}, { name: 'everywhere' }), daemonSet({ nodeSelector: { gpu: 'true' }, tolerations: [{ operator: 'Exists' }] }, {}, {
    name: 'gpu',
  }), daemonSet({ nodeSelector: { a: 'b' } }, {}, { name: 'nowhere' }),
];

function sharing(...nodes: Wire[]) {
  const context = contextOf([everywhere, onGpu, nowhere, ...nodes]);
  return { sharing: NodeSharing.in(context), workloads: context.inventory.workloads, again: NodeSharing.in(context) };
}

test('without nodes the selectors decide, and nothing more is known', () => {
  const { sharing: asked, workloads: [one, two] } = sharing();
  expect(asked.share(one, two)).toBe(true);
  expect([asked.nodesOf(one), asked.isWithin(one, two)]).toEqual([undefined, undefined]);
});

test('with nodes their labels and taints decide', () => {
  const { sharing: asked, workloads: [one, two, three] } = sharing(node('a'), node('b', { gpu: 'true' }, [gpu]));
  expect([one, two, three].map(each => [...asked.nodesOf(each)!].map(({ name }) => name))).toEqual([['a'], ['b'], []]);
  expect([asked.share(one, two), asked.share(one, one), asked.share(one, three)]).toEqual([false, true, false]);
});

test('what runs nowhere is within nothing', () => {
  const { sharing: asked, workloads: [one, two, three] } = sharing(node('a'), node('b', { gpu: 'true' }));
  expect([asked.isWithin(two, one), asked.isWithin(one, two), asked.isWithin(three, one)]).toEqual([true, false, false]);
});

test('one is made for all that look at the same objects', () => {
  const { sharing: asked, again } = sharing(node('a'));
  expect(again).toBe(asked);
});
