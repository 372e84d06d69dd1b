import { API_TABLE } from './api-table';

/** A type in the words of the table: `text`, `late`, `number`, `boolean`, `any`, a name, `[` and the type of the entries of a list, `{` and that of the values of a map. */
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

let sections: ReadonlyMap<string, readonly string[]> | undefined;
const types = new Map<string, ApiType | undefined>();

/** A type of the public API by its name; undefined where it is of another package. */
export function apiType(name: string): ApiType | undefined {
  if (!types.has(name)) {types.set(name, parse(name));}
  return types.get(name);
}

/** The names of all types, for tests that go through the whole API. */
export function apiTypeNames(): string[] {
  return [...sectionsOf().keys()];
}

/** The lines of each type, its first line first. A type is read when it is first asked for: most apps use few. */
function sectionsOf(): ReadonlyMap<string, readonly string[]> {
  if (sections === undefined) {
    const read = new Map<string, string[]>();
    let lines: string[] = [];
    for (const line of API_TABLE.slice(1, -1).split(/\n(?! )/)) {
      if (line.startsWith('static ') || line.startsWith('method ')) {
        lines.push(line);
      } else {
        lines = [line];
        read.set(line.split(/\s/, 2)[1], lines);
      }
    }
    sections = read;
  }
  return sections;
}

function parse(name: string): ApiType | undefined {
  const [head, ...methods] = sectionsOf().get(name) ?? [];
  if (head === undefined) {return undefined;}
  const [kind, , ...words] = head.split(/\s+/);
  switch (kind) {
    case 'class': return { kind, signatures: methods.map(signatureOf) };
    case 'struct': return { kind, members: new Map(words.flatMap(membersOf)) };
    case 'enum': return { kind, values: new Set(words.map(word => JSON.parse(word) as string)) };
    default: return { kind: 'interface', methods: words };
  }
}

function signatureOf(line: string): Signature {
  const [how, method, ...words] = line.split(/\s+/);
  const returned = words.find(word => word.startsWith('='))?.slice(1);
  return { method, isStatic: how === 'static', parameters: words.filter(word => !word.startsWith('=')).map(memberOf), ...returned !== undefined && { returned } };
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
