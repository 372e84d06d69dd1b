import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { FieldLines } from '../../../../src/cluster/inventory/read/field-lines';
import { InputError } from '../../../../src/cluster/inventory/read/input-error';
import { readYaml } from '../../../../src/cluster/inventory/read/yaml';
import { entriesOf } from '../../../../src/private/entry';
import { runs } from '../../../support/runs';

const read = (text: string) => [...readYaml(text, 'a.yaml')];
const values = (text: string): unknown[] => read(text).map(({ value }) => value);

function mistake(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) {return error.message;}
    throw error;
  }
  throw new Error('it was read');
}

describe('documents', () => {
  test('come one after the other, each with the line on which it begins', () => {
    expect(read('# head\na: 1\n---\n\nb: 2\n--- # tail\nc: 3\n')).toEqual([
      { value: { a: 1 }, line: 2, isItem: false }, { value: { b: 2 }, line: 5, isItem: false }, { value: { c: 3 }, line: 7, isItem: false },
    ]);
  });

  test.each([
    ['nothing', '', []],
    ['comments alone', '# a\n---\n# b\n---\n', []],
    ['CRLF', 'a: 1\r\n---\r\nb: "x"\r\n', [{ a: 1 }, { b: 'x' }]],
    ['a directive', '%YAML 1.1\n# c\n---\na: 1\n', [{ a: 1 }]],
    ['the mark of an end', 'a: 1\n...\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['what only looks like a marker', 'a: |\n  ---\n  b\nc: ---x\n', [{ a: '---\nb\n', c: '---x' }]],
    ['the other style', '{a: b, c: [1, yes]}', [{ a: 'b', c: [1, true] }]],
  ])('with %s', (_, text, expected) => {
    expect(values(text).filter(value => value !== null)).toEqual(expected);
  });

  test('that are lists come item by item', () => {
    expect(read('- a: 1\n- b: 2\n')).toEqual([{ value: { a: 1 }, line: 1, isItem: true }, { value: { b: 2 }, line: 2, isItem: true }]);
    expect(read('kind: List\nitems:\n- a: 1\n- b: 2\n')).toEqual([
      { value: { kind: 'List', items: [{ a: 1 }] }, line: 3, isItem: false },
      { value: { kind: 'List', items: [{ b: 2 }] }, line: 4, isItem: false },
    ]);
  });
});

describe('values', () => {
  test.each([
    ['quotes keep texts', 'a: "yes"\nb: \'1\'\nc: |\n  2\n', { a: 'yes', b: '1', c: '2\n' }],
    ['keys become texts', '1: a\n1.5: b\non: c\n', { 1: 'a', 1.5: 'b', true: 'c' }],
    ['tags decide', 'a: !!str 12\nb: !!int "3"\nc: !!binary aGk=\nd: !own 5\ne: ! 6\n', { a: '12', b: 3, c: 'hi', d: '5', e: '6' }],
    ['aliases stand for what was before', 'a: &x [1]\nb: *x\nc: &x 2\nd: *x\n', { a: [1], b: [1], c: 2, d: 2 }],
    ['maps are merged', 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  l: 3\n', { a: { k: 1, l: 2 }, b: { k: 1, l: 3 } }],
    ['of several the first counts', 'b:\n  <<: [{k: 1}, {k: 2, l: 3}]\n', { b: { k: 1, l: 3 } }],
    ['what is merged later replaces, as for kubectl', 'k: 1\n<<: {k: 2}\n', { k: 2 }],
    ['a quoted << is a key', '"<<": 1\n', { '<<': 1 }],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual([expected]);
  });

  test('no key reaches the prototype', () => {
    const [value] = values('__proto__: {polluted: 1}\nconstructor: 2\n') as [object];
    expect(Object.entries(value)).toEqual([['__proto__', { polluted: 1 }], ['constructor', 2]]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('are what they were before they were written', () => {
    const value = fc.letrec(recurse => ({
      value: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null),
        fc.array(recurse('value'), { maxLength: 4 }), fc.dictionary(fc.string({ minLength: 1 }), recurse('value'), { maxKeys: 4 })),
    })).value;
    fc.assert(fc.property(value, given => {
      expect(values(stringify({ given }, { version: '1.1', aliasDuplicateObjects: false }))).toEqual([{ given }]);
    }), { numRuns: runs(100) });
  });
});

describe('refuses', () => {
  test.each([
    ['two values on a line', 'a: b\n\nc: d: e\n', 'a.yaml:3: cannot be read as YAML: a line has a second ": "'],
    ['tabs', 'a:\n\tb: c\n', 'a.yaml:2: cannot be read as YAML: a tab is in the indentation'],
    ['open quotes', 'a: "b\nc: d\n', 'a.yaml:3: cannot be read as YAML: a text in quotes is never closed'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n', 'a.yaml:3: cannot be read as YAML: the indentation fits nothing above it'],
    [
      'doubled keys, and tells the line in the file', 'x: 1\n---\na: 1\nb: 2\na: 3\n',
      "a.yaml:5: cannot be read as YAML: the key 'a' is there twice",
    ],
    ['keys that are the same to JSON', '1: a\n"1": b\n', "a.yaml:2: cannot be read as YAML: the key '1' is there twice"],
    ['cycles', 'a: &x\n  b: *x\n', 'a.yaml:2: cannot be read as YAML: what the anchor &x stands for contains itself'],
    ['unknown anchors', 'a: *x\n', 'a.yaml:1: cannot be read as YAML: nothing before it has the anchor &x'],
    ['lists as keys', '? [a]\n: b\n', 'a.yaml:1: cannot be read as YAML: a key must be a text'],
    ['nothing as a key', '~: b\n', 'a.yaml:1: cannot be read as YAML: a key is missing'],
    ['infinity', 'a: .inf\n', 'a.yaml:1: cannot be read as YAML: .inf is no number of Kubernetes'],
    ['tags that do not fit', 'a: !!int x\n', "a.yaml:1: cannot be read as YAML: 'x' cannot be read as !!int"],
    ['merging a text', '<<: a\n', 'a.yaml:1: cannot be read as YAML: << merges maps, and this is none'],
    [
      'templates, and says what to do', 'a: {{ .Values.a }}\nb: {{- x }}\n',
      'It looks like a template: render it first, as with `helm template`',
    ],
  ])('%s', (_, text, message) => {
    expect(mistake(text)).toContain(message);
  });

  test('bombs of aliases, without expanding them', () => {
    const letters = [...'abcdefghij'];
    const bomb = 'a: &a '
      + `[${'x,'.repeat(10)}]\n${letters.slice(1).map((letter, index) => `${letter}: &${letter} [${`*${letters[index]},`.repeat(10)}]\n`).join('')}`;
    expect(mistake(bomb)).toContain('its aliases stand for more than 400000 values');
  });

  test.each([
    ['brackets', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`], ['open brackets', `a: ${'{a: '.repeat(5000)}`],
    ['hyphens', `${'- '.repeat(5000)}a`],
    ['indentation', `${Array.from({ length: 700 }, (__, depth) => `${' '.repeat(depth)}a:`).join('\n')} 1\n`],
    ['aliases', `a0: &a0 [1]\n${Array.from({ length: 600 }, (__, index) => `a${index + 1}: &a${index + 1} [*a${index}]\n`).join('')}`],
  ])('what is nested too deeply by %s', (_, text) => {
    expect(mistake(text)).toContain('cannot be read as YAML: it is nested more than 500 levels deep');
  });

  test('a document that would not fit into memory', () => {
    expect(mistake(`a: "${'x'.repeat(17 * 1024 * 1024)}"`)).toMatch(
      /^a\.yaml:1: this document of YAML has 18 MiB, and more than 16 MiB would take too much memory\. Give it as JSON/,
    );
  });

  test('a small mistake in a large document at once', () => {
    expect(mistake('a: b: c: d\n'.repeat(20_000))).toContain('a.yaml:1: ');
  });
});

test('the lines of fields are known where they are asked for', () => {
  const fieldLines = new FieldLines();
  const [
    { value, line },
  ] = [...readYaml('# c\nkind: X\nspec:\n  list:\n    - a: 1\n      b: 2\n    - { a: 3 }\n  "odd.key/x": 4\n', 'a.yaml', fieldLines)];
  const [entry] = entriesOf(value as object, { file: 'a.yaml', line });
  fieldLines.addRoot(entry);
  const lineOf = (path: string): number | undefined => fieldLines.lineOf(entry, path);
  expect(['kind', 'spec', 'spec.list', 'spec.list[0].b', 'spec.list[1].a', "spec['odd.key/x']"].map(lineOf)).toEqual([2, 3, 4, 6, 7, 8]);
  expect(['', 'spec.list[0].gone', 'spec.list[7]', 'gone.gone'].map(lineOf)).toEqual([2, 5, 4, 2]);
});
