import * as fc from 'fast-check';
import { parse } from 'yaml';
import { readings, withSecrets } from './reader';
import { vectorYaml } from '../../../src/logs/vector/yaml';
import { runs } from '../../support/runs';

const PIECES = ['$', '${', '}', '$$', '$A', '${A:-b}', 'SECRET[', ']', '{{ a }}', '%', '\n', ' ', '  ', '\t', '"', "'", '\\', '#', ': ',
  '- ', '|', '>', '@', '`', '!', '&', '*', '?',
  'é', '\u2028', '\u0085', '\ufeff', '😀', '\x07', 'yes', 'null', '1e3', '0x1f', '0o17', '~', '.', '-', 'a', '_'];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map(parts => parts.join('')).filter(each => !/SECRET\[/.test(each));
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('every value arrives as it is, whether or not variables are replaced', () => {
  fc.assert(fc.property(fc.dictionary(text, tree, { minKeys: 1, maxKeys: 3, noNullPrototype: true }), value => {
    for (const read of readings(vectorYaml(value))) {expect(read).toEqual(value);}
  }), { numRuns: runs(500) });
});

test('programs stay readable', () => {
  expect(vectorYaml({ a: { source: '# b\n.c = "d: e"\n\n.f = r\'^x$\'\n' }, g: ['/h', 'i:1'] })).toBe(`a:
  source: |
    # b
    .c = "d: e"

    .f = r'^x$'
g:
  - /h
  - "i:1"
`);
});

test('a credential in one line arrives as it is, whatever it holds', () => {
  const credential = fc.array(fc.constantFrom('"', "'", '#', ' #', ': ', '\\', '$', '{', '}', '[', '0', '1', '@', '!', '%', 'é', '-'), {
    minLength: 1, maxLength: 12,
  })
    .map(parts => parts.join('')).filter(each => each.trim() === each);
  fc.assert(fc.property(credential, value => {
    const yaml = vectorYaml({
      auth: { password: 'SECRET[credentials.loki_password]' }, headers: { 'X-A': 'ApiKey SECRET[credentials.es_key]' }, after: 'x',
    });
    const read = parse(withSecrets(yaml, () => value), { version: '1.1' });
    expect(read).toEqual({ auth: { password: value }, headers: { 'X-A': `ApiKey ${value}` }, after: 'x' });
  }), { numRuns: runs(300) });
});
