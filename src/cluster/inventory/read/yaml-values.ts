import type * as Yaml from 'yaml';
import { MAX_DEPTH } from './document-item';
import type { FieldLines } from './field-lines';
import { YamlMistake } from './yaml-documents';
import { plainScalar } from './yaml-scalar';
import { quote } from '../../../private/agent-error';

type Node = Yaml.Node;
type Pair = Yaml.Pair<Node, Node | null>;

/** As many values as the API server and kubectl let aliases stand for. */
const MAX_ALIASED = 400_000;

/** A value that aliases can stand for. */
interface Anchored {
  readonly value: unknown;
  /** How many values it is, with those that aliases in it stand for. */
  readonly size: number;
  /** How many levels there are below it. */
  readonly levels: number;
}

/** What is known while a document is read. */
interface Reading {
  readonly yaml: typeof Yaml;
  readonly anchors: Map<string, Anchored | 'open'>;
  readonly fieldLines?: FieldLines;
  readonly lineOf: (offset: number) => number;
  size: number;
  aliased: number;
  /** The deepest level so far. */
  deepest: number;
}

/**
 * The value of a document, read as kubectl and the API server do. Aliases share what they stand for, so that no text grows into more memory
 * than it has.
 *
 * @throws YamlMistake
 */
export function valueOf(yaml: typeof Yaml, root: unknown, lineOf: (offset: number) => number, fieldLines?: FieldLines): unknown {
  return read(
    { yaml, anchors: new Map(), lineOf, size: 0, aliased: 0, deepest: 0, ...fieldLines && { fieldLines } }, root as Node | null, 0,
  );
}

function read(reading: Reading, node: Node | null, depth: number): unknown {
  if (node === null) {return null;}
  reachLevel(reading, node, depth);
  const { yaml } = reading;
  if (yaml.isAlias(node)) {return readAlias(reading, node, depth);}
  const { anchor } = node as { anchor?: string };
  const readNode = (): unknown => {
    reading.size += 1;
    return yaml.isMap(node)
      ? readMap(reading, node, depth)
      : yaml.isSeq(node) ? readSeq(reading, node, depth) : readScalar(node as Yaml.Scalar);
  };
  return anchor === undefined ? readNode() : readAnchored(reading, anchor, depth, readNode);
}

function reachLevel(reading: Reading, node: Node, depth: number): void {
  if (depth > MAX_DEPTH) {throw new YamlMistake(offsetOf(node), `it is nested more than ${MAX_DEPTH} levels deep`);}
  reading.deepest = Math.max(reading.deepest, depth);
}

function readAnchored(reading: Reading, anchor: string, depth: number, act: () => unknown): unknown {
  const { deepest, size, aliased } = reading;
  reading.anchors.set(anchor, 'open');
  reading.deepest = depth;
  const value = act();
  reading.anchors.set(anchor, { value, size: reading.size + reading.aliased - size - aliased, levels: reading.deepest - depth });
  reading.deepest = Math.max(deepest, reading.deepest);
  return value;
}

function readAlias(reading: Reading, node: Yaml.Alias, depth: number): unknown {
  const found = reading.anchors.get(node.source);
  if (found === undefined) {throw new YamlMistake(offsetOf(node), `nothing before it has the anchor &${node.source}`);}
  if (found === 'open') {throw new YamlMistake(offsetOf(node), `what the anchor &${node.source} stands for contains itself`);}
  reading.aliased += found.size;
  if (reading.aliased > MAX_ALIASED) {throw new YamlMistake(offsetOf(node), `its aliases stand for more than ${MAX_ALIASED} values`);}
  reachLevel(reading, node, depth + found.levels);
  return found.value;
}

function readSeq(reading: Reading, node: Yaml.YAMLSeq, depth: number): unknown[] {
  const result = node.items.map(item => read(reading, item as Node | null, depth + 1));
  if (reading.fieldLines) {
    reading.fieldLines.add(result, new Map(node.items.map((item, index) => [index, reading.lineOf(offsetOf(item as Node | null))])));
  }
  return result;
}

function readMap(reading: Reading, node: Yaml.YAMLMap, depth: number): object {
  const result: { [key: string]: unknown } = {};
  const own = new Set<string>();
  const lines = reading.fieldLines && new Map<string, number>();
  for (const pair of node.items as Pair[]) {
    if (isMerge(reading, pair.key)) {
      merge(reading, pair, depth, result);
      continue;
    }
    const key = readKey(reading, pair.key);
    if (own.has(key)) {throw new YamlMistake(offsetOf(pair.key), `the key ${quote(key)} is there twice`);}
    own.add(key);
    lines?.set(key, reading.lineOf(offsetOf(pair.key)));
    set(result, key, read(reading, pair.value, depth + 1));
  }
  if (lines) {reading.fieldLines!.add(result, lines);}
  return result;
}

/**
 * Other than the specification has it, what is merged replaces what stood before: so does the library that kubectl and the API server read
 * with.
 */
function merge(reading: Reading, { key, value }: Pair, depth: number, into: { [key: string]: unknown }): void {
  const given = read(reading, value, depth + 1);
  const sources = reading.yaml.isSeq(value) ? [...given as unknown[]].reverse() : [given];
  for (const source of sources) {
    if (typeof source !== 'object' || source === null
      || Array.isArray(source)) {throw new YamlMistake(offsetOf(key), '<< merges maps, and this is none');}
    for (const [name, entry] of Object.entries(source)) {set(into, name, entry);}
  }
}

/** An own property whatever its name is. */
function set(map: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    map[key] = value;
  }
}

function readKey({ yaml }: Reading, node: Node): string {
  if (!yaml.isScalar(node)) {throw new YamlMistake(offsetOf(node), 'a key must be a text');}
  const key = readScalar(node);
  if (key === null) {throw new YamlMistake(offsetOf(node), 'a key is missing');}
  return String(key);
}

function isMerge({ yaml }: Reading, node: Node): boolean {
  return yaml.isScalar(node) && node.value === '<<'
    && (node.type === 'PLAIN' && node.tag === undefined || node.tag === 'tag:yaml.org,2002:merge');
}

/** Which values a tag takes. */
const TAGS: { readonly [tag: string]: (value: unknown) => boolean } = {
  bool: value => typeof value === 'boolean',
  int: Number.isInteger,
  float: Number.isFinite,
  null: value => value === null,
};

function readScalar(node: Yaml.Scalar): unknown {
  const text = String(node.value ?? '');
  const tag = node.tag?.replace('tag:yaml.org,2002:', '');
  if (tag === undefined
    ? node.type !== 'PLAIN'
    : !Object.hasOwn(TAGS, tag)) {return tag === 'binary' ? Buffer.from(text, 'base64').toString('utf8') : text;}
  const value = plainScalar(text);
  if (value === undefined) {throw new YamlMistake(offsetOf(node), `${text} is no number of Kubernetes`);}
  if (tag !== undefined && !TAGS[tag](value)) {throw new YamlMistake(offsetOf(node), `${quote(text)} cannot be read as !!${tag}`);}
  return value;
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
