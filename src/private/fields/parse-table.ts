/** What a value may be. Lists whose items are identified by some of their fields name those fields. */
export type FieldType =
  | { readonly kind: Scalar }
  | { readonly kind: 'list'; readonly of: FieldType; readonly mapKeys: readonly string[] }
  | { readonly kind: 'map'; readonly of: FieldType }
  | { readonly kind: 'definition'; readonly definition: string };

export type Scalar = 'string' | 'integer' | 'long' | 'number' | 'boolean' | 'int-or-string' | 'quantity' | 'object';

/** One field of the Kubernetes API. Minors are those of Kubernetes 1.x. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** The first minor that has the field; the oldest of the table means "that one or earlier". */
  readonly since: number;
  /** The last minor that has it, if the newest of the table does not. */
  readonly until?: number;
  /** Whether any minor requires it. */
  readonly required: boolean;
  /** The last minor that requires it, if a later one does not. */
  readonly requiredUntil?: number;
}

/** An object of the Kubernetes API: a kind, or a part of one. */
export interface Definition {
  readonly name: string;
  /** For kinds: the apiVersion that an object of the kind carries. */
  readonly apiVersion?: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** The letters of the table; a string has none, because nearly half of the fields are strings. Integers have 32 bits, long ones 64. */
export const SCALAR_LETTERS: { readonly [letter: string]: Scalar } = {
  '': 'string',
  'i': 'integer',
  'l': 'long',
  'n': 'number',
  'b': 'boolean',
  'x': 'int-or-string',
  'q': 'quantity',
  'o': 'object',
};

const FIELD = /^(?<name>[^!:@]+)(?<required>!(?<requiredUntil>\d+)?)?(?::(?<type>[^(@]*)(?:\((?<keys>[^)]*)\))?)?(?:@(?<since>\d+)?(?:-(?<until>\d+))?)?$/;

/**
 * Reads the compact table:
 *
 *     table       one definition per line; a line that begins with a space continues the one above
 *     definition  Name [=apiVersion] {' ' field}
 *     field       name ['!' [last minor that requires it]] [':' type ['(' list-map keys, with commas ')']] ['@' [since] ['-' until]]
 *     type        {'[' list of | '{' map of} (a letter of SCALAR_LETTERS | Name of a definition)
 *
 * `ports:[ContainerPort(containerPort,protocol)` is a list of ContainerPort with two keys, `limits:{q` a map of quantities,
 * `hostnameOverride@34` a string that came with 1.34, `value!35:i` an integer that 1.36 no longer requires.
 */
export function parseTable(table: string, oldest: number): Map<string, Definition> {
  return new Map(linesOf(table).map((line) => parseDefinition(line, oldest)).map((definition) => [definition.name, definition]));
}

/**
 * Reads the table of scopes, whose keys are `group/Kind`, and which says of each whether its objects have no namespace:
 *
 *     table  one group per line; a line that begins with a space continues the one above
 *     group  ('core' | name of the group) {' ' Kind ['*' where its objects have no namespace]}
 *
 * A kind has one scope in all versions of its group.
 */
export function parseScopes(table: string): Map<string, boolean> {
  return new Map(linesOf(table).flatMap((line) => {
    const [group, ...kinds] = line.split(' ');
    return kinds.map((kind): [string, boolean] => [`${group}/${kind.replace('*', '')}`, kind.endsWith('*')]);
  }));
}

function linesOf(table: string): string[] {
  return table.replace(/\n /g, ' ').split('\n').filter((line) => line !== '');
}

function parseDefinition(line: string, oldest: number): Definition {
  const [head, ...fields] = line.split(' ');
  const [name, apiVersion] = head.split('=');
  return {
    name,
    ...apiVersion === undefined ? {} : { apiVersion },
    fields: new Map(fields.map((text) => parseField(text, oldest)).map((field) => [field.name, field])),
  };
}

function parseField(text: string, oldest: number): Field {
  const parts = FIELD.exec(text)?.groups;
  if (parts === undefined) throw new Error(`the field table has an unreadable field: ${text}`);
  return {
    name: parts.name,
    type: parseType(parts.type ?? '', parts.keys?.split(',') ?? []),
    since: parts.since === undefined ? oldest : Number(parts.since),
    ...parts.until === undefined ? {} : { until: Number(parts.until) },
    required: parts.required !== undefined,
    ...parts.requiredUntil === undefined ? {} : { requiredUntil: Number(parts.requiredUntil) },
  };
}

function parseType(text: string, mapKeys: readonly string[]): FieldType {
  if (text.startsWith('[')) return { kind: 'list', of: parseType(text.slice(1), []), mapKeys };
  if (text.startsWith('{')) return { kind: 'map', of: parseType(text.slice(1), []) };
  const scalar = SCALAR_LETTERS[text];
  return scalar === undefined ? { kind: 'definition', definition: text } : { kind: scalar };
}
