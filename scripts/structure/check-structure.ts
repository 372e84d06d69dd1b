import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { importCycles, Imports } from './import-cycles';
import { upwardImports } from './layers';
import { unregistered } from './registrations';

const SRC = join(__dirname, '..', '..', 'src');

/** Which file of src imports which other: types count, and so do modules that are loaded late. */
function importsOfSources(): Imports {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const known = new Set(files);
  return new Map(files.map(file => [file, [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import|import\(|require\()\s*'(\.[^']*)'/g),
  ]
    .map(([, module]) => relative(SRC, join(SRC, dirname(file), module)))
    .map(path => [`${path}.ts`, join(path, 'index.ts')].find(candidate => known.has(candidate)))
    .filter(target => target !== undefined)]));
}

const imports = importsOfSources();
const problems = [
  ...importCycles(imports).map(cycle => `these files import each other: ${cycle.join(', ')}`),
  ...upwardImports(imports).map(([file, target]) => `${file} imports ${target}, which is not in a layer below it`),
  ...unregistered(imports).map(({ folder, factory }) => `${folder} is not registered: ${factory} imports nothing of it`),
];
problems.forEach(problem => console.error(problem));
console.log(problems.length === 0
  ? 'imports have no cycle and run downwards; every preset is registered'
  : `${problems.length} problems of structure`);
process.exitCode = problems.length === 0 ? 0 : 1;
