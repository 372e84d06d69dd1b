import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { importCycles, Imports } from './import-cycles';

const SRC = join(__dirname, '..', '..', 'src');

/** Which file of src imports which other: types count, and so do modules that are loaded late. */
function importsOfSources(): Imports {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const known = new Set(files);
  return new Map(files.map(file => [file, [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import|import\(|require\()\s*'(\.[^']*)'/g)]
    .map(([, module]) => relative(SRC, join(SRC, dirname(file), module)))
    .map(path => [`${path}.ts`, join(path, 'index.ts')].find(candidate => known.has(candidate)))
    .filter(target => target !== undefined)]));
}

const cycles = importCycles(importsOfSources());
cycles.forEach(cycle => console.error(`these files import each other: ${cycle.join(', ')}`));
console.log(cycles.length === 0 ? 'the imports of src have no cycle' : `${cycles.length} import cycles`);
process.exitCode = cycles.length === 0 ? 0 : 1;
