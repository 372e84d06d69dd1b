import { apiProblems } from '../scripts/api/check-api';

const documented = { docs: { summary: 'Says what it is.' } };

function assemblyOf(...types: object[]): any {
  return { types: Object.fromEntries(types.map((type: any) => [type.fqn ?? `lib.${type.name}`, { ...documented, ...type }])) };
}

test('a class made by static methods needs a member that is not static', () => {
  const methods = [{ name: 'of', static: true, ...documented }];
  expect(apiProblems(assemblyOf({ kind: 'class', name: 'Colour', methods }))).toEqual([
    'Colour: a class that is made by static methods needs a public read-only member',
  ]);
  expect(apiProblems(assemblyOf({ kind: 'class', name: 'Colour', methods, properties: [{ name: 'text', ...documented }] }))).toEqual([]);
});

test.each([undefined, '', '-', '- none', 'undefined', '- nothing', 'empty'])('an optional property with @default %p is refused', text => {
  const properties = [{ name: 'size', optional: true, docs: { summary: 'The size.', default: text } }];
  expect(apiProblems(assemblyOf({ kind: 'interface', datatype: true, name: 'Props', properties }))).toEqual([
    `Props.size: @default says neither a value nor the behaviour that follows (${text ?? 'missing'})`,
  ]);
});

test.each(['false', '- the name of the agent', 'Rollout.percent(10)'])('an optional property with @default %p is fine', text => {
  const properties = [{ name: 'size', optional: true, docs: { summary: 'The size.', default: text } }];
  expect(apiProblems(assemblyOf({ kind: 'interface', datatype: true, name: 'Props', properties }))).toEqual([]);
});

test('a union is refused', () => {
  const properties = [{ name: 'size', ...documented, type: { union: { types: [{ primitive: 'string' }, { primitive: 'number' }] } } }];
  expect(apiProblems(assemblyOf({ kind: 'interface', name: 'IThing', properties }))).toEqual(['IThing.size: a union; use a class']);
});

test('a type of the root that mentions a type of a submodule is refused', () => {
  const inside = { kind: 'enum', name: 'Level', namespace: 'checks', fqn: 'lib.checks.Level' };
  const root = {
    kind: 'interface', name: 'IThing', methods: [{ name: 'level', ...documented, returns: { type: { fqn: 'lib.checks.Level' } } }],
  };
  expect(apiProblems(assemblyOf(inside, root))).toEqual(['IThing.level: a type of the root mentions lib.checks.Level of a submodule']);
});

test('a member without a doc comment is refused', () => {
  expect(apiProblems(assemblyOf({ kind: 'interface', name: 'IThing', methods: [{ name: 'run' }] }))).toEqual([
    'IThing.run: has no doc comment',
  ]);
});
