import * as fc from 'fast-check';
import { JsonError, readJson } from '../../../src/cli/read/json';
import { findJsonMistake } from '../../../src/cli/read/json-mistake';
import { runs } from '../../support/runs';

const read = (text: string) => [...readJson(Buffer.from(text), 'a.json')];

function mistake(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof JsonError) {return `${error.line}: ${error.message}`;}
    throw error;
  }
  throw new Error('it was read');
}

describe('values', () => {
  test('come one after the other, each with the line on which it begins', () => {
    expect(read('\n{"a": 1}\n{\n"b": [2]}')).toEqual([
      { value: { a: 1 }, line: 2, isItem: false }, { value: { b: [2] }, line: 3, isItem: false },
    ]);
  });

  test('of an array come by themselves', () => {
    expect(read('[\n{"a": 1},\n"b", [], 3\n]')).toEqual([
      { value: { a: 1 }, line: 2, isItem: true }, { value: 'b', line: 3, isItem: true }, { value: [], line: 3, isItem: true },
      { value: 3, line: 3, isItem: true },
    ]);
  });

  test('of a list come with what the list says, wherever it says it', () => {
    const rest = { apiVersion: 'v1', kind: 'NodeList', metadata: { resourceVersion: '1' } };
    expect(read(
      '{"apiVersion": "v1", "items": [\n {"a": "]}\\""},\n {"b": {"c": []}}\n], "kind": "NodeList", "metadata": {"resourceVersion": "1"}}',
    )).toEqual([
      { value: { ...rest, items: [{ a: ']}"' }] }, line: 2, isItem: false },
      { value: { ...rest, items: [{ b: { c: [] } }] }, line: 3, isItem: false },
    ]);
  });

  test.each([
    ['an empty list', '{"kind": "List", "items": []}', [{ kind: 'List', items: [] }]],
    ['an empty array', '[]', [[]]],
    ['nothing', ' \n', []],
    ['an object whose items are its own business', '{"kind": "Basket", "items": [1, 2]}', [{ kind: 'Basket', items: [1, 2] }]],
    ['items further down', '{"kind": "List", "spec": {"items": [1]}, "items": [2]}', [{ kind: 'List', spec: { items: [1] }, items: [2] }]],
    ['items that are no list', '{"kind": "List", "items": {"a": [1]}}', [{ kind: 'List', items: { a: [1] } }]],
    ['escapes in keys', '{"\\u0061": 1, "\\"": 2}', [{ 'a': 1, '"': 2 }]],
  ])('with %s', (_, text, expected) => {
    expect(read(text).map(({ value }) => value)).toEqual(expected);
  });

  test('no key reaches the prototype', () => {
    const [{ value }] = read('{"__proto__": {"a": 1}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });

  test('are what JSON.parse makes of them', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 2), (value, space) => {
      expect(read(JSON.stringify(value, undefined, space)).map(each => each.value)).toEqual([JSON.parse(JSON.stringify(value))]);
    }), { numRuns: runs(100) });
  });
});

describe('refuses', () => {
  test.each([
    ['an end in the middle', '{"a": [\n1', '2: it ends before it is complete'],
    ['an end within a text', '{"a": "b', '1: it ends before it is complete: a text is not closed'],
    ['a comma too many in a list', '{"kind": "List", "items": [\n{"a": 1},\n]}', '3: a comma stands before ]'],
    ['a comma too many in a map', '{"a": 1,\n}', '2: a comma stands before }'],
    ['a missing comma', '{"a": 1\n"b": 2}', '2: , or } is wanted in place of "b": 2}'],
    ['a missing colon', '{"a" 1}', '1: : is wanted in place of 1}'],
    ['keys without quotes', '{a: 1}', '1: a key in quotes is wanted in place of a: 1}'],
    ['words', '{"a": yes}', '1: a value is wanted in place of yes}'],
    ['numbers of other languages', '{"a": 01}', '1: a value is wanted in place of 01}'],
    ['a line break in a text', '{"a": "b\nc"}', '1: a text is not closed on its line'],
    ['the wrong bracket', '{"a": [1}}', '1: , or ] is wanted in place of }}'],
    ['something behind', '{"a": 1}\n trailing', '2: a value is wanted in place of trailing'],
    ['a doubled key', '{"a": 1,\n"b": {"c": 1,\n"c": 2}}', "3: the key 'c' is there twice"],
    ['a doubled key in an item', '{"kind": "List", "items": [\n{"a": 1,\n"a": 2}]}', "3: the key 'a' is there twice"],
    ['doubled items', '{"kind": "List", "items": [],\n"items": []}', "2: the key 'items' is there twice"],
    ['the same key in two spellings', '{"a": 1, "\\u0061": 2}', "1: the key 'a' is there twice"],
  ])('%s', (_, text, message) => {
    expect(mistake(text)).toContain(message);
  });

  test.each([
    ['brackets', '['.repeat(100_000)], ['braces', '{"a":'.repeat(100_000)], ['both, closed', `${'[{"a":'.repeat(600)}1${'}]'.repeat(600)}`],
  ])('%s without end', (_, text) => {
    expect(mistake(text)).toContain('it is nested more than 500 levels deep');
  });

  test('exactly what JSON.parse refuses, where no key is doubled', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '}', '"', '0', 'x', '\\'), (text, place, sign) => {
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + sign + text.slice(at + 1);
      const found = findJsonMistake(changed);
      fc.pre(!found?.message.endsWith('twice'));
      expect(found !== undefined).toBe(isRefused(changed));
    }), { numRuns: runs(300) });
  });
});

function isRefused(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
