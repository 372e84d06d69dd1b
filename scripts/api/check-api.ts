import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is read of the jsii assembly. */
interface Assembly {
  readonly types: { readonly [fqn: string]: Type };
}

interface Type {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly fqn: string;
  readonly name: string;
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly initializer?: object;
  readonly docs?: Docs;
  readonly properties?: Member[];
  readonly methods?: Member[];
}

interface Member {
  readonly name: string;
  readonly static?: boolean;
  readonly optional?: boolean;
  readonly docs?: Docs;
  readonly type?: object;
  readonly returns?: { readonly type: object };
  readonly parameters?: Array<{ readonly name: string; readonly type: object }>;
}

interface Docs {
  readonly summary?: string;
  readonly default?: string;
}

/** What five languages would make of the API, as a sentence for each thing that would hurt one of them. */
export function apiProblems(assembly: Assembly): string[] {
  const types = Object.values(assembly.types);
  return types.flatMap(type => [
    ...emptyEnumLike(type),
    ...undocumented(type),
    ...missingDefaults(type),
    ...unions(type),
    ...submoduleReferences(type, assembly),
  ]);
}

/** Go makes an empty interface of a class without an instance member: anything can then be passed for it. */
function emptyEnumLike(type: Type): string[] {
  const isEnumLike = type.kind === 'class' && type.initializer === undefined && !type.abstract;
  const hasMember = [...type.properties ?? [], ...type.methods ?? []].some(member => !member.static);
  return isEnumLike && !hasMember ? [`${type.name}: a class that is made by static methods needs a public read-only member`] : [];
}

function undocumented(type: Type): string[] {
  const members = [...type.properties ?? [], ...type.methods ?? []];
  return [
    ...type.docs?.summary ? [] : [`${type.name}: has no doc comment`],
    ...members.filter(member => !member.docs?.summary).map(member => `${type.name}.${member.name}: has no doc comment`),
  ];
}

function missingDefaults(type: Type): string[] {
  if (!type.datatype) {return [];}
  return (type.properties ?? []).filter(property => property.optional && !saysSomething(property.docs?.default))
    .map(property => `${type.name}.${property.name}: @default says neither a value nor the behaviour that follows `
      + `(${property.docs?.default ?? 'missing'})`);
}

function saysSomething(text: string | undefined): boolean {
  return text !== undefined && !/^-?\s*(none|undefined|empty|nothing|no|null|not set)?\.?$/i.test(text.trim());
}

/** A union is `any` in most languages. */
function unions(type: Type): string[] {
  return membersWithTypes(type).filter(({ types }) => JSON.stringify(types).includes('"union"')).map(({ where }) => `${where}: a union; `
    + 'use a class');
}

/** Go refuses the import cycle; jsii does not notice. */
function submoduleReferences(type: Type, assembly: Assembly): string[] {
  if (type.namespace !== undefined) {return [];}
  return membersWithTypes(type).flatMap(({ where, types }) => [...JSON.stringify(types).matchAll(/"fqn":"([^"]+)"/g)]
    .filter(match => assembly.types[match[1]]?.namespace !== undefined)
    .map(match => `${where}: a type of the root mentions ${match[1]} of a submodule`));
}

function membersWithTypes(type: Type): Array<{ where: string; types: object[] }> {
  return [...type.properties ?? [], ...type.methods ?? []].map(member => ({
    where: `${type.name}.${member.name}`,
    types: [member.type ?? {}, member.returns ?? {}, ...(member.parameters ?? []).map(parameter => parameter.type)],
  }));
}

if (require.main === module) {
  const problems = apiProblems(JSON.parse(readFileSync(join(__dirname, '..', '..', '.jsii'), 'utf8')));
  problems.forEach(problem => console.error(problem));
  console.log(`${problems.length} problems in the API`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
