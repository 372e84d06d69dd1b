import * as fc from 'fast-check';
import { positions, validObject } from './valid-object';
import { checkFields, fieldOf, knownMinors } from '../../../src/private/fields/fields';
import { runs } from '../../support/runs';

const { oldest, newest } = knownMinors();
const minors = fc.integer({ min: oldest, max: newest });
const daemonSets = (minor: number) => validObject('DaemonSet', minor, ['apiVersion', 'kind', 'metadata', 'spec']);

/** What slips from fingers: a letter lost, doubled, swapped with its neighbour, or in the wrong case. */
const slips: ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  (word, at) => word.slice(0, at) + (word[at] === word[at].toUpperCase() ? word[at].toLowerCase() : word[at].toUpperCase())
    + word.slice(at + 1),
];

test('a valid DaemonSet is never reported, whatever it holds', () => {
  fc.assert(fc.property(minors.chain((minor) => fc.tuple(fc.constant(minor), daemonSets(minor))), ([minor, object]) => {
    expect(checkFields('DaemonSet', object, { minor, aspects: ['names', 'types', 'words', 'keys', 'required'] })).toEqual([]);
  }), { numRuns: runs(100) });
});

test('a misspelt field of a valid DaemonSet is always reported where it stands', () => {
  fc.assert(fc.property(
    minors.chain((minor) => fc.tuple(fc.constant(minor), daemonSets(minor))), fc.nat(), fc.nat(), fc.constantFrom(...slips),
    ([minor, object], whichField, whichLetter, slip) => {
      const used = positions('DaemonSet', object);
      const { definition, field, path, rename } = used[whichField % used.length];
      const wrong = slip(field.name, whichLetter % field.name.length);
      fc.pre(wrong !== '' && fieldOf(definition, wrong) === undefined);
      rename(wrong);
      expect(checkFields('DaemonSet', object, { minor })).toContainEqual(expect.objectContaining({
        code: 'unknown-field', path: path === '' ? wrong : `${path}.${wrong}`, given: wrong,
      }));
    },
  ), { numRuns: runs(100) });
});

test('any value at all is checked without an exception', () => {
  fc.assert(fc.property(fc.jsonValue(), minors, (value, minor) => {
    checkFields('DaemonSet', value, { minor, aspects: ['names', 'types', 'words', 'keys', 'required'] });
    checkFields('DaemonSet', { spec: { template: value } }, { minor, aspects: ['names', 'types', 'words', 'keys', 'required'] });
  }), { numRuns: runs(100) });
});
