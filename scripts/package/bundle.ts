import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const LIB = join(__dirname, '..', '..', 'lib');
const INDEX = join(LIB, 'index.js');

/**
 * Puts everything behind lib/index.js into one file, lib/bundle.js, whose parts run when they are first used: reading a hundred small files
 * costs more than all that is in them, and most apps use few of them. The public surface stays what the compiler made it.
 */
function main(): void {
  const compiled = readFileSync(INDEX, 'utf8');
  const modules = [...compiled.matchAll(/__exportStar\(require\("(\.[^"]+)"\), exports\)/g)].map(match => match[1]);
  if (modules.length === 0) {throw new Error('lib/index.js is not what the compiler writes: compile first');}
  const load = createRequire(INDEX);
  const names = modules.flatMap(module => Object.keys(load(module)).map(name => ({ module, name })));
  const { outputFiles } = buildSync({
    stdin: { contents: names.map(({ module, name }) => getter(name, `require("${module}")`)).join('\n'), resolveDir: LIB },
    bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', legalComments: 'none', minifyWhitespace: true, lineLimit: 160,
  });
  writeFileSync(join(LIB, 'bundle.js'), outputFiles[0].text);
  writeFileSync(INDEX, [
    '"use strict";',
    'const bundle = require("./bundle.js");',
    ...names.map(({ name }) => getter(name, 'bundle')),
    // never runs: it tells the ES module loader of node, which reads but does not run, what there is to import
    `0 && (module.exports = { ${names.map(({ name }) => name).join(', ')} });`,
    '',
  ].join('\n'));
}

function getter(name: string, source: string): string {
  return `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${source}.${name}; } });`;
}

main();
