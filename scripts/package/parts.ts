import { build } from 'esbuild';

/** A name that the package exports: of a module, or for all of a module. */
export interface ExportedName {
  /** Its path below src, without extension: `agent/node-agent`. */
  readonly module: string;
  readonly name: string;
  readonly isNamespace: boolean;
}

/** A file that is made of modules. */
export interface Part {
  readonly name: string;
  readonly names: readonly ExportedName[];
  /** A module whose exports are those of the file. */
  readonly entry?: string;
  /** What stands in it; every module stands in one part, since a class must be the same one for all. */
  readonly modules: ReadonlySet<string>;
}

/** What modules import when they load, and what they require later, within a function. */
export interface Imports {
  readonly atLoad: ReadonlyMap<string, readonly string[]>;
  readonly late: ReadonlySet<string>;
}

/** What every agent needs, by folder; the other folders are domains, which load when one of their names is first used. */
const CORE = ['agent', 'cluster', 'private'];

/** The modules that an agent loads. */
const ROOT = 'agent/node-agent';

/** What every synth loads. */
const CHECKS = 'checks/index';

/** What is imported by the modules that a source reaches. */
export async function importsOf(source: string): Promise<Imports> {
  const { metafile } = await build({
    entryPoints: [source], bundle: true, platform: 'node', packages: 'external', write: false, metafile: true, logLevel: 'error',
  });
  const inputs = Object.entries(metafile.inputs);
  const own = inputs.map(([path, { imports }]) => ({ module: moduleOf(path), imports: imports.filter(({ external }) => !external) }));
  const pathsOf = (imports: typeof own[number]['imports'], isLate: boolean) =>
    imports.filter(({ kind }) => (kind === 'require-call') === isLate).map(({ path }) => moduleOf(path));
  return {
    atLoad: new Map(own.map(({ module, imports }) => [module, pathsOf(imports, false)])),
    late: new Set(own.flatMap(({ imports }) => pathsOf(imports, true))),
  };
}

/**
 * The parts in the order in which they may take modules of each other: what every agent needs; the checks; the rest of the core, and what
 * several domains share; what else is required late, each module with what only it needs; domains, and then what they require late; tools
 * for tests and commands.
 */
export function partsOf(names: readonly ExportedName[], imports: Imports): Part[] {
  const isTool = ({ module, isNamespace }: ExportedName) => isNamespace || folderOf(module) === 'checks';
  const inCore = names.filter(name => CORE.includes(folderOf(name.module)) && !isTool(name));
  const inDomains = names.filter(name => !inCore.includes(name) && !isTool(name));
  const domains = [...new Set(inDomains.map(({ module }) => folderOf(module)))].map(folder => ({
    name: folder, names: inDomains.filter(({ module }) => folderOf(module) === folder),
  }));
  const needed = reach([ROOT], imports);
  const times = new Map<string, number>();
  for (const { names: own } of domains) {
    for (const module of reach(own.map(({ module: each }) => each), imports)) {times.set(module, (times.get(module) ?? 0) + 1);}
  }
  const shared = [...times].filter(([, count]) => count > 1).map(([module]) => module);
  const late = lateFirst(imports).map(module => ({ name: fileNameOf(module), names: [], entry: module }));
  const isOfDomain = ({ entry }: { readonly entry: string }) => domains.some(({ name }) => name === folderOf(entry));
  const everySynth = reach([CHECKS], imports);
  const wanted: ReadonlyArray<Omit<Part, 'modules'> & { readonly more?: readonly string[] }> = [
    { name: 'core', names: inCore.filter(({ module }) => needed.has(module)), more: [ROOT] },
    ...late.filter(({ entry }) => everySynth.has(entry)),
    { name: 'common', names: inCore.filter(({ module }) => !needed.has(module)), more: shared },
    ...late.filter(each => !everySynth.has(each.entry) && !isOfDomain(each)),
    ...domains,
    // a domain loads without what it requires late
    ...late.filter(each => !everySynth.has(each.entry) && isOfDomain(each)),
    { name: 'tools', names: names.filter(isTool) },
  ];
  const taken = new Set<string>();
  return wanted.map(({ name, names: own, entry, more = [] }) => {
    const reached = reach([...own.map(({ module }) => module), ...entry === undefined ? [] : [entry], ...more], imports);
    const modules = new Set([...reached].filter(module => !taken.has(module)));
    modules.forEach(module => taken.add(module));
    return { name, names: own, ...entry !== undefined && { entry }, modules };
  });
}

/** Modules that are required late: those that others of them need at load come first, and then those with more in them. */
function lateFirst(imports: Imports): string[] {
  const reached = new Map([...imports.late].map(module => [module, reach([module], imports)]));
  const placed: string[] = [];
  while (placed.length < reached.size) {
    const left = [...reached].filter(([module]) => !placed.includes(module));
    const free = left.filter(([module, modules]) => !left.some(([other]) => other !== module && modules.has(other)));
    placed.push(free.sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))[0][0]);
  }
  return placed;
}

/** Everything that loads with modules. */
function reach(modules: Iterable<string>, { atLoad }: Imports): Set<string> {
  const reached = new Set<string>();
  const add = (module: string) => {
    if (reached.has(module)) {return;}
    reached.add(module);
    atLoad.get(module)?.forEach(add);
  };
  for (const module of modules) {add(module);}
  return reached;
}

function moduleOf(path: string): string {
  return path.replace(/^src\//, '').replace(/\.ts$/, '');
}

function folderOf(module: string): string {
  return module.split('/')[0];
}

/** `checks/index` is bundle-checks.js. */
function fileNameOf(module: string): string {
  return module.replace(/\/index$/, '').replaceAll('/', '-');
}
