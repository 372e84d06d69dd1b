import { SCALAR_LETTERS } from '../../src/private/fields/parse-table';

/** The parts of an OpenAPI v2 schema that the table is made from. */
export interface Schema {
  readonly '$ref'?: string;
  readonly 'type'?: string;
  readonly 'format'?: string;
  readonly 'items'?: Schema;
  readonly 'additionalProperties'?: Schema;
  readonly 'properties'?: { readonly [name: string]: Schema };
  readonly 'required'?: readonly string[];
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

/** The definitions of one minor of Kubernetes, by their full names. */
export interface Release {
  readonly minor: number;
  readonly definitions: { readonly [fullName: string]: Schema };
}

/** Kinds by apiVersion. */
export interface Kinds {
  readonly [apiVersion: string]: readonly string[];
}

const LINE = 139;
const REF = '#/definitions/';

/**
 * The compact table of everything reachable from the kinds, as src/private/fields/parse-table.ts reads it. Releases run from old to new.
 */
export function fieldTable(releases: readonly Release[], kinds: Kinds): string {
  const versions = apiVersions(releases, kinds);
  const reachable = new Set(releases.flatMap((release) => [...reach(release, versions.keys())]));
  const objects = [...reachable].filter((fullName) => releases.some((release) => release.definitions[fullName]?.properties));
  const writer = new TableWriter(releases, shortNames(objects));
  return objects
    .map((fullName) => writer.definition(fullName, versions.get(fullName)))
    .sort((one, other) => (one < other ? -1 : 1))
    .map(wrap)
    .join('\n');
}

/** Full names to short ones: the last segment, with the group in front where two definitions share it. */
export function shortNames(fullNames: readonly string[]): Map<string, string> {
  const forms = [-1, -3].map((from) => (fullName: string) => {
    const segments = fullName.split('.');
    return from === -1 ? segments[segments.length - 1] : `${segments[segments.length - 3]}.${segments[segments.length - 1]}`;
  });
  return new Map(fullNames.map((fullName) => {
    const form = forms.find((candidate) => fullNames.filter((other) => candidate(other) === candidate(fullName)).length === 1);
    if (form === undefined) throw new Error(`two definitions have the same group and name as ${fullName}`);
    return [fullName, form(fullName)];
  }));
}

/** The apiVersion of each kind, by the full name of its definition. */
function apiVersions(releases: readonly Release[], kinds: Kinds): Map<string, string> {
  const found = new Map<string, string>();
  for (const [fullName, schema] of releases.flatMap((release) => Object.entries(release.definitions))) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      const apiVersion = group === '' ? version : `${group}/${version}`;
      if (kinds[apiVersion]?.includes(kind)) found.set(fullName, apiVersion);
    }
  }
  const wanted = Object.values(kinds).flat().length;
  if (found.size !== wanted) throw new Error(`found ${found.size} of ${wanted} kinds`);
  return found;
}

function reach({ definitions }: Release, from: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let fullName = open.pop(); fullName !== undefined; fullName = open.pop()) {
    const schema = definitions[fullName];
    if (schema === undefined || seen.has(fullName)) continue;
    seen.add(fullName);
    open.push(...Object.values(schema.properties ?? {}).map(target).filter((name) => name !== undefined));
  }
  return seen;
}

/** The definition that a field leads to, through lists and maps. */
function target(schema: Schema): string | undefined {
  const inner = schema.items ?? schema.additionalProperties;
  return inner === undefined ? schema.$ref?.slice(REF.length) : target(inner);
}

/** Lines stay short enough to read in a diff; a continued line begins with a space. */
export function wrap(line: string): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const current = lines[lines.length - 1];
    if (current !== '' && current.length + 1 + word.length > LINE) lines.push(` ${word}`);
    else lines[lines.length - 1] = current === '' ? word : `${current} ${word}`;
  }
  return lines.join('\n');
}

/** What one release says of a field. */
interface Sighting {
  readonly minor: number;
  readonly schema: Schema;
  readonly required: boolean;
}

class TableWriter {
  private readonly predecessors: Map<string, string>;

  public constructor(private readonly releases: readonly Release[], private readonly names: ReadonlyMap<string, string>) {
    this.predecessors = predecessors(releases, names);
  }

  public definition(fullName: string, apiVersion: string | undefined): string {
    const fields = [...new Set(this.releases.flatMap((release) => Object.keys(this.schemaIn(release, fullName)?.properties ?? {})))];
    const head = apiVersion === undefined ? this.names.get(fullName) : `${this.names.get(fullName)}=${apiVersion}`;
    return [head, ...fields.sort().map((field) => this.field(fullName, field))].join(' ');
  }

  private field(fullName: string, name: string): string {
    const sightings = this.releases.flatMap((release): Sighting[] => {
      const definition = this.schemaIn(release, fullName);
      const schema = definition?.properties?.[name];
      return schema === undefined ? [] : [{ minor: release.minor, schema, required: definition?.required?.includes(name) ?? false }];
    });
    const last = sightings[sightings.length - 1];
    const type = this.type(last.schema);
    const keys = last.schema['x-kubernetes-list-map-keys'];
    return [
      name,
      requirement(sightings),
      type === '' ? '' : `:${type}`,
      keys === undefined ? '' : `(${keys.join(',')})`,
      this.lifetime(`${fullName}.${name}`, sightings.map((sighting) => sighting.minor)),
    ].join('');
  }

  /** `@since-until`, each part only if it differs from the range of the table. */
  private lifetime(field: string, minors: readonly number[]): string {
    const known = this.releases.map((release) => release.minor);
    const [first, last] = [minors[0], minors[minors.length - 1]];
    if (known.filter((minor) => first <= minor && minor <= last).length !== minors.length) throw new Error(`${field} was away for a while`);
    const since = first === known[0] ? '' : String(first);
    const until = last === known[known.length - 1] ? '' : `-${last}`;
    return since + until === '' ? '' : `@${since}${until}`;
  }

  private type(schema: Schema): string {
    if (schema.type === 'array' && schema.items) return `[${this.type(schema.items)}`;
    if (schema.type === 'object' && schema.additionalProperties) return `{${this.type(schema.additionalProperties)}`;
    const fullName = target(schema);
    if (fullName === undefined) {
      return letter(
        schema.format === 'int-or-string' ? schema.format : schema.format === 'int64' ? 'long' : schema.type,
      );
    }
    if (fullName.endsWith('.Quantity')) return letter('quantity');
    return this.names.get(fullName) ?? this.type(this.newest(fullName));
  }

  private newest(fullName: string): Schema {
    const schema = [...this.releases].reverse().map((release) => release.definitions[fullName]).find((found) => found !== undefined);
    if (schema === undefined) throw new Error(`no definition ${fullName}`);
    return schema;
  }

  private schemaIn(release: Release, fullName: string): Schema | undefined {
    return release.definitions[fullName] ?? release.definitions[this.predecessors.get(fullName) ?? ''];
  }
}

function letter(type: string | undefined): string {
  const found = Object.entries(SCALAR_LETTERS).find(([, scalar]) => scalar === type);
  if (found === undefined) throw new Error(`no letter for the type ${type}`);
  return found[0];
}

/** A field that was required in an older minor only says so: targets of that age still refuse the object without it. */
function requirement(sightings: readonly Sighting[]): string {
  if (!sightings.some((sighting) => sighting.required)) return '';
  if (sightings[sightings.length - 1].required) return '!';
  return `!${Math.max(...sightings.filter((sighting) => sighting.required).map((sighting) => sighting.minor))}`;
}

/**
 * Definitions that took the place of another one in a field that stayed, as VolumeResourceRequirements did in claims.
 * Their fields are as old as they were under the earlier name.
 */
function predecessors(releases: readonly Release[], names: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const fullName of names.keys()) {
    const schemas = releases.map((release) => release.definitions[fullName]?.properties ?? {});
    for (const field of new Set(schemas.flatMap((properties) => Object.keys(properties)))) {
      const targets = [...new Set(schemas.filter((properties) => field in properties).map((properties) => target(properties[field])))];
      if (targets.length === 1) continue;
      const [earlier, later] = targets;
      if (targets.length > 2 || earlier === undefined || later === undefined) throw new Error(`${fullName}.${field} changed its type`);
      found.set(later, earlier);
    }
  }
  return found;
}
