import { CaseName, CASES } from './cases';
import { accept, container, hardened } from './hardened';
import { sampleWorkloads } from './random-workload';
import { contextOf } from '../../../src/checks/example';
import { RULES } from '../../../src/checks/rules';
import { runRules } from '../../../src/checks/run-checks';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { TOOL_TABLES } from '../../../src/checks/tools/open-checks';
import { outcomesFor, silenced } from '../../../src/checks/tools/tool-table';
import type { Wire } from '../../../src/private/wire';

const RIGHTS = /^(privileged|root|hostNetwork|hostPID|hostIPC|hostProcess|(CAP_)?[A-Z_]+)$/;
const TABLES = Object.values(TOOL_TABLES);

test('every id that accepts something is a rule or a right', () => {
  const manifests = [...Object.values(CASES).map(({ manifest }) => manifest), ...sampleWorkloads(300, 1)];
  const ids = new Set(manifests.flatMap(manifest => TABLES.flatMap(table => outcomesFor<any>(table, manifest, [])))
    .flatMap(({ open }) => open.flatMap(({ acceptedBy }) => acceptedBy.map(({ id }) => id))));
  const rules = RULES.map(({ id }) => id);
  expect([...ids].filter(id => !rules.includes(id) && !RIGHTS.test(id))).toEqual([]);
  expect([...ids].filter(id => rules.includes(id)).sort()).toEqual([
    'identical-probes', 'missing-memory-limit', 'missing-requests', 'mutable-image', 'probe-port-undeclared', 'sensitive-host-path',
    'service-account-missing', 'writable-host-path',
  ]);
});

/** What our own checks find of an object, acknowledged one by one: by its place. */
function acknowledged(manifest: Wire, ...ids: readonly string[]): Acceptance[] {
  return runRules(
    RULES.filter(({ id }) => ids.includes(id)), contextOf([manifest]),
  ).map(({ code, container: name, path }) => accept(manifest, code, { container: name, path }));
}

const FOUND: readonly CaseName[] = [
  '/etc', 'the socket of Docker', 'the socket of containerd', '/var/log to write', 'no limit of memory', 'an image that moves',
  'an image without a tag',
  'one probe for two', 'a probe of an undeclared port',
];

test.each(FOUND)('the finding that is acknowledged silences what an acceptance of the whole object does: %s', what => {
  const { id, manifest } = CASES[what];
  const findings = acknowledged(manifest, id);
  expect(findings.length).toBeGreaterThan(0);
  for (const table of TABLES) {
    const names = (given: readonly Acceptance[]) => silenced<any>(table, manifest, given).map(({ check }) => check.id);
    expect(names(findings)).toEqual(names([accept(manifest, id)]));
  }
});

test('one finding of both amounts speaks of both', () => {
  const manifest = hardened({ resources: { limits: undefined, requests: undefined } });
  const [finding, ...others] = acknowledged(manifest, 'missing-requests');
  expect(others).toEqual([]);
  expect(silenced(TOOL_TABLES.trivy, manifest, [finding]).map(({ check }) => check.id)).toEqual(['KSV-0015', 'KSV-0016']);
});

test('the finding of one container leaves those of the others', () => {
  const resources = { limits: { memory: undefined } };
  const manifest = hardened({}, { containers: [container({ resources }), container({ resources, name: 'helper' })] });
  const [first, second] = acknowledged(manifest, 'missing-memory-limit');
  for (const table of TABLES) {
    expect(silenced<any>(table, manifest, [first])).toEqual([]);
    expect(silenced<any>(table, manifest, [first, second]).length).toBeGreaterThan(0);
  }
});

test('a host path that is no finding of ours stays one of others', () => {
  const mount = (name: string) => ({ name, mountPath: `/host/${name}`, readOnly: true });
  const volumes = [{ name: 'etc', hostPath: { path: '/etc' } }, { name: 'sys', hostPath: { path: '/sys' } }];
  const manifest = hardened({ volumeMounts: [mount('etc'), mount('sys')] }, { volumes });
  const findings = acknowledged(manifest, 'sensitive-host-path');
  expect(findings.map(({ path }) => path)).toEqual(['spec.template.spec.volumes[0].hostPath.path']);
  expect(silenced(TOOL_TABLES['kube-linter'], manifest, findings)).toEqual([]);
});

test('a directory of the agent\'s own is no finding of ours, and stays one of others', () => {
  const mount = (name: string) => ({ name, mountPath: `/host/${name}` });
  const volumes = [{ name: 'logs', hostPath: { path: '/var/log' } }, { name: 'state', hostPath: { path: '/var/lib/agent' } }];
  const one = hardened({ volumeMounts: [mount('logs')] }, { volumes: volumes.slice(0, 1) });
  const both = hardened({ volumeMounts: volumes.map(({ name }) => mount(name)) }, { volumes });
  const names = (manifest: Wire) => silenced(
    TOOL_TABLES.kubescape, manifest, acknowledged(manifest, 'writable-host-path'),
  ).map(({ check }) => check.id);
  expect(names(one)).toEqual(['C-0045', 'C-0048']);
  expect(names(both)).toEqual([]);
});
