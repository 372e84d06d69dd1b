import { DocumentedTypes, withoutInherited } from '../scripts/api/shorten-docs';

const TYPES: DocumentedTypes = {
  'lib.Base': { kind: 'interface', datatype: true, properties: [{ name: 'image' }] },
  'lib.Props': {
    kind: 'interface', datatype: true, interfaces: ['lib.Base', 'other.Base'],
    properties: [{ name: 'args', locationInModule: { line: 9 } }, { name: 'zone', locationInModule: { line: 3 } }],
  },
  'lib.Agent': { kind: 'class', base: 'lib.Parent', methods: [{ name: 'add' }] },
};
const property = (type: string, name: string) => `##### \`${name}\` <a name="${name}" id="${type}.property.${name}"></a>\n\nAbout `
  + `${name}.\n\n---\n\n`;
const row = (id: string) => `| <code><a href="#${id}">x</a></code> | <code>string</code> | x |\n`;

test('a struct shows its own options in the order of the sources, and names where the others are', () => {
  const names = ['args', 'image', 'zone'];
  const text = '### Props <a name="Props" id="lib.Props"></a>\n\nSome.\n\n#### Initializer <a name="I" '
    + 'id="lib.Props.Initializer"></a>\n\n```typescript\n```\n\n'
    + '#### Properties <a name="P" id="P"></a>\n\n| **Name** |\n| --- '
      + `|\n${names.map(name => row(`lib.Props.property.${name}`)).join('')}\n---\n\n`
    + names.map(name => property('lib.Props', name)).join('');
  expect(withoutInherited(
    text, TYPES,
  )).toBe('### Props <a name="Props" id="lib.Props"></a>\n\nSome.\n\nAlso has all of: [Base](#lib.Base), `other.Base`.\n\n'
    + `#### Properties <a name="P" id="P"></a>\n\n${property('lib.Props', 'zone')}${property('lib.Props', 'args')}`);
});

test('a class keeps its initializer and its own methods; headings without anything go', () => {
  const method = (name: string) => `##### \`${name}\` <a name="${name}" id="lib.Agent.${name}"></a>\n\n---\n\n`;
  const text = '### Agent <a name="Agent" id="lib.Agent"></a>\n\n#### Initializers <a name="I" id="lib.Agent.Initializer"></a>\n\n'
    + '#### Methods <a name="M" '
    + `id="M"></a>\n\n${row('lib.Agent.add')}${row('lib.Agent.toString')}\n---\n\n${method('add')}${method('toString')}`
    + '#### Static Functions <a name="S" id="S"></a>\n\n| **Name** |\n\n---\n\n';
  expect(withoutInherited(text, TYPES)).toBe('### Agent <a name="Agent" id="lib.Agent"></a>\n\nAlso has all of: `lib.Parent`.\n\n'
    + '#### Initializers <a name="I" id="lib.Agent.Initializer"></a>\n\n#### Methods <a name="M" '
      + `id="M"></a>\n\n${row('lib.Agent.add')}\n---\n\n${method('add')}`);
});

test('what the assembly does not know stays as it is', () => {
  expect(withoutInherited('# Reference\n\n### Else <a name="Else" id="lib.Else"></a>\n\nText.\n', TYPES)).toBe(
    '# Reference\n\n### Else <a name="Else" id="lib.Else"></a>\n\nText.\n',
  );
});
