import type { Release, Schema } from '../../../scripts/fields/field-table';
import { fieldTable, shortNames } from '../../../scripts/fields/field-table';
import { parseTable } from '../../../src/private/fields/parse-table';

const text: Schema = { type: 'string' };

function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

/** A release with one kind, and whatever stands below it. */
function release(minor: number, agent: Schema, others: Release['definitions'] = {}): Release {
  const kind = { 'x-kubernetes-group-version-kind': [{ group: 'example', version: 'v1', kind: 'Agent' }] };
  return { minor, definitions: { 'io.example.v1.Agent': { type: 'object', ...kind, ...agent }, ...others } };
}

function made(...releases: Release[]): string {
  return fieldTable(releases, { 'example/v1': ['Agent'] });
}

test('types have one letter, except strings, which have none', () => {
  expect(made(release(1, {
    properties: {
      a: text,
      b: { type: 'boolean' },
      i: { type: 'integer', format: 'int32' },
      n: { type: 'number' },
      o: { type: 'object' },
      q: ref('io.pkg.resource.Quantity'),
      x: ref('io.pkg.intstr.IntOrString'),
      list: { type: 'array', items: text },
      map: { type: 'object', additionalProperties: { type: 'array', items: text } },
    },
  }, {
    'io.pkg.resource.Quantity': { type: 'string' },
    'io.pkg.intstr.IntOrString': { type: 'string', format: 'int-or-string' },
  }))).toBe('Agent=example/v1 a b:b i:i list:[ map:{[ n:n o:o q:q x:x');
});

test('definitions are written in alphabetical order, each once, with the keys of their lists', () => {
  expect(made(release(1, {
    properties: {
      first: { 'type': 'array', 'items': ref('io.example.v1.Port'), 'x-kubernetes-list-map-keys': ['port', 'protocol'] },
      second: ref('io.example.v1.Port'),
    },
  }, { 'io.example.v1.Port': { properties: { protocol: text, port: { type: 'integer' } }, required: ['port'] } })))
    .toBe('Agent=example/v1 first:[Port(port,protocol) second:Port\nPort port!:i protocol');
});

test('definitions that no kind leads to are left out', () => {
  expect(made(release(1, { properties: { a: text } }, { 'io.example.v1.Other': { properties: { b: text } } }))).toBe('Agent=example/v1 a');
});

test('a field tells the minors that have it, if those are not all', () => {
  expect(made(release(1, { properties: { always: text, early: text } }), release(2, { properties: { always: text, brief: text } }),
    release(3, { properties: { always: text, late: text } }))).toBe('Agent=example/v1 always brief@2-2 early@-1 late@3');
});

test('a field tells the last minor that requires it, if a later one does not', () => {
  const properties = { always: text, at_last: text, at_first: text, never: text };
  expect(made(release(1, { properties, required: ['always', 'at_first'] }), release(2, { properties, required: ['always', 'at_last'] })))
    .toBe('Agent=example/v1 always! at_first!1 at_last! never');
});

test('the fields of a definition that was renamed keep their age', () => {
  const fields = { limits: text };
  expect(made(release(1, { properties: { resources: ref('io.example.v1.Old') } }, { 'io.example.v1.Old': { properties: fields } }),
    release(2, { properties: { resources: ref('io.example.v1.New') } }, {
      'io.example.v1.New': { properties: { ...fields, more: text } },
    })))
    .toBe('Agent=example/v1 resources:New\nNew limits more@2\nOld limits@-1');
});

test('two definitions of one name carry their group', () => {
  expect([...shortNames(['io.k8s.api.core.v1.Endpoint', 'io.k8s.api.discovery.v1.Endpoint', 'io.k8s.api.core.v1.Pod']).values()])
    .toEqual(['core.Endpoint', 'discovery.Endpoint', 'Pod']);
});

test('fails for what the table cannot express', () => {
  const twice = ['io.core.v1.A', 'io.core.v2.A'];
  expect(() => shortNames(twice)).toThrow('two definitions have the same group and name as io.core.v1.A');
  expect(() => made(release(1, { properties: { a: { type: 'date' } } }))).toThrow('no letter for the type date');
  expect(() => made(release(1, { properties: { a: text } }), release(2, { properties: {} }), release(3, { properties: { a: text } })))
    .toThrow('io.example.v1.Agent.a was away for a while');
  expect(() => made(release(1, { properties: { a: text } }), release(2, { properties: { a: ref('io.example.v1.B') } })))
    .toThrow('io.example.v1.Agent.a changed its type');
  expect(() => fieldTable([release(1, {})], { 'example/v1': ['Agnet'] })).toThrow('found 0 of 1 kinds');
});

test('long definitions continue on lines that begin with a space, and read back as one', () => {
  const names = Array.from({ length: 60 }, (_, index) => `fieldNumber${index}`);
  const table = made(release(1, { properties: Object.fromEntries(names.map((name) => [name, text])) }));
  const lines = table.split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((line, index) => line.length <= 148 && line.startsWith(' ') === index > 0)).toBe(true);
  expect([...parseTable(table, 1).get('Agent')!.fields.keys()]).toEqual([...names].sort());
});

test('what was written reads back', () => {
  const keyed = { 'type': 'array', 'items': ref('io.example.v1.Item'), 'x-kubernetes-list-map-keys': ['name'] };
  const item = { 'io.example.v1.Item': { properties: { name: text } } };
  const table = made(release(7, { properties: { gone: { type: 'integer' }, items: keyed }, required: ['gone'] }, item),
    release(8, { properties: { items: keyed, sizes: { type: 'object', additionalProperties: { type: 'integer' } } } }, item));
  expect([...parseTable(table, 7).get('Agent')!.fields.values()]).toEqual([
    { name: 'gone', type: { kind: 'integer' }, since: 7, until: 7, required: true },
    { name: 'items', type: { kind: 'list', of: { kind: 'definition', definition: 'Item' }, mapKeys: ['name'] }, since: 7, required: false },
    { name: 'sizes', type: { kind: 'map', of: { kind: 'integer' } }, since: 8, required: false },
  ]);
});

test('fails for a table that cannot be read', () => {
  expect(() => parseTable('Agent name!!', 1)).toThrow('the field table has an unreadable field: name!!');
});
