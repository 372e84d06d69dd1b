import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { documentText, NOT_A_TREE } from '../../../src/private/yaml/document';
import { isMisread } from '../../../src/private/yaml/scalar';
import { hostileText } from '../../support/random/hostile-text';
import { runs } from '../../support/runs';

const written = (value: object) => `${String(documentText(value))}\n`;
const readers = [{ version: '1.1' as const }, { version: '1.2' as const }];

describe('what all readers take for the same is written as cdk8s writes it', () => {
  const long = 'a line that is longer than forty characters, all in all';
  test.each<[string, object]>([
    ['maps and lists', { a: { b: [], c: {}, d: [[1, [2]], { e: 'f', g: [{}] }, []] }, h: null, i: [null, undefined] }],
    ['numbers', { a: [0, 1, -1, 1.5, 123456789012, 2 ** 60, 1.5e300, -2.5e-7] }],
    ['truth values, and texts of them', { a: true, b: 'true', c: 'y', d: 'No', y: 'off', on: 'x', null: '~', e: 'NO', f: 'nO' }],
    ['texts of numbers and dates', {
      a: ['1', '0777', '1_000', '0x1f', '1e3', 'e5', '.5', '.inf', '1:30', '2020-01-01', '1.2.3', '10.0.0.1', '-', '--flag', '+', '0o8'],
    }],
    ['texts with signs of YAML', {
      a: [
        'a: b', 'a:b', ':a', 'a #b', 'a#b', '#a', '- a', '-a', '? a', '?a', '[a', 'a[', '{', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a',
        'a ', ' a', '',
      ],
    }],
    ['quotes', { a: ['it\'s', '"a"', '\'"', 'say "hi"', '"it\'s"', '\'a', '\\'] }],
    ['blocks', {
      a: ['a\nb', 'a\n', 'a\n\n', '\na', ' a\nb', 'a\n b\n', 'a \nb', '\n\n a\n\n\nb\n', 'a\n\tb', 'a\nb ', 'a\n \n', 'a\n\n \n'],
    }],
    ['blanks alone', { a: ['\n', ' ', '\t', ' \n', '\n\n', '\t\n', 'a\n ', 'a\n\t'] }],
    ['control characters', { a: ['\u0000', '\u0007\b\t\u000b\f\r\u001b\u001f', 'a\rb', '\r\n'] }],
    ['escapes over several lines', {
      a: [`\u0000${long}\nb\n\nc`, `\u0000${long} \n b \n\n`, `${long}\n `, `\r${long}\n`], b: { c: `\r\n${long}\n\nx` },
    }],
    ['texts that begin as documents do', { '---': '---', '...a': '... a', '%a': ['---', '%a', { '---': 1 }], 'a': 'x\n---\n%y\n' }],
    ['long keys', {
      ['a'.repeat(1024)]: 1, ['b'.repeat(1025)]: { c: [1], d: 'x\ny' }, ['c '.repeat(600)]: [{ a: 'b' }], e: { ['f'.repeat(1025)]: {} },
    }],
    ['other scripts', { a: ['grüße', '漢字', '😀', '\u00a0', '\u{1fffe}', 'a\u0300'], ä: '\u00ad' }],
  ])('%s', (_, value) => {
    expect(written(value)).toBe(Yaml.stringify(value));
  });
});

describe('what some reader takes for something else is quoted', () => {
  test.each([
    // Go: integers and floats with signs and underscores where nobody else has them
    ['0o17', '"0o17"'], ['-0o1_7', '"-0o1_7"'], ['1e1_0', '"1e1_0"'], ['1e_0', '"1e_0"'], ['0b-1', '"0b-1"'], ['0o+7', '"0o+7"'],
    ['0_x4', '"0_x4"'], ['19e_-0', '"19e_-0"'],
    ['+_1', '"+_1"'], ['.5e1_0', '".5e1_0"'], ['2020-01-01T10:00:00,5Z', '"2020-01-01T10:00:00,5Z"'],
    // Python: values and merges of YAML 1.1, dates with half a fraction, tabs between words
    ['=', '"="'], ['<<', '"<<"'], ['2020-01-01 10:00:00.', '"2020-01-01 10:00:00."'], ['a\tb', '"a\\tb"'],
    // characters that are no text, and line breaks that are none
    ['a\u2028b', '"a\\u2028b"'], ['a\u2029b', '"a\\u2029b"'], ['a\u0085b', '"a\\x85b"'], ['\u007f', '"\\x7f"'], ['a\ufffeb', '"a\\ufffeb"'],
    ['\ufeffa', '"\\ufeffa"'], ['a\u0085\n"b"', '"a\\x85\\n\\"b\\""'],
    // a tab where a block begins
    ['\tfoo\nbar', '"\\tfoo\\nbar"'], ['\n\tfoo\n', '"\\n\\tfoo\\n"'],
    // a line of one blank between lines of escapes
    [`\u0000\n \n${'x'.repeat(40)}`, `"\\x00\\n \\n${'x'.repeat(40)}"`],
  ])('%j', (text, expected) => {
    expect(written({ a: text })).toBe(`a: ${expected}\n`);
    expect(isMisread(text, 'value')).toBe(true);
    for (const reader of readers) {expect(parse(written({ a: text }), reader)).toEqual({ a: text });}
  });

  test('keys as well', () => {
    expect(written({ '0o17': 1, '<<': { 'a\u2028b': 1 }, '\ufeffa': 1 })).toBe('"0o17": 1\n"<<":\n  "a\\u2028b": 1\n"\\ufeffa": 1\n');
  });

  test('numbers get a point before their exponent, without which Python reads a text', () => {
    expect(written({ a: 1e21, b: -5e-324 })).toBe('a: 1.0e+21\nb: -5.0e-324\n');
  });
});

test.each<[string, object]>([
  ['a date', { a: new Date(0) }], ['a class', { a: new (class A {})() }], ['a large integer', { a: 1n }], ['a function', { a: () => 1 }],
  ['no number', { a: [NaN] }],
  ['half of a pair', { a: '\ud800' }], ['half of a pair in a key', { a: { 'b\udc00': 1 } }],
  ['one list in two places', (() => { const list = [1]; return { a: list, b: list }; })()],
])('%s is left to cdk8s', (_, value) => {
  expect(documentText(value)).toBe(NOT_A_TREE);
});

test('any map is read as it was, and is as cdk8s writes it unless some text in it is misread', () => {
  const value = fc.letrec<{ node: unknown }>(tie => ({
    node: fc.oneof(
      { maxDepth: 3 }, hostileText, fc.constantFrom(null, true, 0, 1.5), fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(hostileText, tie('node'), { maxKeys: 3 }),
    ),
  })).node;
  fc.assert(fc.property(fc.dictionary(hostileText, value, { maxKeys: 3, noNullPrototype: true }), map => {
    const text = written(map);
    for (const reader of readers) {expect(parse(text, reader)).toEqual(map);}
    if (textsOf(map).every(([each, position]) => !isMisread(each, position))) {expect(text).toBe(Yaml.stringify(map));}
  }), { numRuns: runs(100) });
});

function textsOf(value: unknown, depth: number = 0): Array<[string, 'value' | 'key' | 'first key']> {
  if (typeof value === 'string') {return [[value, 'value']];}
  if (typeof value !== 'object' || value === null) {return [];}
  const keys = Array.isArray(value)
    ? []
    : Object.keys(value).map((key): [string, 'key' | 'first key'] => [key, depth === 0 ? 'first key' : 'key']);
  return [...keys, ...Object.values(value).flatMap(each => textsOf(each, depth + 1))];
}
