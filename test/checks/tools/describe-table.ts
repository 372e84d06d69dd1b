import { Case, CaseName, CASES, Silenced } from './cases';
import { accept, hardened } from './hardened';
import { outcomesFor, silenced, ToolTable } from '../../../src/checks/tools/tool-table';
import type { Wire } from '../../../src/private/wire';

/** What holds for the table of every tool. */
export function describeTable(table: ToolTable, expected: Silenced): void {
  test.each(Object.entries(CASES) as Array<[CaseName, Case]>)('is quiet about %s, and about nothing else', (what, { id, manifest }) => {
    expect(silencedIn(table, manifest, id)).toEqual(expected[what] ?? []);
  });

  test('has nothing to say to a hardened workload', () => {
    expect(outcomesFor(table, hardened(), [])).toEqual([]);
  });

  test.each(Object.entries(CASES))('is quiet about nothing where %s is not accepted, or something else is', (_, { manifest }: Case) => {
    expect(silencedIn(table, manifest)).toEqual([]);
    expect(silencedIn(table, manifest, 'host-network-dns', 'CHOWN')).toEqual([]);
  });

  test.each(Object.entries(CASES))('says of %s what it holds against the workload, and where that stands', (_, { manifest }: Case) => {
    for (const { open } of outcomesFor(table, manifest, [])) {
      for (const { what, paths } of open) {
        expect(what).toMatch(/^(the pod|container 'agent') \S/);
        expect(what).not.toMatch(/undefined|\[object|\.$/);
        for (const path of paths) {expect(path).toMatch(/^spec\.template\.spec\.\w/);}
      }
    }
  });

  test('says where each of its checks comes from, and names none twice', () => {
    for (const { source } of table.checks) {expect(source).toMatch(/^[\w.-]+(\/[\w.-]+)*$/);}
    expect(new Set(table.checks.map(({ id }) => id)).size).toBe(table.checks.length);
    expect(table.readFrom).toMatch(/[@ ]\S*\d/);
  });

  test('takes objects that leave out all that they can', () => {
    for (const spec of [{}, { template: {} }, { template: { spec: {} } }, { template: { spec: { containers: [{ name: 'agent' }] } } }]) {
      expect(() => outcomesFor(table, { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'bare' }, spec }, [])).not.toThrow();
    }
  });
}

/** The checks that are silenced once these ids are accepted of the whole object. */
export function silencedIn(table: ToolTable, manifest: Wire, ...ids: readonly string[]): string[] {
  return silenced(table, manifest, ids.map(id => accept(manifest, id))).map(({ check }) => check.id);
}

/** What stays of a check, in words. */
export function openIn(table: ToolTable, check: string, manifest: Wire, ...ids: readonly string[]): string[] {
  return outcomesFor(table, manifest, ids.map(id => accept(manifest, id))).filter(outcome => outcome.check.id === check).flatMap(
    ({ open }) => open.map(({ what }) => what),
  );
}
