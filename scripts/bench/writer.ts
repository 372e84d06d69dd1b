import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import type * as Document from '../../src/private/yaml/document';

const ROOT = join(__dirname, '..', '..');
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { documentText }: typeof Document = require(join(ROOT, 'lib', 'private', 'yaml', 'document'));

/** How many times less processor time our writer takes than that of cdk8s, for the same bytes: all goldens and examples. */
export function writerRatio(rounds: number): number {
  const objects = [join('test', 'golden'), 'examples'].flatMap(folder => objectsBelow(join(ROOT, folder)));
  const ours = () => objects.map(object => `${String(documentText(object))}\n`).join('---\n');
  const theirs = () => Yaml.stringify(...objects);
  if (ours() !== theirs()) {throw new Error('the two writers do not write the same bytes');}
  const ratios = Array.from({ length: rounds }, () => {
    // one after the other, so that a busy machine slows both
    const [one, other] = [time(theirs), time(() => Array.from({ length: REPEATED }, ours)) / REPEATED];
    return one / other;
  });
  return ratios.slice(Math.floor(rounds / 3)).sort((a, b) => a - b)[Math.floor(rounds / 3)];
}

/** Ours is too short to be timed once. */
const REPEATED = 10;

function objectsBelow(folder: string): object[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml')).sort()
    .flatMap(name => parseAllDocuments(readFileSync(join(folder, name), 'utf8'), { version: '1.1' }))
    .map(document => document.toJS() as object | null)
    .filter((object): object is object => object !== null);
}

function time(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
