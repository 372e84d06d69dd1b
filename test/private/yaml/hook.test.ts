import { Yaml } from 'cdk8s';
import { Document, parse, stringify } from 'yaml';
import { asksForOurText } from '../../../src/private/yaml/cdk8s-writer';
import { writtenByUs } from '../../../src/private/yaml/hook';

const manifest = () => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 'b\nc', d: 'true' }, value: 1, key: 'k', items: [{ a: [] }],
});

test('a manifest is plain data to everyone', () => {
  const hooked = writtenByUs(manifest());
  expect(hooked).toStrictEqual(manifest());
  expect(Object.getOwnPropertyNames({ ...hooked })).toEqual(Object.keys(manifest()));
  expect(Object.entries(hooked)).toEqual(Object.entries(manifest()));
  expect(JSON.stringify(hooked)).toBe(JSON.stringify(manifest()));
  expect(structuredClone({ ...hooked })).toEqual(manifest());
  expect(`${hooked as unknown as string}`).toBe('[object Object]');
  expect(hooked).toMatchInlineSnapshot(manifest(), `
{
  "apiVersion": "v1",
  "data": {
    "a": "b
c",
    "d": "true",
  },
  "items": [
    {
      "a": [],
    },
  ],
  "key": "k",
  "kind": "ConfigMap",
  "metadata": {
    "name": "a",
  },
  "value": 1,
}
`);
});

test('cdk8s asks for our text', () => {
  expect(asksForOurText()).toBe(true);
  expect(Yaml.stringify(writtenByUs({ '<<': 'a\u2028b' }))).toBe('"<<": "a\\u2028b"\n');
});

test('the bytes are those of cdk8s: alone, one after another, in a list, in a map, and empty', () => {
  const both = (wrap: (value: object) => any[]) => [Yaml.stringify(...wrap(writtenByUs(manifest()))), Yaml.stringify(...wrap(manifest()))];
  for (const wrap of [
    (value: object) => [value], (value: object) => [value, { a: 1 }, value], (value: object) => [{ kind: 'List', items: [value, 1] }],
    (value: object) => [{ a: { b: value }, c: 1 }],
  ]) {
    const [ours, theirs] = both(wrap);
    expect(ours).toBe(theirs);
  }
  expect(Yaml.stringify(writtenByUs({}))).toBe('{}\n');
});

test('what someone changes meanwhile is written as it is by then', () => {
  const hooked: any = writtenByUs(manifest());
  hooked.data.e = '0o17';
  hooked.more = undefined;
  expect(parse(Yaml.stringify(hooked), { version: '1.1' })).toEqual({ ...manifest(), data: { ...manifest().data, e: '0o17' }, more: null });
});

describe('what is no tree', () => {
  test('is written by cdk8s where nothing in it is misread: dates, and anchors of what is in two places', () => {
    const shared = ['a'];
    const value = () => ({ a: shared, b: shared, c: new Date(0), d: { e: shared } });
    expect(Yaml.stringify(writtenByUs(value()))).toBe(Yaml.stringify(value()));
    expect(Yaml.stringify(value())).toContain('*a1');
  });

  test('is written without anchors where a text in it is misread', () => {
    const shared = ['0o17'];
    expect(Yaml.stringify(writtenByUs({ a: shared, b: { c: shared } }))).toBe('a:\n  - "0o17"\nb:\n  c:\n    - "0o17"\n');
  });

  test.each<[string, object, string]>([
    ['a date next to a text that is misread', { a: new Date(0), b: '0o17' }, 'unreadable-text'],
    ['no number', { a: { b: NaN } }, 'unwritable-value'],
    ['an endless number', { a: [-Infinity] }, 'unwritable-value'], ['half of a pair', { a: 'b\ud800' }, 'unwritable-value'],
    ['half of a pair in a key', { a: { '\udfff': 1 } }, 'unwritable-value'],
    ['a circle with a text that is misread', (() => {
      const circle: any = {
        b: '0o17',
      }; circle.a = circle; return circle;
    })(), 'unreadable-text'],
  ])('is refused where it cannot be written safely: %s', (_, value, code) => {
    expect(() => Yaml.stringify(writtenByUs(value))).toThrow(expect.objectContaining({ code }));
  });
});

test('who asks for another text gets it: other versions, widths, indentations, flow', () => {
  for (const options of [
    {}, { version: '1.1' as const, indent: 4, lineWidth: 0 }, { version: '1.1' as const, lineWidth: 20 },
    { version: '1.1' as const, collectionStyle: 'flow' as const },
  ]) {
    const value = { ...manifest(), text: 'some words that go on for more than the twenty characters of a line' };
    expect(new Document(writtenByUs({ ...value }), { version: '1.1', ...options }).toString(options)).toBe(new Document(value, {
      version: '1.1', ...options,
    }).toString(options));
    expect(stringify(writtenByUs({ ...value }), options)).toBe(stringify(value, options));
  }
});

test('a manifest with a field toString keeps it', () => {
  expect(Yaml.stringify(writtenByUs({ toString: 'a' }))).toBe('toString: a\n');
});
