import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { build, BuildOptions, Plugin } from 'esbuild';
import { ExportedName, Imports, importsOf, Part, partsOf } from './parts';
import { packagedSources } from './sources';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'src');
const LIB = join(ROOT, 'lib');
const INDEX = join(LIB, 'index.js');
const COMMAND = join(LIB, 'cli', 'main.js');

const load = createRequire(INDEX);

/** How a part hands out what it holds: a name that no module has. */
const PUBLISH = 'publishPart';

/**
 * Puts the modules behind lib/index.js into a few files, which load when they are first used: reading hundreds of small files costs more
 * than all that is in them, and most apps use few of them. Within a file modules are no functions of their own: their names are variables
 * of the file. The public surface stays what the compiler made it, and so do the marks by which jsii knows a class.
 */
async function main(): Promise<void> {
  const names = exportedNames();
  const imports = await importsOf(join(SOURCE, 'index.ts'));
  const parts = partsOf(names, imports);
  readdirSync(LIB).filter(file => /^bundle.*\.js$/.test(file)).forEach(file => rmSync(join(LIB, file)));

  for (const part of parts) {await write(part, parts, imports);}
  writeFileSync(INDEX, [
    '"use strict";',
    'const late = load => { let loaded; return new Proxy({}, { get: (_, name) => (loaded ??= load())[name] }); };',
    ...parts.filter(part => part.names.length > 0)
      .map(part => `const ${identifier(part.name)} = late(() => require("./${fileOf(part)}"));`),
    // in just this form: the ES module loader of node reads it, and takes no other for an export
    ...parts.flatMap(part => part.names.map(({ name }) => getter(name, `${identifier(part.name)}.${name}`))),
    '',
  ].join('\n'));
  requireWhole(names);
  if (existsSync(COMMAND)) {
    await bundle({ entryPoints: [COMMAND], outfile: COMMAND, allowOverwrite: true });
    // npm does it when it installs the package; the command of the Python wheel runs the file as it was packed
    chmodSync(COMMAND, 0o755);
  }
}

function exportedNames(): ExportedName[] {
  const compiled = readFileSync(INDEX, 'utf8');
  const modules = [...compiled.matchAll(/__exportStar\(require\("\.\/([^"]+)"\), exports\)/g)].map(match => match[1]);
  const namespaces = [...compiled.matchAll(/exports\.(\w+) = __importStar\(require\("\.\/([^"]+)"\)\)/g)];
  if (modules.length === 0) {throw new Error('lib/index.js is not what the compiler writes: compile first');}
  return [
    ...modules.flatMap(module => valuesOf(module).map(name => ({ module: moduleAt(join(SOURCE, module)), name, isNamespace: false }))),
    ...namespaces.map(([, name, module]) => ({ module: moduleAt(join(SOURCE, module)), name, isNamespace: true })),
  ];
}

/** What a module exports besides types. */
function valuesOf(module: string): string[] {
  return Object.keys(load(`./${module}`) as object);
}

/** The module that a path leads to, as it is called here: `agent/node-agent`, `checks/index`. */
function moduleAt(path: string): string {
  return relative(SOURCE, existsSync(`${path}.ts`) ? path : join(path, 'index'));
}

function fileOf({ name }: Part): string {
  return `bundle-${name}.js`;
}

/** Folders may have hyphens, and identifiers may not. */
function identifier(name: string): string {
  return name.replace(/\W/g, '_');
}

async function write(part: Part, parts: readonly Part[], imports: Imports): Promise<void> {
  const others = parts.filter(each => each !== part).flatMap(({ modules }) => [...modules]);
  const taken = new Set(others.flatMap(module => imports.atLoad.get(module) ?? []));
  await bundle({
    stdin: { contents: entryOf(part, [...part.modules].filter(module => taken.has(module)).sort()), resolveDir: SOURCE, loader: 'ts' },
    outfile: join(LIB, fileOf(part)),
    banner: { js: `"use strict";const ${PUBLISH}=values=>{module.exports=values};` },
    plugins: [fromOthers(part, parts), packagedSources()],
    // half of what the engine reads of a program are names; classes that people see keep theirs
    minifyIdentifiers: true,
  });
}

/** A module that hands out the names of a part, and to other parts what they take of its modules. */
function entryOf(part: Part, shared: readonly string[]): string {
  const lines: string[] = [];
  const take = (module: string, name: string) => {
    const local = `x${lines.length}`;
    lines.push(name === '*' ? `import * as ${local} from './${module}';` : `import { ${name} as ${local} } from './${module}';`);
    return local;
  };
  const allOf = (module: string) => valuesOf(module).map(name => `${name}: ${take(module, name)}`);
  const loaders = shared.map(module => `${JSON.stringify(module)}: () => ({ ${allOf(module).join(', ')} })`);
  const members = [
    ...part.names.map(({ name, module, isNamespace }) => `${name}: ${take(module, isNamespace ? '*' : name)}`),
    ...part.entry === undefined ? [] : allOf(part.entry),
    ...shared.length === 0 ? [] : [`_load: { ${loaders.join(', ')} }`],
  ];
  return [...lines, `${PUBLISH}({ ${members.join(', ')} });`].join('\n');
}

async function bundle(options: BuildOptions): Promise<void> {
  await build({
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', legalComments: 'none', minifyWhitespace: true,
    lineLimit: 160, ...options,
  });
}

/** Takes modules that stand in other files from there, and leaves what is required late to be required. */
function fromOthers(part: Part, parts: readonly Part[]): Plugin {
  return {
    name: 'from-others',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\/bundle-/ }, ({ path }) => ({ path, external: true }));
      bundler.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        const module = moduleAt(resolve(resolveDir, path));
        const isLate = kind === 'require-call';
        const holder = parts.find(({ entry, modules }) => (isLate ? entry === module : modules.has(module)));
        if (holder === undefined) {throw new Error(`no file holds ${module}`);}
        if (isLate) {return { path: `./${fileOf(holder)}`, external: true };}
        return holder === part ? undefined : { path: module, namespace: 'other', pluginData: `./${fileOf(holder)}` };
      });
      bundler.onLoad({ filter: /.*/, namespace: 'other' }, ({ path, pluginData: file }) => {
        const names = valuesOf(path).join(', ');
        return {
          contents: `const { ${names} } = require(${JSON.stringify(file)})._load[${JSON.stringify(path)}]();\nexport { ${names} };`,
          resolveDir: SOURCE,
        };
      });
    },
  };
}

function getter(name: string, source: string): string {
  return `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${source}; } });`;
}

/** Every name is there, and classes have the names of their exports. */
function requireWhole(names: readonly ExportedName[]): void {
  const written = load(INDEX) as { [name: string]: unknown };
  const isWhole = (value: unknown, name: string) => value !== undefined && (typeof value !== 'function' || value.name === name);
  const lost = names.filter(({ name }) => !isWhole(written[name], name));
  if (lost.length > 0) {throw new Error(`the bundles lack ${lost.map(({ name }) => name).join(', ')}`);}
}

void main();
