import * as fc from 'fast-check';
import { re2Problem } from '../../src/private/re2';
import { runs } from '../support/runs';

/** Verified against the regexp package of Go 1.26. */
test.each([
  '', 'a', '.*', '^/var/log/containers/(.+)_(.+)_(.+)-([a-z0-9]{64})\\.log$', '^(dev|proc|run/credentials/.+|sys|var/lib/docker/.+)($|/)',
  '^(autofs|binfmt_misc|bpf|cgroup2?|overlay|tmpfs)$', '(?P<time>[^ ]+) (?P<stream>stdout|stderr)', '(?<time>\\d+)', '(?i)error|warn(ing)?',
  '(?s-i:a.b)', '(?)a', '(?U)a*', 'a(?i)*', 'a{2}', 'a{2,}', 'a{2,5}?', 'a{,5}', 'a{x}', 'a{01}', '{', 'a{1000}', '(a{10}){100}',
  '(a{1000}){1}',
  '(a{1000}){0}', 'a*?', '(a*)*', '()*', '(|a)+', '^*', '\\b*', '\\d+\\.\\d*', '[a-z0-9_.-]+', '[^]]', '[]a]', '[a-]', '[-a]', '[a\\]b]',
  '[[:alpha:]_]',
  '[[:^digit:]]', '[[a]', '[\\d-z]', '\\pL', '\\p{Lu}', '\\P{Greek}', '\\p{^Han}', '[\\p{Thai}]', '\\x41', '\\x{1F600}', '\\012', '\\0',
  '\\777', '\\A\\z', '\\Qa*b\\E+',
  '\\Q(', '\\_\\-\\/\\ ', '\\a\\f\\t\\n\\r\\v', '日本+', '[é-ü]', '😀{2}', '[😀-😐]', 'a]', 'a}', '\\n',
])('%p is valid', pattern => {
  expect(re2Problem(pattern)).toBeUndefined();
});

test.each([
  ['a(?=b)', 'look-ahead is not supported'],
  ['^(?!kube-)', 'look-ahead is not supported'],
  ['(?<=a)b', 'look-behind is not supported'],
  ['(?<!a)b', 'look-behind is not supported'],
  ['(?>a+)b', 'atomic groups are not supported'],
  ['(a)\\1', 'back-references are not supported'],
  ['(?P<a>b)(?P=a)', 'back-references are not supported'],
  ['(?<a>b)\\k<a>', 'the escape \\k is not supported: back-references are not supported'],
  ['(?R)', 'recursion is not supported'],
  ['(?P>a)', 'recursion is not supported'],
  ['a(?#why)', 'comments are not supported'],
  ['(a)?(?(1)b|c)', 'conditions are not supported'],
  ['(?|a|b)', 'branch reset is not supported'],
  ["(?'a'b)", 'named groups are written (?P<name>…)'],
  ['(?<a-b>c)', 'the name of a group is not made of letters, digits and _'],
  ['(?<>c)', 'the name of a group is not made of letters, digits and _'],
  ['(?x) a', 'the flag x is not supported, only i, m, s and U are'],
  ['(?im-sx:a)', 'the flag x is not supported, only i, m, s and U are'],
  ['(?-)', '(?- begins no group that RE2 knows'],
  ['(?', '(? begins no group that RE2 knows'],
  ['(a', 'a ( is not closed'],
  ['((a)', 'a ( is not closed'],
  ['a)', 'a ) has no ('],
  ['[a', 'a [ is not closed'],
  ['[]', 'a [ is not closed'],
  ['[^]', 'a [ is not closed'],
  ['[z-a]', 'the range z-a ends below its beginning'],
  ['[\\x41-!]', 'the range \\x41-! ends below its beginning'],
  ['[[:name:]]', '[:name:] is not a class of characters'],
  ['[a-\\d]', 'the escape \\d is not supported'],
  ['[\\b]', 'the escape \\b is not supported'],
  ['*a', 'there is nothing for * to repeat'],
  ['a|*', 'there is nothing for * to repeat'],
  ['(+a)', 'there is nothing for + to repeat'],
  ['{2}', 'there is nothing for {2} to repeat'],
  ['a**', '** repeats a repetition: put it in a group'],
  ['a+*', '+* repeats a repetition: put it in a group'],
  ['a{2}{3}', '{2}{3} repeats a repetition: put it in a group'],
  ['a*?*', '*?* repeats a repetition: put it in a group'],
  ['a++', 'possessive ++ is not supported'],
  ['a*+b', 'possessive *+ is not supported'],
  ['a{1001}', '{1001} repeats more than 1000 times'],
  ['a{1,1001}', '{1,1001} repeats more than 1000 times'],
  ['a{99999999999999999999}', '{99999999999999999999} repeats more than 1000 times'],
  ['a{5,2}', '{5,2} ends below its beginning'],
  ['(a{100}){11}', '{11} and the repetitions inside it multiply to more than 1000'],
  ['((a{10}b){10}c){11}', '{11} and the repetitions inside it multiply to more than 1000'],
  ['a\\', 'a \\ stands at the end'],
  ['a\\Z', 'the escape \\Z is not supported: write \\z'],
  ['\\Ga', 'the escape \\G is not supported: it has no counterpart'],
  ['a\\Kb', 'the escape \\K is not supported: it has no counterpart'],
  ['\\C', 'the escape \\C is not supported: it has no counterpart'],
  ['\\u00e9', 'the escape \\u is not supported: write \\x{…}'],
  ['\\h+', 'the escape \\h is not supported: write [ \\t]'],
  ['\\R', 'the escape \\R is not supported: write \\r?\\n'],
  ['\\y', 'the escape \\y is not supported'],
  ['\\é', 'the escape \\é is not supported'],
  ['\\x4', 'the escape \\x is not supported'],
  ['\\x{110000}', 'the escape \\x is not supported'],
  ['\\p{Klingon}', '\\p{Klingon} names no Unicode category or script that RE2 knows'],
  ['\\p{Letter}', '\\p{Letter} names no Unicode category or script that RE2 knows'],
  ['\\p{Old_Italic}', '\\p{Old_Italic} names no Unicode category or script that RE2 knows'],
  ['\\p{Grek}', '\\p{Grek} names no Unicode category or script that RE2 knows'],
  ['\\pX', '\\pX names no Unicode category or script that RE2 knows'],
  ['\\p', '\\p names no Unicode category or script that RE2 knows'],
])('%p is not valid: %s', (pattern, problem) => {
  expect(re2Problem(pattern)).toBe(problem);
});

test('any text gets an answer, and a quoted text is always valid', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'a(?<P>)[]^-\\dpQEZ{1,}*+|.:!=$'), maxLength: 20 }), pattern => {
    expect(['string', 'undefined']).toContain(typeof re2Problem(pattern));
    expect(re2Problem(`\\Q${pattern.replace(/\\E?/g, '')}\\E`)).toBeUndefined();
  }), { numRuns: runs(200) });
});

test('what is valid stays valid in a group, in an alternative and repeated', () => {
  const part = fc.constantFrom('a', '\\d+', '[^/]+', '(b|c)?', '(?:d{2})', '^', '\\.');
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), parts => {
    const pattern = parts.join('');
    expect([
      `(${pattern})*`, `(?i:${pattern})`, `${pattern}|${pattern}`, `(?P<n>${pattern}){2,3}`,
    ].map(re2Problem)).toEqual(Array(4).fill(undefined));
  }), { numRuns: runs(100) });
});
