import { typeText } from '../../../src/private/fields/field-findings';
import { Aspect, checkFields } from '../../../src/private/fields/fields';

const EVERYTHING: readonly Aspect[] = ['names', 'types', 'words', 'keys', 'required'];

const WRONG = {
  containers: [
    { name: 'a', env: [{ name: 'A' }, { name: 'A' }], ports: [{ containerPort: '80' }], imagePullPolicy: 'always' },
    { volumeMounts: [{ name: 'b', mountPath: '/b', recursiveReadOnly: 'Enabled' }] },
  ],
  hostNetwrok: true,
  replicas: 1,
};

function lines(value: unknown, aspects: readonly Aspect[] = EVERYTHING, minor = 28): string[] {
  return checkFields('PodSpec', value, { minor, aspects }).map(({ code, path }) => `${code} ${path}`);
}

test.each<[Aspect, string[]]>([
  ['names', ['field-too-new containers[1].volumeMounts[0].recursiveReadOnly', 'unknown-field hostNetwrok', 'unknown-field replicas']],
  ['types', ['invalid-field containers[0].ports[0].containerPort']],
  ['words', ['invalid-field containers[0].imagePullPolicy']],
  ['keys', ['invalid-field containers[0].env[1]']],
  ['required', ['invalid-field containers[1].name']],
])('looks for %s alone where asked', (aspect, expected) => {
  expect(lines(WRONG, [aspect])).toEqual(expected);
});

test('all of them together are what each of them finds', () => {
  expect(lines(WRONG).sort()).toEqual(EVERYTHING.flatMap((aspect) => lines(WRONG, [aspect])).sort());
});

test('what someone else looks at is left out, and what nobody writes', () => {
  const options = { minor: 28, aspects: EVERYTHING };
  const container = { env: [{ name: 'A' }, { name: 'A' }], status: 1 };
  expect(checkFields('Container', container, {
    ...options, elsewhere: new Set(['Container.env', 'Container.name']), ignored: new Set(['status']),
  })).toEqual([]);
  expect(checkFields('PodSpec', { restartPolicy: 'Never', containers: [] }, {
    ...options, words: { 'PodSpec.restartPolicy': ['Never'] },
  })).toEqual([]);
});

test('a field that went away names the last minor that has it', () => {
  expect(checkFields('PodSpec', { workloadRef: {} }, { minor: 36 })).toMatchObject([
    { code: 'unknown-field', path: 'workloadRef', allowed: '1.35 or older' },
  ]);
});

test('a part of an object is named in words', () => {
  expect(checkFields('PodSpec', { hostNetwork: 'yes' }, { minor: 36, subject: 'podOverrides' })[0].what).toBe(
    'podOverrides: hostNetwork cannot be used',
  );
});

test('types read as words', () => {
  expect(typeText({ kind: 'int-or-string' })).toBe('int-or-string');
  expect(typeText({ kind: 'map', of: { kind: 'quantity' } })).toBe('map of quantity');
  expect(typeText({ kind: 'list', of: { kind: 'definition', definition: 'Container' }, mapKeys: ['name'] })).toBe('list of Container');
});
