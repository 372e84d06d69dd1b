import * as fc from 'fast-check';
import { selectsLabels } from '../../../src/cluster/label-selector';
import { selectorCollisions, PodSelecting } from '../../../src/cluster/selectors/selector-collisions';
import { runs } from '../../support/runs';

interface Workload extends PodSelecting {
  readonly name: string;
  readonly place: string;
}

function pairsOf(workloads: readonly Workload[]): string[] {
  return [
    ...selectorCollisions(workloads, { placeOf: ({ place }) => place, areTwo: (one, other) => one.name !== other.name }),
  ].map(({ one, other }) => `${one.name} `
    + `${other.name}`);
}

const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'), { maxKeys: 3, noNullPrototype: true });
const expressions = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b'), operator: fc.constantFrom('In', 'NotIn'), values: fc.constant(['1']) }), { maxLength: 1 },
);
const workload = fc.record({
  place: fc.constantFrom('x', 'y'), podLabels: labels,
  selector: fc.oneof(
    fc.record({ matchLabels: labels }), fc.record({ matchLabels: labels, matchExpressions: expressions }),
    fc.record({ matchExpressions: expressions }), fc.constant({}),
  ),
});

test('tells of each workload whose selector matches the pods of another one, as a look at every pair would', () => {
  fc.assert(fc.property(fc.array(workload, { maxLength: 12 }), given => {
    const workloads = given.map((each, index) => ({ ...each, name: `w${index}` }));
    const expected = workloads.filter(one => Object.keys(one.selector).length > 0
      && workloads.some(other => other !== one && other.place === one.place
        && selectsLabels(one.selector, other.podLabels))).map(({ name }) => name);
    expect(pairsOf(workloads).map(pair => pair.split(' ')[0])).toEqual(expected);
  }), { numRuns: runs(100) });
});
