import { failureOf, lines, manifestsOf } from './support';
import { Match } from '../../src/testing/match';

const OBJECT = {
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', labels: { 'app': 'a', 'example.com/tier': 'node' }, annotations: null },
  data: {
    'text': 'one two', 'json': '{"a":{"b":[1,2]},"c":"x"}', 'agent.yaml': 'flush: 5\noutputs:\n  - name: loki\n    port: 443\n',
    'amount': '1Gi',
  },
  list: [{ name: 'a', value: 1 }, { name: 'b', value: 2 }, { name: 'c', value: 3 }],
  texts: ['x', 'y', 'z'],
};

/** What a pattern makes of the object: nothing where it holds. */
function linesFor(pattern: object): string[] {
  try {
    manifestsOf(OBJECT).hasResource('ConfigMap', pattern);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(2);
  }
}

test.each<[string, object]>([
  ['fields that are named', { metadata: { labels: { app: 'a' } } }],
  ['objectLike, inside of objectEquals too', { metadata: { labels: Match.objectEquals({ 'app': 'a', 'example.com/tier': 'node' }) } }],
  ['partly exact', { metadata: Match.objectEquals({ name: 'config', labels: Match.objectLike({ app: 'a' }) }) }],
  ['absent', { metadata: { namespace: Match.absent() } }],
  ['null, which is absent', { metadata: { annotations: Match.absent() } }],
  ['anyValue', { metadata: { labels: Match.anyValue() } }],
  ['not', { metadata: { name: Match.not('other') } }],
  ['not, of a field that is not there', { metadata: { namespace: Match.not('kube-system') } }],
  ['not, of a condition', { metadata: { name: Match.not(Match.regexp('^x')), labels: Match.not(Match.objectEquals({ app: 'a' })) } }],
  ['listWith, in any order', { list: Match.listWith([{ name: 'c' }, { name: 'a', value: 1 }]) }],
  ['listWith, of texts', { texts: Match.listWith(['z', Match.regexp('^x')]) }],
  ['listWith, of conditions', { list: Match.listWith([{ value: Match.not(1) }, Match.objectEquals({ name: 'b', value: 2 })]) }],
  ['listEquals', { texts: Match.listEquals(['x', 'y', 'z']), list: [{ name: 'a' }, { value: 2 }, Match.anyValue()] }],
  ['quantity', { data: { amount: Match.quantity('1024Mi') } }],
  ['regexp', { data: { text: Match.regexp('^one\\s+two$') } }],
  ['serializedJson', { data: { json: Match.serializedJson({ a: { b: Match.listWith([2]) } }) } }],
  ['serializedYaml, of YAML and JSON', {
    data: {
      'agent.yaml': Match.serializedYaml({ outputs: Match.listWith([{ name: 'loki', port: 443 }]) }),
      'json': Match.serializedYaml({ c: 'x' }),
    },
  }],
])('holds: %s', (_, pattern) => {
  expect(linesFor(pattern)).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['a text', { data: { text: 'one' } }, ['!! data.text: "one two"', '!!   wanted: one']],
  ['a text where a map was wanted', { data: { text: { a: 1 } } }, ['!! data.text: "one two"', '!!   wanted: { a: 1 }']],
  ['a field with a dot in its name', {
    metadata: { labels: { 'example.com/tier': 'x' } },
  }, ['!! metadata.labels["example.com/tier"]: node', '!!   wanted: x']],
  ['objectEquals, of a map with more', { metadata: { labels: Match.objectEquals({ app: 'a' }) } },
    ['!! metadata.labels["example.com/tier"]: node', '!!   wanted: nothing here']],
  ['objectEquals, deep below', Match.objectEquals({ ...OBJECT, metadata: { name: 'config' } }) as unknown as object,
    ['!! metadata.labels: { app: a, example.com/tier: node }', '!!   wanted: nothing here']],
  ['absent', { metadata: { name: Match.absent() } }, ['!! metadata.name: config', '!!   wanted: nothing here']],
  ['anyValue', { metadata: { namespace: Match.anyValue() } }, ['!! metadata.namespace: (absent)', '!!   wanted: any value']],
  ['not', { metadata: { name: Match.not('config') } }, ['!! metadata.name: config', '!!   wanted: anything but config']],
  ['not absent', {
    metadata: { namespace: Match.not(Match.absent()) },
  }, ['!! metadata.namespace: (absent)', '!!   wanted: something here']],
  ['listWith, of an entry with a name', {
    list: Match.listWith([{ name: 'b', value: 5 }]),
  }, ['!! list[name=b].value: 2', '!!   wanted: 5']],
  ['listWith, without such a name', { list: Match.listWith([{ name: 'x', value: 5 }]) },
    ['!! list[name=x]: (absent)', '!!   wanted: { name: x, value: 5 }', "Hint: no entry has the name 'x'; did you mean 'a'?"]],
  ['listWith, of an entry without a name', { list: Match.listWith([{ value: 5 }]) }, [
    '!! list: [{ name: a, value: 1 }, { name: b, value: 2 }, { name: c, value: 3 }]', '!!   wanted: an entry like { value: 5 }',
  ]],
  ['listWith, of a text', { texts: Match.listWith(['q']) }, ['!! texts: [x, "y", z]', '!!   wanted: an entry like q']],
  ['listWith, where there is no list', { data: Match.listWith(['q']) },
    ['!! data: { agent.yaml: "flush: 5\\noutputs:\\n  - name: loki\\n    port: 443\\n", amount: 1Gi, json: "{\\"a\\":{\\"b\\":[1,2]}..., 1 '
      + 'more }', '!!   wanted: a list with [q]']],
  ['listEquals, of other entries', { texts: Match.listEquals(['x', 'q', 'z']) }, ['!! texts[1]: "y"', '!!   wanted: q']],
  ['listEquals, of fewer', { texts: Match.listEquals(['x', 'y']) }, ['!! texts[2]: z', '!!   wanted: nothing here']],
  ['listEquals, of more', { texts: Match.listEquals(['x', 'y', 'z', 'q']) }, ['!! texts: [x, "y", z]', '!!   wanted: an entry like q']],
  ['listEquals, of entries with more', { list: Match.listEquals([{ name: 'a', value: 1 }, { name: 'b' }, { name: 'c', value: 3 }]) },
    ['!! list[name=b].value: 2', '!!   wanted: nothing here']],
  ['quantity', { data: { amount: Match.quantity('1G') } }, ['!! data.amount: 1Gi', '!!   wanted: the quantity 1G']],
  ['quantity, of no amount', { data: { text: Match.quantity('1G') } }, ['!! data.text: "one two"', '!!   wanted: the quantity 1G']],
  ['regexp', { data: { text: Match.regexp('^two') } }, ['!! data.text: "one two"', '!!   wanted: text that matches /^two/']],
  ['serializedJson', { data: { json: Match.serializedJson({ a: { b: [1, 3] } }) } }, ['!! data.json(JSON).a.b[1]: 2', '!!   wanted: 3']],
  ['serializedJson, of no JSON', {
    data: { text: Match.serializedJson({ a: 1 }) },
  }, ['!! data.text: "one two"', '!!   wanted: JSON with { a: 1 }']],
  ['serializedYaml', { data: { 'agent.yaml': Match.serializedYaml({ outputs: [{ name: 'loki', port: '443' }] }) } }, [
    '!! data["agent.yaml"](YAML).outputs[name=loki].port: 443', '!!   wanted: "443"',
    'Hint: the manifest has the number 443, the pattern the text "443"',
  ]],
  ['conditions in conditions', { texts: Match.listWith([Match.not(Match.regexp('.'))]) },
    ['!! texts: [x, "y", z]', '!!   wanted: an entry like <anything but text that matches /./>']],
  ['two places of one branch', { metadata: { name: 'x', labels: { app: 'b', tier: 'y' } } }, [
    '   metadata:', '     labels:', '!!     app: a', '!!       wanted: b', '!!     tier: (absent)', '!!       wanted: "y"',
    '!!   name: config', '!!     wanted: x',
    'Hint: no ConfigMap has the name x; there are: config',
  ]],
])('fails: %s', (_, pattern, expected) => {
  expect(linesFor(pattern)).toEqual(expected);
});

test('YAML in a text is one document, a list too', () => {
  const manifests = manifestsOf({ ...OBJECT, data: { list: '- a: 1\n- a: 2\n', two: 'a: 1\n---\nb: 2\n' } });
  manifests.hasResource('ConfigMap', { data: { list: Match.serializedYaml([{ a: 1 }, { a: Match.anyValue() }]) } });
  expect(failureOf(() => manifests.hasResource('ConfigMap', { data: { two: Match.serializedYaml({ a: 1 }) } }))).toContain(
    'wanted: YAML with { a: 1 }',
  );
});

test('a hint knows the fields of maps and lists that Kubernetes has', () => {
  const port = {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ name: 'web', port: 80 }], selector: { app: 'a' } },
  };
  const hint = (pattern: object) => failureOf(() => manifestsOf(port).hasResource('Service', pattern)).split('\n').slice(4);
  expect(hint({ spec: { ports: [{ name: 'web', tagretPort: 80 }] } })).toEqual([
    'Hint: spec.ports[name=web] has no tagretPort; did you mean targetPort?',
  ]);
  expect(hint({ spec: { selector: { aap: 'a' } } })).toEqual(['Hint: spec.selector has no aap; did you mean app?']);
  expect(hint({ spec: { clusterIP: 'None' } })).toEqual([]);
});

test('the order in which a pattern names fields does not count', () => {
  expect(linesFor({ data: { text: 'x', json: 'y' }, metadata: { name: 'z' } })).toEqual(linesFor({
    metadata: { name: 'z' }, data: { json: 'y', text: 'x' },
  }));
});

test('a pattern says what made it', () => {
  expect(Match.listWith([1]).kind).toBe('listWith');
});

describe('fails at once', () => {
  test.each<[string, () => unknown, string]>([
    ['null', () => manifestsOf(OBJECT).hasResource('ConfigMap', {
      data: { text: null },
    }), 'given: null at data.text; fix: '],
    ['undefined', () => manifestsOf(OBJECT).hasResource('ConfigMap', {
      list: [{ a: undefined }],
    }), 'given: undefined at list[0].a; fix: '],
    ['no pattern', () => manifestsOf(OBJECT).hasResource('ConfigMap', undefined), 'given: undefined; fix: '],
    ['a function', () => manifestsOf(OBJECT).hasResource('ConfigMap', { data: () => 1 }), 'given: a function at data'],
    ['an object of a class', () => Match.not({ a: new Date(0) }), 'given: an object of the class Date at a'],
    ['objectLike of a text', () => Match.objectLike('a'), 'Match.objectLike takes a map; given: "a"'],
    ['objectEquals of a list', () => Match.objectEquals([]), 'Match.objectEquals takes a map; given: []'],
    ['objectLike of a condition', () => Match.objectLike(Match.absent()), 'Match.objectLike takes a map'],
    ['listWith of a map', () => Match.listWith({} as any), 'Match.listWith takes a list; given: {}'],
    ['listWith of nothing', () => Match.listWith([]), 'Match.listWith was given nothing to look for'],
    ['a quantity that is none', () => Match.quantity('100 m'), "Match.quantity takes a quantity of Kubernetes; given: '100 m'"],
    ['an expression that is none', () => Match.regexp('('), "Match.regexp takes a regular expression of JavaScript; given: '('"],
  ])('%s', (_, act, text) => {
    expect(failureOf(act)).toContain(text);
  });
});

test('a long text shows the place where it differs', () => {
  const long = (word: string) => `${'the same words again and again, '.repeat(20)}${word} and the end`;
  const manifests = manifestsOf({ ...OBJECT, data: { text: long('here'), lines: 'a\nb\nc\n' } });
  expect(failureOf(() => manifests.hasResource('ConfigMap', { data: { text: long('there') } }))).toBe(lines(
    'Expected a ConfigMap like the pattern, and the only one differs:',
    'ConfigMap/config [line 1]',
    '!! data.text: ..." words again and again, here and the end"',
    '!!   wanted: ..." words again and again, there and the end"',
  ));
  expect(failureOf(() => manifests.hasResource('ConfigMap', { data: { lines: 'a\nx\nc\n' } }))).toContain(lines(
    '!! data.lines: line 2: b', '!!   wanted: line 2: x',
  ));
  expect(failureOf(() => manifests.hasResource('ConfigMap', { data: { lines: 'a\nb' } }))).toContain(lines(
    '!! data.lines: line 3: c', '!!   wanted: ends before line 3',
  ));
});

test('a failure shows a dozen places and counts the others', () => {
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`key-${String(index).padStart(2, '0')}`, 'x']));
  const shown = linesFor({ data: many });
  expect(shown.filter(line => line.includes('wanted'))).toHaveLength(12);
  expect(shown.at(-1)).toBe('   and 3 more');
});
