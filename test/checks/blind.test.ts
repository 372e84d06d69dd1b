import { readFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { JUDGES, readClaims, writeClaims } from '../../scripts/conformance/inputs/claims';
import { NodeAgent } from '../../src';
import { checkManifests } from '../../src/checks/check-manifests';
import { RULES } from '../../src/checks/rules';
import { entriesOf } from '../../src/private/entry';
import type * as Findings from '../../src/private/finding';
import type { Wire } from '../../src/private/wire';
import { errorsOf, testChart } from '../support/golden';
import { runs } from '../support/runs';

/** Whether every text of a finding is replaced by its code. */
const state = globalThis as { isBlind?: boolean };

jest.mock('../../src/private/finding', () => {
  const actual = jest.requireActual<typeof Findings>('../../src/private/finding');
  const blinded = <F extends Findings.Finding>(found: F): F => {
    if (!(globalThis as { isBlind?: boolean }).isBlind) {return found;}
    const { code, given, allowed } = found;
    const texts = { what: code, fix: code, ...given !== undefined && { given: code }, ...allowed !== undefined && { allowed: code } };
    return Object.assign(found, texts);
  };
  return {
    ...actual,
    finding: (facts: Parameters<typeof actual.finding>[0]) => blinded(actual.finding(facts)),
    findingOf: (kind: Findings.FindingKind, facts: Parameters<typeof actual.findingOf>[1]) => blinded(actual.findingOf(kind, facts)),
    withFacts: (found: Findings.Finding, facts: Parameters<typeof actual.withFacts>[1]) => blinded(actual.withFacts(found, facts)),
  };
});

/** What decides: everything of a finding but its texts. */
const decidedOf = (objects: readonly Wire[], minor: number): string[] =>
  checkManifests(objects.flatMap(object => entriesOf(object)), { minor })
    .map(({ code, level, refusedBy, path, container, about, acknowledged }) => [
      code, level, refusedBy, about.kind, about.name, path, container, acknowledged,
    ].join(' ')).sort();

function sameBlind<T>(look: () => T): T {
  state.isBlind = false;
  const seen = look();
  state.isBlind = true;
  try {
    expect(look()).toEqual(seen);
  } finally {
    state.isBlind = false;
  }
  return seen;
}

test('the texts are really replaced', () => {
  state.isBlind = true;
  const [found] = checkManifests(entriesOf({
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a' }, spec: { replicas: 1, template: { spec: { containers: [] } } },
  }), { minor: 28 });
  state.isBlind = false;
  expect([found.what, found.fix]).toEqual([found.code, found.code]);
});

test.each(RULES.map(rule => [rule.id, rule] as const))('the example of %s is judged by no text', (_, rule) => {
  const { fails, passes, minor = 28 } = rule.example();
  expect(sameBlind(() => decidedOf(fails, minor)).length).toBeGreaterThan(0);
  sameBlind(() => decidedOf(passes, minor));
});

test('the claims about Kubernetes are judged by no text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claims-'));
  expect(JUDGES.length).toBeGreaterThan(0);
  writeClaims(readClaims(join(__dirname, '..', '..', 'conformance', 'claims.yaml')), folder, join(folder, 'list.json'));
  let count = 0;
  for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
    const objects = parseAllDocuments(readFileSync(join(folder, file), 'utf8')).flatMap(document => (document.errors.length > 0
      ? []
      : [document.toJS() as Wire]));
    count += sameBlind(() => decidedOf(objects.filter(object => object !== null && typeof object === 'object'), 28)).length;
  }
  expect(count).toBeGreaterThan(50);
});

test('golden manifests are judged by no text, also with a field broken at random', () => {
  const folder = join(__dirname, '..', 'golden');
  const manifests = readdirSync(folder).filter(name => name.endsWith('.yaml'))
    .map(name => parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(document => document.toJS() as Wire).filter(Boolean));
  expect(manifests.length).toBeGreaterThan(5);
  for (const objects of manifests) {sameBlind(() => decidedOf(objects, 28));}
  fc.assert(fc.property(fc.constantFrom(
    ...manifests,
  ), fc.nat(), fc.constantFrom<unknown>('A b', -1, true, null, [], {}, 70000), (objects, where, value) => {
    const broken: Wire[] = structuredClone([...objects]);
    const places = broken.flatMap(object => placesIn(object));
    const [parent, key] = places[where % places.length];
    parent[key] = value;
    sameBlind(() => decidedOf(broken, 28));
  }), { numRuns: runs(30) });
});

test('what agents are refused for is the same', () => {
  const overrides: Wire[] = [
    { hostNetwrok: true }, { hostNetwork: 'yes' }, { nodeSelector: { 'a b': 'c' } }, { terminationGracePeriodSeconds: -1, containers: [] },
    { tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }, { volumes: [{ name: 'v', hostPath: { path: 'C:\\x' } }] },
  ];
  for (const podOverrides of overrides) {
    const codes = sameBlind(() => {
      const chart = testChart();
      new NodeAgent(chart, 'agent', { image: 'example.com/a:1.0.0', podOverrides });
      return errorsOf(chart).map(line => /\] ([a-z-]+):/.exec(line)![1]);
    });
    expect(codes.length).toBeGreaterThan(0);
  }
});

/** Every field and item of a value. */
function placesIn(value: unknown): Array<readonly [Wire, string]> {
  if (typeof value !== 'object' || value === null) {return [];}
  return Object.keys(value).flatMap(key => [[value as Wire, key] as const, ...placesIn((value as Wire)[key])]);
}
