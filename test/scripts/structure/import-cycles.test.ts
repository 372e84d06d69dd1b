import { importCycles } from '../../../scripts/structure/import-cycles';

const imports = (files: { readonly [file: string]: readonly string[] }) => new Map(Object.entries(files));

test('files that import downwards have no cycle', () => {
  expect(importCycles(imports({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
});

test('two files that import each other are a cycle, and so is one that imports itself', () => {
  expect(importCycles(imports({ a: ['b'], b: ['a'], c: ['c'] }))).toEqual([['a', 'b'], ['c']]);
});

test('a cycle over several files is one, and files that only lead to it are not part of it', () => {
  expect(importCycles(imports({ start: ['a'], a: ['b'], b: ['c', 'end'], c: ['a'], end: [] }))).toEqual([['a', 'b', 'c']]);
});

test('cycles that share a file are one', () => {
  expect(importCycles(imports({ a: ['b', 'c'], b: ['a'], c: ['a'] }))).toEqual([['a', 'b', 'c']]);
});
