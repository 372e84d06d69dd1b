import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build, Plugin } from 'esbuild';

const LIB = join(__dirname, '..', '..', 'lib');
const INDEX = join(LIB, 'index.js');

/** What every agent needs; the other folders are domains, which load when one of their names is first used. */
const CORE = ['agent', 'cluster', 'private'];

interface ExportedName {
  readonly module: string;
  readonly name: string;
}

/**
 * Puts the modules behind lib/index.js into one file for the core and one for each domain. They load when they are first used, and so do their parts:
 * reading hundreds of small files costs more than all that is in them, and most apps use few of them. The public surface stays what the compiler made it.
 */
async function main(): Promise<void> {
  const compiled = readFileSync(INDEX, 'utf8');
  const modules = [...compiled.matchAll(/__exportStar\(require\("(\.[^"]+)"\), exports\)/g)].map(match => match[1]);
  if (modules.length === 0) {throw new Error('lib/index.js is not what the compiler writes: compile first');}
  readdirSync(LIB).filter(file => /^bundle.*\.js$/.test(file)).forEach(file => rmSync(join(LIB, file)));
  const load = createRequire(INDEX);
  const names = modules.flatMap(module => Object.keys(load(module)).map(name => ({ module, name })));
  const domains = [...new Set(modules.map(folderOf))].filter(folder => !CORE.includes(folder));

  const shared = [...new Set(domains.flatMap(coreModulesOf))].sort();
  await write('bundle-core', [
    ...getters(names.filter(({ module }) => CORE.includes(folderOf(module)))),
    // a class must be the same one for all, so domains take the core's modules from here
    `exports._load = { ${shared.map(module => `${JSON.stringify(module)}: () => require("./${module}")`).join(', ')} };`,
  ]);
  for (const domain of domains) {
    await write(`bundle-${domain}`, getters(names.filter(({ module }) => folderOf(module) === domain)), [fromCore]);
  }
  writeFileSync(INDEX, [
    '"use strict";',
    'const late = load => { let loaded; return new Proxy({}, { get: (_, name) => (loaded ??= load())[name] }); };',
    ...['core', ...domains].map(part => `const ${identifier(part)} = late(() => require("./bundle-${part}.js"));`),
    // in just this form: the ES module loader of node reads it, and takes no other for an export
    ...names.map(({ module, name }) => getter(name, CORE.includes(folderOf(module)) ? 'core' : identifier(folderOf(module)))),
    '',
  ].join('\n'));
  const written = createRequire(__filename)(INDEX) as { [name: string]: unknown };
  const lost = names.filter(({ name }) => written[name] === undefined).map(({ name }) => name);
  if (lost.length > 0) {throw new Error(`the bundles lack ${lost.join(', ')}`);}
}

/** Folders may have hyphens, and identifiers may not. */
function identifier(folder: string): string {
  return folder.replace(/\W/g, '_');
}

/** What the modules of a domain take from the core. */
function coreModulesOf(domain: string): string[] {
  return readdirSync(join(LIB, domain), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js')).flatMap(file => {
    const path = join(LIB, domain, file);
    return [...readFileSync(path, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g)].map(match => relative(LIB, resolve(dirname(path), match[1])))
      .filter(module => CORE.includes(module.split('/')[0]));
  });
}

async function write(name: string, lines: string[], plugins: Plugin[] = []): Promise<void> {
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: LIB },
    outfile: join(LIB, `${name}.js`),
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', legalComments: 'none', minifyWhitespace: true, lineLimit: 160,
    plugins,
  });
}

/** Takes modules of the core from its bundle instead of bundling them again. */
const fromCore: Plugin = {
  name: 'from-core',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/bundle-core\.js$/ }, ({ path }) => ({ path, external: true }));
    bundler.onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
      const module = relative(LIB, resolve(importer && dirname(importer).startsWith(LIB) ? dirname(importer) : resolveDir, path));
      return CORE.includes(module.split('/')[0]) ? { path: module, namespace: 'core' } : undefined;
    });
    bundler.onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
      contents: `module.exports = require("./bundle-core.js")._load[${JSON.stringify(path)}]();`, resolveDir: LIB,
    }));
  },
};

function folderOf(module: string): string {
  return module.split('/')[1];
}

function getters(names: ExportedName[]): string[] {
  return names.map(({ module, name }) => getter(name, `require("${module}")`));
}

function getter(name: string, source: string): string {
  return `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${source}.${name}; } });`;
}

void main();
