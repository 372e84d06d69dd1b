import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { build, Plugin } from 'esbuild';

const LIB = join(__dirname, '..', '..', 'lib');
const INDEX = join(LIB, 'index.js');
const COMMAND = join(LIB, 'cli', 'main.js');

/** What every agent needs, by folder; the other folders are domains, which load when one of their names is first used. */
const CORE = ['agent', 'cluster', 'private'];
/** What agents load when they need it, and no earlier: the checks at synth, the tables of linters when someone writes exceptions for them. */
const LATE: { readonly [module: string]: string } = { 'checks/index': 'checks', 'checks/tools/index': 'linters' };

/** A name that the package exports: of a module, or for all of a module. */
interface ExportedName {
  readonly module: string;
  readonly name: string;
  readonly isNamespace: boolean;
}

/** A file that is made of modules. What its bases hold is taken from them: a class must be the same one for all. */
interface Part {
  readonly name: string;
  readonly names: readonly ExportedName[];
  /** Modules whose exports are those of the file. */
  readonly entry?: string;
  readonly bases: readonly Part[];
}

/**
 * Puts the modules behind lib/index.js into a few files, which load when they are first used, and so do their modules: reading hundreds of small files costs more
 * than all that is in them, and most apps use few of them. The public surface stays what the compiler made it.
 */
async function main(): Promise<void> {
  const names = exportedNames();
  const inFolder = (folder: string) => names.filter(({ module }) => folderOf(module) === folder);
  readdirSync(LIB).filter(file => /^bundle.*\.js$/.test(file)).forEach(file => rmSync(join(LIB, file)));

  const isTool = ({ module, isNamespace }: ExportedName) => isNamespace || folderOf(module) === 'checks';
  const core: Part = { name: 'core', names: names.filter(name => CORE.includes(folderOf(name.module)) && !isTool(name)), bases: [] };
  const domains = [...new Set(names.filter(name => !isTool(name)).map(({ module }) => folderOf(module)))].filter(folder => !CORE.includes(folder))
    .map((folder): Part => ({ name: folder, names: inFolder(folder), bases: [core] }));
  const checks: Part = { name: 'checks', names: [], entry: 'checks/index', bases: [core] };
  const linters: Part = { name: 'linters', names: [], entry: 'checks/tools/index', bases: [core, checks] };
  const tools: Part = { name: 'tools', names: names.filter(isTool), bases: [core, checks] };
  const parts = [core, ...domains, checks, linters, tools];

  for (const part of parts) {await write(part, parts);}
  writeFileSync(INDEX, [
    '"use strict";',
    'const late = load => { let loaded; return new Proxy({}, { get: (_, name) => (loaded ??= load())[name] }); };',
    ...parts.filter(part => part.names.length > 0).map(({ name }) => `const ${identifier(name)} = late(() => require("./bundle-${name}.js"));`),
    // in just this form: the ES module loader of node reads it, and takes no other for an export
    ...parts.flatMap(part => part.names.map(({ name }) => getter(name, `${identifier(part.name)}.${name}`))),
    '',
  ].join('\n'));
  const written = createRequire(__filename)(INDEX) as { [name: string]: unknown };
  const lost = names.filter(({ name }) => written[name] === undefined).map(({ name }) => name);
  if (lost.length > 0) {throw new Error(`the bundles lack ${lost.join(', ')}`);}
  if (existsSync(COMMAND)) {
    await bundle({ entryPoints: [COMMAND], outfile: COMMAND, allowOverwrite: true });
    // npm does it when it installs the package; the command of the Python wheel runs the file as it was packed
    chmodSync(COMMAND, 0o755);
  }
}

function exportedNames(): ExportedName[] {
  const compiled = readFileSync(INDEX, 'utf8');
  const load = createRequire(INDEX);
  const modules = [...compiled.matchAll(/__exportStar\(require\("\.\/([^"]+)"\), exports\)/g)].map(match => match[1]);
  const namespaces = [...compiled.matchAll(/exports\.(\w+) = __importStar\(require\("\.\/([^"]+)"\)\)/g)];
  if (modules.length === 0) {throw new Error('lib/index.js is not what the compiler writes: compile first');}
  return [
    ...modules.flatMap(module => Object.keys(load(`./${module}`)).map(name => ({ module, name, isNamespace: false }))),
    ...namespaces.map(([, name, module]) => ({ module, name, isNamespace: true })),
  ];
}

/** Folders may have hyphens, and identifiers may not. */
function identifier(folder: string): string {
  return folder.replace(/\W/g, '_');
}

function folderOf(module: string): string {
  return module.split('/')[0];
}

/** The module that a path leads to, as it is called here: `agent/node-agent`, `checks/index`. */
function moduleAt(path: string): string {
  const file = path.replace(/\.js$/, '');
  return relative(LIB, existsSync(`${file}.js`) ? file : join(file, 'index'));
}

function requiredBy(module: string): string[] {
  const path = join(LIB, `${module}.js`);
  return [...readFileSync(path, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g)].map(match => moduleAt(resolve(dirname(path), match[1])));
}

/** Every module that a part could hold. */
function reach({ names, entry }: Part): Set<string> {
  const reached = new Set<string>();
  const add = (module: string) => {
    if (reached.has(module)) {return;}
    reached.add(module);
    requiredBy(module).filter(each => !(each in LATE)).forEach(add);
  };
  [...names.map(({ module }) => moduleAt(join(LIB, module))), ...entry ? [entry] : []].forEach(add);
  return reached;
}

/** The modules that stand in a part, and not in one of its bases. */
function held(part: Part): Set<string> {
  const ofBases = part.bases.map(held);
  return new Set([...reach(part)].filter(module => !ofBases.some(modules => modules.has(module))));
}

async function write(part: Part, parts: readonly Part[]): Promise<void> {
  const own = held(part);
  const users = parts.filter(({ bases }) => bases.includes(part));
  const taken = users.flatMap(user => [...held(user)].flatMap(requiredBy)).filter(module => own.has(module));
  const shared = [...new Set(taken)].sort();
  await bundle({
    stdin: {
      contents: [
        ...part.entry ? [`module.exports = require("./${part.entry}");`] : [],
        ...part.names.map(({ name, module, isNamespace }) => getter(name, `require("./${module}")${isNamespace ? '' : `.${name}`}`)),
        ...shared.length > 0 ? [`module.exports._load = { ${shared.map(module => `${JSON.stringify(module)}: () => require("./${module}.js")`).join(', ')} };`] : [],
      ].join('\n'),
      resolveDir: LIB,
    },
    outfile: join(LIB, `bundle-${part.name}.js`),
    plugins: [fromBases(part)],
  });
}

async function bundle(options: Parameters<typeof build>[0]): Promise<void> {
  await build({
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', legalComments: 'none', minifyWhitespace: true, lineLimit: 160, ...options,
  });
}

/** Takes modules that stand in other files from there, instead of bundling them again. */
function fromBases(part: Part): Plugin {
  const bases = part.bases.map(base => ({ file: `./bundle-${base.name}.js`, modules: held(base) }));
  return {
    name: 'from-bases',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\/bundle-/ }, ({ path }) => ({ path, external: true }));
      bundler.onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
        const module = moduleAt(resolve(importer && dirname(importer).startsWith(LIB) ? dirname(importer) : resolveDir, path));
        if (module in LATE && part.entry !== module) {return { path: `./bundle-${LATE[module]}.js`, external: true };}
        const base = bases.find(({ modules }) => modules.has(module));
        return base && { path: module, namespace: 'base', pluginData: base.file };
      });
      bundler.onLoad({ filter: /.*/, namespace: 'base' }, ({ path, pluginData: file }) => ({
        contents: `module.exports = require(${JSON.stringify(file)})._load[${JSON.stringify(path)}]();`, resolveDir: LIB,
      }));
    },
  };
}

function getter(name: string, source: string): string {
  return `Object.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${source}; } });`;
}

void main();
