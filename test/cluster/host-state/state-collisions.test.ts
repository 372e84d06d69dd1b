import * as fc from 'fast-check';
import { stateCollisions, parentsOf } from '../../../src/cluster/host-state/state-collisions';
import { runs } from '../../support/runs';

interface Keeper {
  readonly name: number;
  readonly paths: readonly string[];
}

function collisionsOf(keepers: readonly Keeper[]): string[] {
  return [...stateCollisions(keepers, { scopeOf: () => '', pathsOf: ({ paths }) => paths, selectionOf: () => ({}), collide: () => true })]
    .map(({ first, theirs, second, mine, isSame }) => `${second.name} ${mine} ${isSame ? 'is' : 'meets'} ${theirs} of ${first.name}`);
}

const keepers = (...paths: string[]): Keeper[] => paths.map((path, name) => ({ name, paths: [path] }));

test.each<[string, string, string[]]>([
  ['/a', '/a', ['1 /a is /a of 0']], ['/a', '/a/b', ['1 /a/b meets /a of 0']], ['/a/b', '/a', ['1 /a meets /a/b of 0']],
  ['/var/run/a', '/run/a', ['1 /run/a is /var/run/a of 0']],
  ['C:\\a', 'C:\\a\\b', ['1 C:\\a\\b meets C:\\a of 0']], ['/a', '/ab', []], ['/a/b', '/a/c', []],
])('%s and %s', (one, other, found) => {
  expect(collisionsOf(keepers(one, other))).toEqual(found);
});

test('directories of one keeper may hold each other', () => {
  expect(collisionsOf([{ name: 0, paths: ['/a', '/a/b'] }])).toEqual([]);
});

test('is shown every keeper whose directory is, holds or is in that of one before, unless that one was reported itself', () => {
  const path = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 }).map(parts => `/${parts.join('/')}`);
  fc.assert(fc.property(fc.array(path, { maxLength: 12 }), paths => {
    const kept: string[] = [];
    const told: number[] = [];
    paths.forEach((one, index) => {
      if (kept.some(other => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`))) {
        told.push(index);
      } else {kept.push(one);}
    });
    expect(collisionsOf(keepers(...paths)).map(line => Number(line.split(' ')[0]))).toEqual(told);
  }), { numRuns: runs(100) });
});

test('the directories above a path leave out the root', () => {
  expect(parentsOf('/a/b/c')).toEqual(['/a/b', '/a']);
  expect(parentsOf('/a')).toEqual([]);
});
