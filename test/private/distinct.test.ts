import { Duration, Lazy } from 'cdk8s';
import { distinct } from '../../src/private/distinct';

const contentsOf = (list: readonly unknown[]) => distinct(list, entry => entry);

test('of those that say the same, in whichever order, the first one stays', () => {
  const [one, other] = [{ a: 1, b: [2] }, { b: [2], a: 1 }];
  expect(contentsOf([one, { a: 1 }, other])).toEqual([one, { a: 1 }]);
  expect(contentsOf([{ a: 1 }, { a: Lazy.any({ produce: () => 1 }) }])).toHaveLength(1);
});

test('what nobody can look into is reported by itself', () => {
  const opaque = Duration.seconds(1);
  expect(contentsOf([opaque, Duration.seconds(1), opaque])).toHaveLength(2);
});
