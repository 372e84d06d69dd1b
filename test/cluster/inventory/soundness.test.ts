import { makesPods, soundnessOf } from '../../../src/cluster/inventory/soundness';
import { entriesOf } from '../../../src/private/entry';

type Fields = { [field: string]: any };

const pod = (spec: Fields = {}): Fields => ({ containers: [{ name: 'a', image: 'a:1' }], ...spec });
const daemonSet = (spec: Fields = {}, metadata: Fields = {}): Fields => ({
  apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a', ...metadata },
  spec: { selector: {}, template: { spec: pod() }, ...spec },
});
const custom = (spec: Fields, metadata: Fields = {
  name: 'a',
}): Fields => ({ apiVersion: 'example.com/v1', kind: 'Fleet', metadata, spec });

const check = (...objects: Fields[]) => soundnessOf(objects.flatMap(object => entriesOf(object)));
const problems = (object: Fields): string[] => check(object).findings.map(({ path, allowed, given }) => `${path}: ${allowed}, not `
  + `${given}`);

test.each([
  ['a text for a truth value', daemonSet({
    template: { spec: pod({ hostNetwork: 'yes' }) },
  }), "spec.template.spec.hostNetwork: boolean, not 'yes'"],
  ['a truth value for a name', daemonSet({}, { name: true }), 'metadata.name: string, not true'],
  ['a text for a list', daemonSet({
    template: { spec: { containers: 'a' } },
  }), "spec.template.spec.containers: list of Container, not 'a'"],
  ['nothing for an item', daemonSet({
    template: { spec: pod({ tolerations: [null] }) },
  }), 'spec.template.spec.tolerations[0]: Toleration, not null'],
  ['a number for a label', daemonSet({}, { labels: { a: 1 } }), 'metadata.labels.a: string, not 1'],
  ['no containers', daemonSet({ template: { spec: {} } }), 'spec.template.spec.containers: list of Container, not nothing'],
  ['no template', daemonSet({ template: undefined }), 'spec.template.spec.containers: list of Container, not nothing'],
  ['no quantity', {
    apiVersion: 'v1', kind: 'Node', status: { allocatable: { cpu: 'much' } },
  }, "status.allocatable.cpu: quantity, not 'much'"],
  ['a text for taints', {
    apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, spec: { taints: 'a' },
  }, "spec.taints: list of Taint, not 'a'"],
  ['a pod without a spec', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }, 'spec.containers: list of Container, not nothing'],
  ['metadata of a custom resource', custom({}, { name: 'a', labels: ['a'] }), 'metadata.labels: map of string, not a list'],
])('an object with %s is unsound', (_, object, problem) => {
  expect(problems(object)).toEqual([problem]);
  expect(check(object).sound).toEqual([]);
});

test.each([
  ['an unknown field', daemonSet({ replicas: 'many' })],
  ['an unknown word', daemonSet({ template: { spec: pod({ tolerations: [{ operator: 'Lt', key: 'a' }] }) } })],
  ['a doubled key', daemonSet({ template: { spec: pod({ volumes: [{ name: 'a' }, { name: 'a' }] }) } })],
  ['a missing selector', daemonSet({ selector: undefined })],
  ['what a node reports of other things', { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, status: { images: 'none' } }],
  ['a spec of its own', custom({ template: 'a', replicas: 'many' })],
])('an object with %s is sound', (_, object) => {
  expect(problems(object)).toEqual([]);
  expect(check(object).sound.map(entry => entry.object)).toEqual([object]);
});

test('an object that is sound stays the same object', () => {
  const object = daemonSet();
  expect(check(object).sound[0].object).toBe(object);
});

test('a null is gone, and is the empty text in a map of texts', () => {
  const object = daemonSet({
    updateStrategy: { rollingUpdate: null },
    template: { metadata: null, spec: pod({ affinity: null, nodeSelector: { pool: null, disk: 'ssd' } }) },
  });
  const frozen = JSON.stringify(object);
  expect(
    check(object).sound[0].object,
  ).toEqual(daemonSet({ updateStrategy: {}, template: { spec: pod({ nodeSelector: { pool: '', disk: 'ssd' } }) } }));
  expect(JSON.stringify(object)).toBe(frozen);
});

test('a null in the pods of a custom resource is gone too', () => {
  const [{ object }] = check(custom({ of: { its: null }, template: { spec: pod({ affinity: null }) } })).sound;
  expect(object.spec).toEqual({ of: { its: null }, template: { spec: pod() } });
});

test('a custom resource whose template is something else is left out without a word', () => {
  expect(check(custom({ template: { spec: { containers: ['a'] } } }))).toEqual({ sound: [], findings: [] });
});

test('objects keep their order and where they come from', () => {
  const { sound } = check(daemonSet({}, { name: 'a' }), daemonSet({}, { name: 1 }), daemonSet({ minReadySeconds: null }, { name: 'b' }));
  expect(sound.map(({ name }) => name)).toEqual(['a', 'b']);
  const [entry] = entriesOf(daemonSet({ minReadySeconds: null }), { file: 'a.yaml', line: 3 });
  expect(soundnessOf([entry]).sound[0].source).toBe(entry.source);
});

test.each([
  ['a DaemonSet, however wrong', { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: 'x' }, true],
  ['a custom resource with a template', custom({ template: { spec: pod() } }), true],
  ['a custom resource without', custom({}), false],
  ['a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap' }, false],
  ['a kind of others with the same name', { apiVersion: 'example.com/v1', kind: 'DaemonSet' }, false],
])('%s makes pods: %#', (_, object, expected) => {
  expect(makesPods(entriesOf(object)[0])).toBe(expected);
});
