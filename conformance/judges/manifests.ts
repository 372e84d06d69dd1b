import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const ROOT = join(__dirname, '..', '..');

/** A file of objects: what the library wrote and is committed, or a fixture. */
export interface Manifest {
  /** Its path from the root of the repository. */
  readonly name: string;
  readonly path: string;
  readonly objects: readonly any[];
}

/** All YAML that the library wrote and that is committed. */
export function committedManifests(): Manifest[] {
  const expected = folders(join(ROOT, 'examples')).map((example) => join(ROOT, 'examples', example, 'expected'));
  const examples = expected.filter((folder) => existsSync(folder)).flatMap(yamlOf);
  const golden = yamlOf(join(ROOT, 'test', 'golden'));
  if (examples.length === 0 || golden.length === 0) throw new Error('found no YAML of examples, or no golden YAML');
  return [...examples, ...golden];
}

/** What a judge must refuse, lest it judges nothing. */
export function badManifest(judge: string): Manifest {
  return readManifest(join(__dirname, 'fixtures', `${judge}.yaml`));
}

export function readManifest(path: string): Manifest {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), { uniqueKeys: false });
  return { name: relative(ROOT, path), path, objects: documents.map((document) => document.toJS()).filter((object) => object !== null) };
}

/** How findings name an object: its kind, its namespace if it has one, its name. */
export function objectName(object: any): string {
  return [object.kind, object.metadata?.namespace, object.metadata?.name].filter((part) => part !== undefined).join('/');
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function yamlOf(folder: string): Manifest[] {
  return readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort().map((file) => readManifest(join(folder, file)));
}
