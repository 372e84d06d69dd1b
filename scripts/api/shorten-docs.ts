/**
 * Takes out of API.md what each type inherits, and says from which types: jsii-docgen writes every option of an agent once for each preset.
 * Properties are in the order of the sources, where what everyone sets comes first, and not in that of the alphabet.
 *
 *     npx ts-node -T scripts/api/shorten-docs.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** As much of a type of an assembly as this takes. */
export interface DocumentedType {
  readonly kind: string;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly datatype?: boolean;
  readonly properties?: ReadonlyArray<{ readonly name: string; readonly locationInModule?: { readonly line: number } }>;
  readonly methods?: ReadonlyArray<{ readonly name: string }>;
}

export interface DocumentedTypes {
  readonly [name: string]: DocumentedType;
}

/** The text without members that a type does not have itself. */
export function withoutInherited(text: string, types: DocumentedTypes): string {
  const sections = text.split(/^(?=### )/m);
  return sections.map(section => {
    const name = /^### .*<a name="[^"]*" id="([^"]+)"><\/a>$/m.exec(section)?.[1];
    const type = name === undefined ? undefined : types[name];
    return type === undefined || type.kind === 'enum' ? section : shortened(section, name!, type, types);
  }).join('');
}

function shortened(section: string, name: string, type: DocumentedType, types: DocumentedTypes): string {
  const own = new Set([...type.properties ?? [], ...type.methods ?? []].map(member => member.name));
  const isInherited = (id: string) => {
    if (!id.startsWith(`${name}.`)) {return false;}
    const [first, ...rest] = id.slice(name.length + 1).split('.');
    return first !== 'Initializer' && !own.has(first === 'property' ? rest[0] : first);
  };
  const blocks = section.split(/^(?=#{3,5} )/m);
  const kept = blocks.filter(block => {
    const id = /^##### .*<a name="[^"]*" id="([^"]+)"><\/a>/.exec(block)?.[1];
    return id === undefined || !isInherited(id);
  }).map(block => block.split('\n').filter(line => {
    const id = /^\| <code><a href="#([^"]+)">/.exec(line)?.[1];
    return id === undefined || !isInherited(id);
  }).join('\n'));
  const sorted = inOrderOfSources(withoutEmpty(type.datatype ? withoutTables(kept) : kept), name, type);
  const from = [...type.base === undefined ? [] : [type.base], ...type.interfaces ?? []];
  if (from.length === 0) {return sorted.join('');}
  const links = from.map(each => (types[each] === undefined ? `\`${each}\`` : `[${each.split('.').pop()}](#${each})`));
  return [`${sorted[0].trimEnd()}\n\nAlso has all of: ${links.join(', ')}.\n\n`, ...sorted.slice(1)].join('');
}

/** A struct is written as a literal, and its tables repeat what is below them. */
function withoutTables(blocks: readonly string[]): string[] {
  return blocks.filter(block => !block.startsWith('#### Initializer ')).map(block => (block.startsWith('#### ')
    ? block.split('\n').filter(line => !/^\||^---$/.test(line)).join('\n').trimEnd().concat('\n\n') : block));
}

/** Headings of which nothing is left. */
function withoutEmpty(blocks: readonly string[]): string[] {
  return blocks.filter((block, index) => {
    if (!block.startsWith('#### ')) {return true;}
    const hasRows = /^\| <code>/m.test(block);
    return hasRows || blocks[index + 1]?.startsWith('##### ') === true || block.startsWith('#### Initializer');
  });
}

function inOrderOfSources(blocks: readonly string[], name: string, { properties = [] }: DocumentedType): string[] {
  const lines = new Map(properties.map(property => [`${name}.property.${property.name}`, property.locationInModule?.line ?? 0]));
  const idOf = (block: string) => /^##### .*<a name="[^"]*" id="([^"]+)"><\/a>/.exec(block)?.[1] ?? '';
  const places = blocks.flatMap((block, index) => (lines.has(idOf(block)) ? [index] : []));
  const sorted = places.map(index => blocks[index]).sort((a, b) => lines.get(idOf(a))! - lines.get(idOf(b))!);
  return blocks.map((block, index) => (places.includes(index) ? sorted[places.indexOf(index)] : block));
}

if (require.main === module) {
  const page = join(ROOT, 'API.md');
  const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  const text = readFileSync(page, 'utf8');
  const short = withoutInherited(text, types);
  writeFileSync(page, short);
  console.log(`API.md: ${text.length} characters became ${short.length}`);
}
