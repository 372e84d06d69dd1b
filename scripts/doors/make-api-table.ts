import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of a jsii assembly that says what the public API takes. */
interface Assembly {
  readonly types: { readonly [fqn: string]: ApiType };
}

interface ApiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly fqn: string;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly base?: string;
  readonly members?: ReadonlyArray<{ readonly name: string }>;
  readonly methods?: readonly Method[];
  readonly properties?: readonly Member[];
  readonly initializer?: { readonly parameters?: readonly Member[] };
}

interface Member {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Member[];
  readonly returns?: { readonly type: TypeReference };
  readonly locationInModule?: { readonly line: number };
}

type TypeReference =
  | { readonly primitive: string }
  | { readonly fqn: string }
  | { readonly collection: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference } };

const ROOT = join(__dirname, '..', '..');
const DOORS = join(ROOT, 'src', 'private', 'doors');

/** The files of the table, by the first letters of the types in them, so that none becomes too long to be read. */
const PARTS: ReadonlyArray<readonly [from: string, name: string]> = [
  ['A', 'a-to-b'], ['C', 'c-to-ck'], ['Cl', 'cl-to-cz'], ['D', 'd-to-g'], ['H', 'h-to-l'], ['M', 'm-to-n'], ['O', 'o-to-r'],
  ['S', 's-to-z'],
];
const ASSEMBLY = join(ROOT, '.jsii');
const OWN = 'cdk8s-node-agents.';
const MADE = '// Made by scripts/doors/make-api-table.ts from the jsii assembly. Do not edit.';
const PRIMITIVES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'], ['number', 'number'], ['boolean', 'boolean'], ['any', 'any'], ['json', 'any'],
]);

/** Texts that may be known only at synth: nothing reads them before the YAML is written. */
const LATE = /(labels|annotations)$/i;
const LATE_TEXTS: ReadonlySet<string> = new Set([
  'ContainerOptions.workingDir', 'HttpProbeOptions.headers', 'PodSecurityContextOptions.sysctls', 'DnsOptions.options',
  'AgentServiceAccount.managed.annotations', 'AgentPlan.addPodLabel.value', 'AgentPlan.addPodAnnotation.value',
]);

const PATTERNS = /^Match\.(?!quantity|regexp)|\.pattern$/;

/** The files below src/private/doors, by name. */
export function apiTables(): { readonly [file: string]: string } {
  const { types } = JSON.parse(readFileSync(ASSEMBLY, 'utf8')) as Assembly;
  const all = Object.values(types).sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = all.find(({ name }, index) => all[index + 1]?.name === name);
  if (twice !== undefined) {throw new Error(`two public types are called ${twice.name}: the table knows them by their names`);}
  const parts = PARTS.map(([from, name], index) => {
    const until = PARTS[index + 1]?.[0] ?? '~';
    const rows = all.filter(type => type.name >= from && type.name < until).flatMap(type => rowOf(type)).map(wrapped);
    return { name, constant: name.toUpperCase().replace(/-/g, '_'), rows };
  });
  return {
    'api-table.ts': [
      MADE,
      ...parts.map(({ name, constant }) => `import { ${constant} } from './api-table/${name}';`),
      '',
      '/** What every public factory, method and struct takes; read-table.ts explains the grammar. */',
      `export const API_TABLE = [${parts.map(({ constant }) => constant).join(', ')}].map(part => part.slice(1)).join('');`,
      '',
    ].join('\n'),
    ...Object.fromEntries(parts.map(({ name, constant, rows }) => [
      `api-table/${name}.ts`, [MADE, `export const ${constant} = \``, ...rows, '`;', ''].join('\n'),
    ])),
  };
}

/** Lines that belong to the one before begin with a blank. */
function wrapped(row: string): string {
  const lines = [''];
  for (const word of row.split(' ')) {
    const last = lines[lines.length - 1];
    if (last.length + word.length > 138) {lines.push(` ${word}`);} else {lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;}
  }
  return lines.join('\n');
}

function rowOf(type: ApiType): string[] {
  if (type.kind === 'enum') {return [['enum', type.name, ...valuesOf(type).map(value => JSON.stringify(value))].join(' ')];}
  if (type.kind === 'class') {
    // as in the source: the most usual way to make one comes first there
    const methods = (type.methods ?? []).filter(({ parameters = [], static: isStatic }) => isStatic || parameters.length > 0)
      .sort((a, b) => (a.locationInModule?.line ?? 0) - (b.locationInModule?.line ?? 0));
    return [`class ${type.name}`, ...methods.map(method => methodRow(type, method))];
  }
  if (!type.datatype) {return [['interface', type.name, ...(type.methods ?? []).map(({ name }) => name)].join(' ')];}
  const bases = (type.interfaces ?? []).map(fqn => `<${shortName(fqn)}`);
  const isOfAgents = type.fqn === `${OWN}${type.name}`;
  return [['struct', type.name, ...bases, ...(type.properties ?? []).map(member => memberText(member, type.name, isOfAgents))].join(' ')];
}

function methodRow(type: ApiType, method: Method): string {
  const returned = method.returns && typeText(method.returns.type, false);
  return [
    `${method.static ? 'static' : 'method'} ${method.name}`,
    ...(method.parameters ?? []).map(parameter => memberText(parameter, `${type.name}.${method.name}`, false)),
    ...returned === undefined || method.static && returned === type.name ? [] : [`=${returned}`],
  ].join(' ');
}

function memberText({ name, type, optional, variadic }: Member, owner: string, isOfAgents: boolean): string {
  // patterns hold what Match makes, and say themselves what they take
  if (PATTERNS.test(`${owner}.${name}`)) {return `${name}?:pattern`;}
  const isLate = LATE_TEXTS.has(`${owner}.${name}`) || isOfAgents && LATE.test(name);
  return `${name}${variadic ? '*' : optional ? '?' : ''}:${typeText(type, isLate)}`;
}

function typeText(type: TypeReference, isLate: boolean): string {
  if ('collection' in type) {return (type.collection.kind === 'array' ? '[' : '{') + typeText(type.collection.elementtype, isLate);}
  if ('fqn' in type) {return shortName(type.fqn);}
  const name = PRIMITIVES.get(type.primitive);
  if (name === undefined) {throw new Error(`the table has no word for ${type.primitive}`);}
  return name === 'text' && isLate ? 'late' : name;
}

/** Types of other packages keep the name of their package, since cdk8s-plus has an EnvValue too. */
function shortName(fqn: string): string {
  return fqn.startsWith(OWN) ? fqn.slice(fqn.lastIndexOf('.') + 1) : fqn;
}

/** The assembly has the names of the values alone. */
function valuesOf({ fqn }: ApiType): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const members = fqn.slice(OWN.length).split('.').reduce((of, name) => of[name], require(join(ROOT, 'lib', 'index.js')));
  return Object.values(members as { readonly [name: string]: string });
}

if (require.main === module) {
  if (!existsSync(ASSEMBLY)) {throw new Error('there is no assembly; fix: npm run compile');}
  mkdirSync(join(DOORS, 'api-table'), { recursive: true });
  for (const [file, text] of Object.entries(apiTables())) {writeFileSync(join(DOORS, file), text);}
}
