import { CONTROL_PLANE_CASES } from './control-plane-cases';
import type { EventCase } from './event-case';
import { KUBELET_CASES } from './kubelet-cases';
import { RUNTIME_CASES } from './runtime-cases';
import { VOLUME_CASES } from './volume-cases';
import * as api from '../../../src';
import { compileText, filled, partsOf } from '../../../src/cluster/events/event-text';
import { EVENT_TEXTS, knownTexts } from '../../../src/cluster/events/known-texts';
import { SYMPTOM_IDS } from '../../../src/cluster/events/symptom';

const CASES: readonly EventCase[] = [...VOLUME_CASES, ...CONTROL_PLANE_CASES, ...KUBELET_CASES, ...RUNTIME_CASES];
const ROWS = EVENT_TEXTS.flatMap(({ rows }) => rows);

test.each(CASES.map(each => [each.id, each.message, each] as const))('%s: %s', (id, message, { reason, parts = {} }) => {
  const found = knownTexts(message, reason).filter(({ row }) => row.id !== 'node-affinity-mismatch' || id === row.id);
  expect(found.map(({ row }) => row.id)).toEqual([id]);
  expect(found[0].parts).toMatchObject(parts);
});

test('at least 40 texts are known, each with a message that a cluster writes and where its source has it', () => {
  expect(CASES.filter(({ sources }) => sources.length > 0).length).toBeGreaterThanOrEqual(40);
  expect([...new Set(CASES.map(({ id }) => id))].sort()).toEqual(ROWS.map(({ id }) => id).sort());
  // exit codes are numbers of the program, which `kubectl describe` prints under this name
  expect(CASES.filter(({ sources }) => sources.length === 0)
    .map(({ message }) => message.split(':')[0])).toEqual(Array.from({ length: 7 }, () => 'Exit '
    + 'Code'));
});

test('every symptom with texts has them, and no text is there twice', () => {
  const symptoms = new Set(ROWS.map(({ symptom }) => symptom));
  expect(SYMPTOM_IDS.filter(symptom => !symptoms.has(symptom))).toEqual(['no-pod', 'rollout']);
  const texts = ROWS.flatMap(({ texts: all, reason }) => all.map(text => `${reason ?? ''} ${text}`));
  expect(new Set(texts).size).toBe(texts.length);
});

/** Something for each part, as a message could have it. */
const sample = (name: string): string => (['path', 'source', 'target', 'mount'].includes(name) ? '/some/path' : `some-${name}`);

test.each(ROWS.flatMap(row => row.texts.map(text => [row.id, text, row] as const)))('no other row takes the message of %s: '
  + '%s', (id, text, { reason }) => {
  const message = text.replace(/\{(\w+)\}/g, (_, name) => sample(name));
  expect(compileText(text).exec(message)?.groups ?? {}).toEqual(Object.fromEntries(partsOf(text).map(name => [name, sample(name)])));
  expect(knownTexts(message, reason).map(({ row }) => row.id)).toContain(id);
});

test('sentences name only parts that a text of their row has', () => {
  const wrong = ROWS.flatMap(({ id, cause, fix, texts }) => [cause, fix].flatMap(partsOf).filter(name => !texts.some(
    text => partsOf(text).includes(name),
  )).map(name => `${id} `
    + `{${name}}`));
  expect(wrong).toEqual([]);
});

test('options that rows name are there', () => {
  const names = ROWS.flatMap(({ option = '' }) => [
    ...option.matchAll(/\b([A-Z]\w+)(?:\.(\w+)\()?/g),
  ].map(([, name, method]) => [name, method] as const));
  const known = api as unknown as { readonly [name: string]: { readonly [method: string]: unknown } | undefined };
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter(([name, method]) => !/^[A-Z_]+$/.test(name) && (known[name] === undefined
    || method !== undefined && typeof known[name]?.[method] !== 'function')).map(pair => pair.join('.'))).toEqual([]);
});

test('a message of the scheduler holds several texts, and any other holds one', () => {
  const scheduler = '0/5 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 3 node(s) had untolerated taint {a: b}.';
  expect(knownTexts(scheduler).map(({ row, parts }) => [row.id, parts])).toEqual([
    ['insufficient-resource', { resource: 'cpu' }], ['untolerated-taint', { key: 'a', value: 'b' }],
  ]);
  expect(knownTexts('Error: secret "a" not found; secret "b" not found')).toHaveLength(1);
});

test('what nobody knows, or has another reason, is not known', () => {
  for (const [message, reason] of [
    ['', undefined], ['Pulled image', 'Pulled'], ['PostStartHook failed', 'Other'], ['Node is not ready', undefined],
  ]) {expect(knownTexts(message!, reason)).toEqual([]);}
});

test('a sentence keeps the names of parts that a message does not have', () => {
  expect(filled('{a} and {b}', { a: '1' })).toBe('1 and {b}');
});
