import { DEFINITIONS_WITH_RULES } from '../../../src/cluster/refusals/parts/walk';
import { ENUMS } from '../../../src/private/fields/enums';
import { definitionNames, fieldOf } from '../../../src/private/fields/fields';
import { formatsOf, formattedFields, parseFormats } from '../../../src/private/fields/formats';

const isField = (name: string): boolean => {
  const dot = name.lastIndexOf('.');
  return fieldOf(name.slice(0, dot), name.slice(dot + 1)) !== undefined;
};

test('formats and words are of fields that Kubernetes has, and rules of its definitions', () => {
  const known = new Set(definitionNames());
  expect([...formattedFields(), ...Object.keys(ENUMS)].filter(name => !isField(name))).toEqual([]);
  expect(DEFINITIONS_WITH_RULES.filter(name => !known.has(name))).toEqual([]);
});

test('parts of a field have formats of their own', () => {
  const formats = [...parseFormats('A b:filled|[dns-label c:%label-key|{label-value\n d:0..5\n')];
  expect(formats.map(([field, parts]) => [field, parts.map(({ of, name, allowed }) => `${of} ${name ?? allowed}`)])).toEqual([
    ['A.b', ['all something', 'each dns-label']], ['A.c', ['keys label-key', 'each label-value']], ['A.d', ['all 0 to 5']],
  ]);
});

test('a format that is none is an error', () => {
  expect(() => parseFormats('A b:dns-lable')).toThrow('dns-lable');
});

test('of most fields their types say all', () => {
  expect(formatsOf('PodSpec', 'hostNetwork')).toBeUndefined();
});
