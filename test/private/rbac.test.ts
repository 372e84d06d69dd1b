import * as fc from 'fast-check';
import { mergeRules } from '../../src/private/rbac';
import { runs } from '../support/runs';

type Rule = { [field: string]: string[] };

const rule = (resources: string[], verbs: string[], more: Rule = {}): Rule => ({ apiGroups: [''], resources, verbs, ...more });

/** Every single thing that the rules allow. */
function permissions(rules: readonly any[]): string[] {
  const all = rules.flatMap(({ apiGroups, resources, resourceNames = ['any'], nonResourceURLs, verbs }) => nonResourceURLs
    ? nonResourceURLs.flatMap((url: string) => verbs.map((verb: string) => `${verb} ${url}`))
    : apiGroups.flatMap((group: string) => resources.flatMap((resource: string) => resourceNames.flatMap((name: string) =>
      verbs.map((verb: string) => `${verb} ${group}/${resource} ${name}`)))));
  return [...new Set(all)].sort();
}

test('resources of one group with the same verbs are one rule', () => {
  expect(mergeRules([rule(['pods'], ['get']), rule(['nodes'], ['get']), rule(['pods'], ['get'])])).toEqual([
    rule(['nodes', 'pods'], ['get']),
  ]);
});

test('verbs of one resource are one rule, in the order in which people read them', () => {
  expect(mergeRules([rule(['pods'], ['watch', 'use', 'bind']), rule(['pods'], ['list', 'get', 'delete'])])).toEqual([
    rule(['pods'], ['get', 'list', 'watch', 'delete', 'bind', 'use']),
  ]);
});

test('rules on named objects stay apart from those on all', () => {
  expect(mergeRules([rule(['pods'], ['get'], { resourceNames: ['b', 'a'] }), rule(['pods'], ['get'])])).toEqual([
    rule(['pods'], ['get'], { resourceNames: ['a', 'b'] }), rule(['pods'], ['get']),
  ]);
});

test('paths of the API server stay apart from resources', () => {
  expect(mergeRules([{ nonResourceURLs: ['/metrics', '/healthz'], verbs: ['get'] }, rule(['pods'], ['get'])])).toEqual([
    { nonResourceURLs: ['/healthz', '/metrics'], verbs: ['get'] }, rule(['pods'], ['get']),
  ]);
});

test('no rule is no rule', () => {
  expect(mergeRules([])).toEqual([]);
});

const verbs = fc.subarray(['get', 'list', 'watch', 'create', 'use', '*'], { minLength: 1 });
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    apiGroups: fc.subarray(['', 'apps', '*'], { minLength: 1 }),
    resources: fc.subarray(['pods', 'nodes', 'pods/log', '*'], { minLength: 1 }), verbs,
    resourceNames: fc.constantFrom<Array<string[] | undefined>>(undefined, undefined, ['a'], ['b', 'a']),
  }).map(({ resourceNames, ...rest }) => resourceNames ? { ...rest, resourceNames } : rest),
  fc.record({ nonResourceURLs: fc.subarray(['/metrics', '/healthz/*', '*'], { minLength: 1 }), verbs }),
);

test('exactly the same stays allowed, in any order of the grants', () => {
  const rules = fc.array(anyRule, { maxLength: 6 });
  fc.assert(fc.property(rules, fc.nat(), (given, turn) => {
    const merged = mergeRules(given);
    expect(permissions(merged)).toEqual(permissions(given));
    const at = given.length === 0 ? 0 : turn % given.length;
    expect(mergeRules([...given.slice(at), ...given.slice(0, at)].reverse())).toEqual(merged);
    expect(mergeRules(merged)).toEqual(merged);
  }), { numRuns: runs(200) });
});
