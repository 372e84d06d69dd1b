import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '../../fields/field-table';

/** The definitions of the OpenAPI v2 file of a release, by their full names. */
export interface Definitions {
  readonly [fullName: string]: Schema;
}

const MODULE = join(__dirname, '..', '..', '..', 'conformance');
const REF = '#/definitions/';

/** The definitions of the Kubernetes that conformance/go.mod names. */
export function readDefinitions(): Definitions {
  const directory = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'k8s.io/kubernetes'], { cwd: MODULE, encoding: 'utf8' }).trim();
  return (JSON.parse(readFileSync(join(directory, 'api/openapi-spec/swagger.json'), 'utf8')) as {
    readonly definitions: Definitions;
  }).definitions;
}

/** What a value may be: scalars by their format where they have one. */
export type Shape =
  | { readonly kind: 'string' | 'bytes' | 'integer' | 'boolean' | 'quantity' | 'int-or-string' | 'time' | 'any' }
  | { readonly kind: 'list' | 'map'; readonly of: Schema }
  | { readonly kind: 'object'; readonly fields: { readonly [name: string]: Schema }; readonly required: readonly string[] };

/** The shape that a schema means. */
export function shapeOf(definitions: Definitions, schema: Schema): Shape {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(REF.length);
    if (name.endsWith('.Quantity')) {return { kind: 'quantity' };}
    return shapeOf(definitions, definitions[name]);
  }
  if (schema.type === 'array') {return { kind: 'list', of: schema.items! };}
  if (schema.properties) {return { kind: 'object', fields: schema.properties, required: schema.required ?? [] };}
  if (schema.additionalProperties) {return { kind: 'map', of: schema.additionalProperties };}
  switch (schema.type) {
    case 'string': return {
      kind: schema.format === 'byte'
        ? 'bytes'
        : schema.format === 'date-time' ? 'time' : schema.format === 'int-or-string' ? 'int-or-string' : 'string',
    };
    case 'integer': return { kind: 'integer' };
    case 'boolean': return { kind: 'boolean' };
    default: return { kind: 'any' };
  }
}

/** The schema of a kind. */
export function schemaOfKind(definitions: Definitions, apiVersion: string, kind: string): Schema {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const found = Object.entries(definitions).find(([, schema]) =>
    schema['x-kubernetes-group-version-kind']?.some(each => each.group === group && each.version === version && each.kind === kind));
  if (found === undefined) {throw new Error(`no definition of ${apiVersion} ${kind}`);}
  return { $ref: `${REF}${found[0]}` };
}
