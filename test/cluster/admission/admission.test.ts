import { admissionsIn, isRefused } from '../../../src/cluster/admission/admission';
import { readPolicyVersion } from '../../../src/cluster/admission/policy-version';
import { Inventory } from '../../../src/cluster/inventory/inventory';
import { entriesOf } from '../../../src/private/entry';

type Fields = { [field: string]: any };

const SAFE: Fields = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'a', image: 'a:1', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
};
const PLAIN: Fields = { containers: [{ name: 'a', image: 'a:1' }] };
const HOST: Fields = { ...PLAIN, hostNetwork: true };

const agent = (spec: Fields, namespace?: string): Fields => ({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a', ...namespace && { namespace } }, spec: { template: { spec } },
});
const namespace = (name: string, labels: Fields): Fields => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: {
    name, labels: Object.fromEntries(Object.entries(labels).map(([mode, level]) => [`pod-security.kubernetes.io/${mode}`, level])),
  },
});
const admissions = (objects: Fields[], version?: string) => admissionsIn(
  new Inventory(objects.flatMap(object => entriesOf(object))), version === undefined ? undefined : readPolicyVersion(version),
);

test.each([['restricted', SAFE], ['baseline', PLAIN], ['privileged', HOST]])('tells that pods are %s', (level, spec) => {
  const [found] = admissions([agent(spec)]);
  expect(found.level).toBe(level);
  expect(found.reasons.length > 0).toBe(level !== 'restricted');
});

test.each([
  ['a Pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: HOST }],
  ['a CronJob', {
    apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec: { template: { spec: HOST } } } },
  }],
  ['a PodTemplate', { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' }, template: { spec: HOST } }],
  ['an object of a kind of its own', {
    apiVersion: 'example.com/v1', kind: 'Fleet', metadata: { name: 'a' }, spec: { template: { spec: HOST } },
  }],
])('looks at %s', (_, object) => {
  expect(admissions([object]).map(({ level }) => level)).toEqual(['privileged']);
});

test('asks the version that is named', () => {
  const probing = { ...SAFE, containers: [{ ...SAFE.containers[0], readinessProbe: { httpGet: { host: 'localhost', port: 80 } } }] };
  expect(['v1.33', 'v1.34', 'latest'].map(version => admissions([agent(probing)], version)[0].level)).toEqual([
    'restricted', 'privileged', 'privileged',
  ]);
});

test('a namespace refuses what does not meet its level, and says nothing else then', () => {
  const [found] = admissions([namespace('agents', { enforce: 'baseline', warn: 'restricted' }), agent(HOST, 'agents')]);
  expect(isRefused(found)).toBe(true);
  expect(found.objections.map(({ mode, level, reasons }) => [mode, level, reasons.map(({ check }) => check)])).toEqual([
    ['enforce', 'baseline', ['hostNamespaces']],
  ]);
});

test('a namespace warns of what it lets in', () => {
  const [
    found,
  ] = admissions([agent(PLAIN, 'agents'), namespace('agents', { enforce: 'baseline', warn: 'restricted', audit: 'restricted' })]);
  expect(isRefused(found)).toBe(false);
  expect(found.objections.map(({ mode }) => mode)).toEqual(['warn', 'audit']);
});

test('a namespace judges by the version that it names', () => {
  const probing = { ...SAFE, containers: [{ ...SAFE.containers[0], readinessProbe: { httpGet: { host: 'localhost', port: 80 } } }] };
  const refused = (version: string) => isRefused(
    admissions([namespace('agents', { 'enforce': 'restricted', 'enforce-version': version }), agent(probing, 'agents')])[0],
  );
  expect([refused('v1.33'), refused('v1.34')]).toEqual([false, true]);
});

test('without a namespace of its own, an object goes to the default one', () => {
  expect(isRefused(admissions([namespace('default', { enforce: 'restricted' }), agent(PLAIN)])[0])).toBe(true);
});

test('other namespaces, and those that are not known, refuse nothing', () => {
  expect(admissions([namespace('other', { enforce: 'restricted' }), agent(HOST, 'agents')])[0].objections).toEqual([]);
});
