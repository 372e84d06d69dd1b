import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { selectorOverlap } from '../../../src/checks/rules/selector-overlap';
import type { Wire } from '../../../src/private/wire';

const labelled = (make: typeof daemonSet, name: string, own: Wire, selector: Wire = { matchLabels: own }) => {
  const { spec, ...rest } = make({}, {}, { name });
  return { ...rest, spec: { ...spec, selector, template: { ...spec.template, metadata: { labels: own } } } };
};

test('the wider selector is reported', () => {
  const [narrow, wide] = [labelled(daemonSet, 'narrow', { app: 'x', part: 'agent' }), labelled(deployment, 'wide', { app: 'x' })];
  expect(foundBy(selectorOverlap, narrow, wide)).toEqual(['warning wide spec.selector (app: x)']);
  expect(foundBy(selectorOverlap, wide, narrow)).toEqual(['warning wide spec.selector (app: x)']);
});

test('two that select each other are one thing to fix', () => {
  expect(foundBy(selectorOverlap, labelled(daemonSet, 'one', { app: 'x' }), labelled(daemonSet, 'two', { app: 'x' }))).toEqual([
    'warning one spec.selector (app: x)',
  ]);
});

test('expressions select as well', () => {
  const by = labelled(daemonSet, 'one', { app: 'y' }, { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'y'] }] });
  expect(foundBy(selectorOverlap, by, labelled(daemonSet, 'two', { app: 'x' }))).toEqual(['warning one spec.selector (app In x|y)']);
});

test('another namespace, another value and the same object twice are no overlap', () => {
  const one = labelled(daemonSet, 'one', { app: 'x' });
  const elsewhere = { ...labelled(daemonSet, 'two', { app: 'x' }), metadata: { name: 'two', namespace: 'elsewhere' } };
  expect(foundBy(selectorOverlap, one, elsewhere, labelled(daemonSet, 'three', { app: 'z' }), one)).toEqual([]);
});

test('a DaemonSet and a Deployment of one name are two', () => {
  expect(foundBy(selectorOverlap, labelled(daemonSet, 'x', { app: 'x' }), labelled(deployment, 'x', { app: 'x' }))).toHaveLength(1);
});
