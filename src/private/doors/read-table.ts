import { API_TABLE } from './api-table';

/**
 * A type in the words of the table: `text`, `late`, `number`, `boolean`, `any`, a name, `[` and the type of the entries of a list, `{` and
 * that of the values of a map.
 */
export type TypeText = string;

/** A parameter of a method, or a member of a struct. */
export interface Member {
  readonly name: string;
  readonly type: TypeText;
  readonly isOptional: boolean;
  /** Whether it takes all further arguments. */
  readonly isVariadic: boolean;
}

export interface Signature {
  readonly method: string;
  readonly isStatic: boolean;
  readonly parameters: readonly Member[];
  /** What it gives back, unless that is nothing, or for a static method its own class. */
  readonly returned?: TypeText;
}

/** A named type of the API. */
export type ApiType =
  | { readonly kind: 'class'; readonly signatures: readonly Signature[] }
  | { readonly kind: 'struct'; readonly members: ReadonlyMap<string, Member> }
  | { readonly kind: 'enum'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'interface'; readonly methods: readonly string[] };

const types = new Map<string, ApiType | undefined>();

/** Where the lines of each type begin and end. */
let places: ReadonlyMap<string, readonly [start: number, end: number]> | undefined;

/** A type of the public API by its name; undefined where it is of another package. */
export function apiType(name: string): ApiType | undefined {
  if (!types.has(name)) {types.set(name, parse(name));}
  return types.get(name);
}

/** The names of all types, for tests that go through the whole API. */
export function apiTypeNames(): string[] {
  return [...placesOf().keys()];
}

/** A line of a method, of which little is read before it is called. */
export interface MethodLine {
  readonly method: string;
  readonly isStatic: boolean;
  readonly hasParameters: boolean;
  /** For `signatureOf`. */
  readonly line: string;
}

/** The methods of a class, for code that prepares all of them: most are never called. Undefined for a class that is not public. */
export function methodLines(name: string): MethodLine[] | undefined {
  const [head, ...lines] = linesOf(name);
  return head?.startsWith('class ') ? lines.map(methodLine) : undefined;
}

function methodLine(line: string): MethodLine {
  const start = line.indexOf(' ') + 1;
  const end = line.indexOf(' ', start);
  return {
    method: end < 0 ? line.slice(start) : line.slice(start, end), isStatic: line.startsWith('static '),
    hasParameters: end >= 0 && line[end + 1] !== '=', line,
  };
}

/** A type is read when it is first asked for: most apps use few. */
function placesOf(): ReadonlyMap<string, readonly [start: number, end: number]> {
  if (places === undefined) {
    const heads = [...API_TABLE.matchAll(/^(?:class|struct|enum|interface) (\S+)/gm)];
    places = new Map(heads.map(({ 1: name, index }, at) => [name, [index, heads[at + 1]?.index ?? API_TABLE.length]]));
  }
  return places;
}

/** The lines of a type, its first line first; none where there is no such type. A line that goes on begins with a blank. */
function linesOf(name: string): string[] {
  const place = placesOf().get(name);
  return place === undefined ? [] : API_TABLE.slice(place[0], place[1] - 1).split(/\n(?! )/);
}

function parse(name: string): ApiType | undefined {
  const [head, ...methods] = linesOf(name);
  if (head === undefined) {return undefined;}
  const [kind, , ...words] = head.split(/\s+/);
  switch (kind) {
    case 'class': return { kind, signatures: methods.map(signatureOf) };
    case 'struct': return { kind, members: new Map(words.flatMap(membersOf)) };
    case 'enum': return { kind, values: new Set(words.map(word => JSON.parse(word) as string)) };
    default: return { kind: 'interface', methods: words };
  }
}

/** What a method takes and gives back, by its line. */
export function signatureOf(line: string): Signature {
  const [how, method, ...words] = line.split(/\s+/);
  const returned = words.find(word => word.startsWith('='))?.slice(1);
  return {
    method, isStatic: how === 'static', parameters: words.filter(word => !word.startsWith('=')).map(memberOf),
    ...returned !== undefined && { returned },
  };
}

/** A member of a struct, or all of a struct that it extends. */
function membersOf(word: string): Array<readonly [name: string, member: Member]> {
  if (!word.startsWith('<')) {
    const member = memberOf(word);
    return [[member.name, member]];
  }
  const base = apiType(word.slice(1));
  return base?.kind === 'struct' ? [...base.members] : [];
}

function memberOf(word: string): Member {
  const colon = word.indexOf(':');
  const mark = word[colon - 1];
  return {
    name: mark === '?' || mark === '*' ? word.slice(0, colon - 1) : word.slice(0, colon), type: word.slice(colon + 1),
    isOptional: mark === '?', isVariadic: mark === '*',
  };
}
