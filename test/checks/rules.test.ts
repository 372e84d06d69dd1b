import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_PAGES, rulePages } from '../../scripts/checks/make-rule-pages';
import { contextOf, Example } from '../../src/checks/example';
import type { Rule } from '../../src/checks/rule';
import { RULES } from '../../src/checks/rules';
import { runRules } from '../../src/checks/run-checks';
import { containersOf } from '../../src/cluster/workload-facts';
import type { ObjectFinding } from '../../src/private/finding';
import { strictFindings } from '../support/strict-schema';

const FOLDER = join(__dirname, '..', '..', 'src', 'checks', 'rules');
const FILES = readdirSync(FOLDER).filter(file => file !== 'index.ts').map(file => file.replace(/\.ts$/, '')).sort();
const NEWEST_MINOR = 36;
const EACH = RULES.map(rule => [rule.id, rule] as const);

test('the rules are the files of the folder, in the order of their ids', () => {
  expect(RULES.map(({ id }) => id)).toEqual(FILES);
});

test.each(FILES)('%s is exported under its name in camel case', file => {
  const name = file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const exported = jest.requireActual<{ [name: string]: Rule }>(join(FOLDER, file));
  expect(Object.keys(exported)).toEqual([name]);
  expect(exported[name].id).toBe(file);
});

describe.each(EACH)('%s', (id, rule) => {
  test('says what it is about in whole sentences', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [rule.summary, rule.looksAt, rule.why, rule.fix]) {expectSentences(text);}
  });

  test('cannot be refused by Kubernetes and be a warning', () => {
    expect(rule.refusedBy === undefined || rule.level === 'error').toBe(true);
    for (const { refusedBy, level } of findingsOf(rule, 'fails')) {expect(refusedBy === 'nobody' || level === 'error').toBe(true);}
  });

  test('finds what its example shows', () => {
    const findings = findingsOf(rule, 'fails');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some(({ level }) => level === rule.level)).toBe(true);
    for (const finding of findings) {expectFinding(finding);}
  });

  test('finds nothing in the example that is right', () => {
    expect(findingsOf(rule, 'passes')).toEqual([]);
  });

  test('finds nothing where there is nothing, and goes by no order', () => {
    expect(runRules([rule], contextOf([]))).toEqual([]);
    expect(runRules([rule], { ...contextOf([]), nodes: [] })).toEqual([]);
    expect(findingsOf(rule, 'fails', objects => [...objects].reverse()).length).toBe(findingsOf(rule, 'fails').length);
  });

  test('changes nothing of what it looks at', () => {
    const objects = rule.example().fails;
    const before = JSON.stringify(objects);
    runRules([rule], contextOf(objects.map(deepFreeze), undefined, rule.example().platform));
    expect(JSON.stringify(objects)).toBe(before);
  });

  test('takes objects that leave out all that they can', () => {
    for (const spec of [{}, { template: {} }, { template: { spec: {} } }, { template: { spec: { containers: [{ name: 'agent' }] } } }]) {
      const bare = [
        'DaemonSet', 'Deployment', 'StatefulSet',
      ].map(kind => ({ apiVersion: 'apps/v1', kind, metadata: { name: kind.toLowerCase() }, spec }));
      expect(() => runRules([rule], contextOf([...bare, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node' } }]))).not.toThrow();
    }
    for (const kind of BARE_KINDS) {
      const [apiVersion, name] = kind.split(' ');
      expect(() => runRules([rule], contextOf([{ apiVersion, kind: name }], undefined, rule.example().platform))).not.toThrow();
      expect(() => runRules(
        [rule], contextOf([{ apiVersion, kind: name, metadata: { name: 'bare' }, spec: {} }], undefined, rule.example().platform),
      )).not.toThrow();
    }
  });

  test('takes null for what is left out, as the API server does', () => {
    const { fails, passes, minor } = rule.example();
    for (const objects of [fails, passes]) {
      objects.forEach((object, index) => withOneNull(object, changed => {
        const others = objects.map((other, place) => (place === index ? changed : other));
        expect(() => runRules([rule], contextOf(others, minor, rule.example().platform))).not.toThrow();
      }));
    }
  });

  test('shows examples without a field that Kubernetes does not know', () => {
    const { fails, passes, minor } = rule.example();
    const findings = [passes, fails].map(objects => objects.flatMap(object => strictFindings(object, minor ?? NEWEST_MINOR)));
    expect(findings[0]).toEqual([]);
    expect(findings[1].filter(finding => finding.includes('unknown-field'))).toEqual([]);
  });
});

const BARE_KINDS = [
  'v1 Pod', 'v1 PodTemplate', 'v1 Namespace', 'v1 ConfigMap', 'v1 Secret', 'v1 Service', 'v1 ServiceAccount', 'batch/v1 Job',
  'batch/v1 CronJob',
  'apps/v1 ReplicaSet', 'networking.k8s.io/v1 NetworkPolicy', 'rbac.authorization.k8s.io/v1 ClusterRole',
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1 Role', 'rbac.authorization.k8s.io/v1 RoleBinding', 'scheduling.k8s.io/v1 PriorityClass',
  'storage.k8s.io/v1 CSIDriver',
];

test('docs/checks is what the rules say (npm run generate)', () => {
  const written = Object.fromEntries(readdirSync(RULE_PAGES).map(file => [file, readFileSync(join(RULE_PAGES, file), 'utf8')]));
  expect(written).toEqual(rulePages());
});

function findingsOf(rule: Rule, which: 'fails'
  | 'passes', arrange: (objects: Example['fails']) => Example['fails'] = objects => objects): ObjectFinding[] {
  const example = rule.example();
  return runRules([rule], contextOf(arrange(example[which]), example.minor, example.platform));
}

function expectFinding({ about, path, container, what, given, allowed, fix }: ObjectFinding): void {
  expect(pathExists(about.object, path) ? path : `no such place: ${path}`).toBe(path);
  expect(what).toMatch(/^[^A-Z\s]/);
  expectSentences(fix);
  for (const text of [what, given, allowed]) {
    if (text !== undefined) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[.\s]$|\n|undefined|\[object|NaN/);
    }
  }
  if (container !== undefined) {expect(containersOf(podOf(about.object)).map(({ name }) => name)).toContain(container);}
}

function expectSentences(text: string): void {
  expect(text).toMatch(/^[A-Z`].*[.)]$/);
  expect(text).not.toMatch(/\n| {2}|—|undefined/);
}

/** Whether a place exists in an object, or is a field that its parent does not have. */
function pathExists(object: any, path: string): boolean {
  const steps = path === '' ? [] : [...path.matchAll(/(?:^|\.)([A-Za-z_$][\w$]*)|\[(\d+)\]|\['([^']+)'\]|\["([^"]+)"\]/g)];
  if (steps.map(([text]) => text).join('') !== path) {return false;}
  let place = object;
  for (const [index, [, field, position, ...quoted]] of steps.entries()) {
    const key = field ?? position ?? quoted.find(each => each !== undefined);
    const isLast = index === steps.length - 1;
    if (typeof place !== 'object' || place === null || Array.isArray(place) !== (position !== undefined)) {return false;}
    if (place[key] === undefined) {return isLast && position === undefined;}
    place = place[key];
  }
  return true;
}

function podOf(object: any): any {
  return object.spec?.template?.spec ?? object.spec?.jobTemplate?.spec?.template?.spec ?? object.spec ?? {};
}

/** The object with each of its optional fields set to null, one at a time. */
function withOneNull(object: any, use: (changed: any) => void, path: readonly string[] = []): void {
  const place = path.reduce((value, key) => value[key], object);
  if (typeof place !== 'object' || place === null) {return;}
  for (const key of Object.keys(place)) {
    const isItem = Array.isArray(place);
    if (!isItem && !NEVER_NULL.has(key)) {use(replaced(object, [...path, key]));}
    withOneNull(object, use, [...path, key]);
  }
}

const NEVER_NULL = new Set(['apiVersion', 'kind', 'metadata', 'name', 'containers', 'template', 'key', 'operator']);

function replaced(value: any, [key, ...rest]: readonly string[]): any {
  const changed = rest.length === 0 ? null : replaced(value[key], rest);
  return Array.isArray(value) ? value.map((item, index) => (String(index) === key ? changed : item)) : { ...value, [key]: changed };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
