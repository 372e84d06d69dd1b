import * as fc from 'fast-check';
import { PATTERNS } from './patterns';
import { groupsOf, patternText, portablePattern } from '../../../src/logs/private/portable-pattern';
import { AgentError } from '../../../src/private/agent-error';
import { re2Problem } from '../../../src/private/re2';
import { runs } from '../../support/runs';

const written = (source: string, named: '(?<' | '(?P<' = '(?P<') => patternText(portablePattern(source, 'the pattern'), named);

test.each([
  ['abc', 'abc'],
  ['^a.b$', '\\Aa[^\\n]b\\z'],
  ['\\d\\W\\s', '[0-9][^0-9A-Z\\x5fa-z][\\x09-\\x0a\\x0c-\\x0d\\x20]'],
  ['[a-c\\]x-]+?', '(?:[a-c\\x5dx\\x2d])+?'],
  ['(?i)a|b{2,3}', '(?i)(?:a|(?:b){2,3})'],
  ['(?<user>x)(y)', '(?P<user>x)(?:y)'],
  ['\\$\\{', '[$]\\{'],
  ['é+', '(?:é)+'],
])('%s is written as %s', (source, expected) => {
  expect(written(source)).toBe(expected);
});

test('groups have the names that were given, in the spelling of each program', () => {
  expect(groupsOf(portablePattern('(?<a>x)|((?<b>y))', 'p').node)).toEqual(['a', 'b']);
  expect(written('(?P<a>x)', '(?<')).toBe('(?<a>x)');
});

test.each([
  '', 'a\nb', '(a', 'a)', '[a', '*a', 'a**', 'a{3}{2}', '(?=a)', '(?!a)', '(?<=a)', '(?>a)', '(a)\\1', '\\k<a>', 'a++', '\\p{L}', '\\A',
  '\\Z', '\\h', 'a(?i)b', '[é]', '[[:alpha:]]', '[b-a]', 'a{2,1}', 'a{101}', '^*',
  '(?<a>x)(?<a>y)', '{', '\\',
])('%p, which not every program reads alike, is refused', source => {
  expect(() => portablePattern(source, 'the pattern')).toThrow(AgentError);
});

test('what is written can be read by RE2 and by JavaScript, which reads Onigmo and Rust have in common', () => {
  fc.assert(fc.property(PATTERNS, source => {
    const text = written(source);
    expect(re2Problem(text)).toBeUndefined();
    expect(() => new RegExp(text)).not.toThrow();
  }), { numRuns: runs(300) });
});
