import * as fc from 'fast-check';
import { budgetOf, refusalOf, standstillOf, strategyOf } from '../../../src/cluster/rollout/budget';
import { runs } from '../../support/runs';

const strategy = (rollingUpdate?: object) => strategyOf({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });

test('nothing written is one node at a time', () => {
  expect(budgetOf(strategyOf({}), 100)).toEqual({ kind: 'unavailable', given: '1', resolved: 1 });
});

test.each<[string, object, number, object]>([
  ['a number is taken as it is', { maxUnavailable: 3 }, 100, { kind: 'unavailable', given: '3', resolved: 3 }],
  ['a number may be above the nodes', { maxUnavailable: 30 }, 2, { kind: 'unavailable', given: '30', resolved: 30 }],
  ['a share is rounded up', { maxUnavailable: '10%' }, 11, { kind: 'unavailable', given: '10%', resolved: 2 }],
  ['a share that comes out even is not', { maxUnavailable: '10%' }, 10, { kind: 'unavailable', given: '10%', resolved: 1 }],
  ['a share of few nodes is still one', { maxUnavailable: '1%' }, 3, { kind: 'unavailable', given: '1%', resolved: 1 }],
  ['a surge is rounded up too', { maxUnavailable: 0, maxSurge: '25%' }, 5, { kind: 'surge', given: '25%', resolved: 2 }],
  ['both zero go on with one node', { maxUnavailable: 0, maxSurge: 0 }, 5, { kind: 'unavailable', given: '0', resolved: 1 }],
  ['a share of zero is zero', { maxUnavailable: '0%', maxSurge: '0%' }, 5, { kind: 'unavailable', given: '0%', resolved: 1 }],
  ['no node needs no budget', { maxUnavailable: '10%' }, 0, { kind: 'unavailable', given: '10%', resolved: 0 }],
])('%s', (_, rollingUpdate, desired, budget) => {
  expect(budgetOf(strategy(rollingUpdate), desired)).toEqual(budget);
});

test('a share is enough for its part of the nodes, and for less than one node more', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20_000 }), (percent, desired) => {
    const { resolved } = budgetOf(strategy({ maxUnavailable: `${percent}%` }), desired);
    expect(resolved * 100).toBeGreaterThanOrEqual(desired * percent);
    expect((resolved - 1) * 100).toBeLessThan(desired * percent);
  }), { numRuns: runs(100) });
});

test.each<[string, object | undefined, string | undefined]>([
  ['nothing', undefined, undefined],
  ['a number', { maxUnavailable: 2 }, undefined],
  ['a share', { maxUnavailable: '100%' }, undefined],
  ['a surge beside zero', { maxSurge: '10%', maxUnavailable: 0 }, undefined],
  ['both zero, which was taken once', { maxSurge: 0, maxUnavailable: 0 }, undefined],
  ['a surge alone, beside the default', { maxSurge: 1 }, 'maxSurge is 1 and maxUnavailable is 1, which is 1 where it is left out'],
  ['both', { maxSurge: 1, maxUnavailable: '10%' }, 'write maxUnavailable: 0 next to maxSurge'],
  ['a number in quotes', { maxUnavailable: '2' }, "maxUnavailable is '2', which is neither"],
  ['more than all', { maxUnavailable: '101%' }, "maxUnavailable is '101%'"],
  ['a fraction', { maxUnavailable: 1.5 }, 'maxUnavailable is 1.5'],
  ['less than none', { maxSurge: -1, maxUnavailable: 0 }, 'maxSurge is -1'],
  ['words', { maxUnavailable: 'all' }, "maxUnavailable is 'all'"],
])('of %s the API server says', (_, rollingUpdate, message) => {
  const refusal = refusalOf(strategy(rollingUpdate));
  if (message === undefined) {expect(refusal).toBeUndefined();} else {expect(refusal).toContain(message);}
});

test.each<[string, object, boolean]>([
  ['both zero', { maxSurge: 0, maxUnavailable: 0 }, true], ['both zero as shares', { maxSurge: '0%', maxUnavailable: '0%' }, true],
  ['zero alone', { maxUnavailable: 0 }, true], ['a surge beside zero', { maxSurge: 1, maxUnavailable: 0 }, false],
])('of %s it says today that nothing could be replaced: %j', (_, rollingUpdate, isRefused) => {
  expect(standstillOf(strategy(rollingUpdate)) !== undefined).toBe(isRefused);
});

test('with OnDelete no budget is looked at', () => {
  expect(standstillOf(strategyOf({ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxUnavailable: 0 } } }))).toBeUndefined();
  expect(refusalOf(strategyOf({ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxUnavailable: 'all' } } }))).toBeUndefined();
});
