import { isMisreadNumber } from './problem';
import { isWritable, scalar } from './scalar';

/**
 * A value holds something that JSON has no word for, half of a surrogate pair, or one collection in several places, which cdk8s writes with
 * an anchor.
 */
export const NOT_A_TREE = Symbol('not a tree');

/**
 * A map or a list as cdk8s writes it (`Yaml.stringify`, without the line break at the end), with quotes where some reader would take a text
 * for something else. Several times faster.
 *
 * @param indent the indentation of all lines but the first
 */
export function documentText(value: object, indent: string = ''): string | typeof NOT_A_TREE {
  const writer = new TreeWriter();
  const text = writer.collection(value, indent);
  return writer.isTree ? text : NOT_A_TREE;
}

/** From this length on, a key is marked as such: readers look no further for its colon. */
const LONG_KEY = 1024;

/** Manifests have few different keys. */
const KEYS = new Map<string, string>();
const MANY_KEYS = 4096;

class TreeWriter {
  public isTree = true;
  private readonly seen = new Set<object>();

  public collection(value: object, indent: string): string {
    if (this.seen.has(value)) {
      this.isTree = false;
      return '';
    }
    this.seen.add(value);
    return Array.isArray(value) ? this.list(value, indent) : this.map(value as { readonly [key: string]: unknown }, indent);
  }

  private list(list: readonly unknown[], indent: string): string {
    if (list.length === 0) {return '[]';}
    const inner = `${indent}  `;
    let text = `- ${this.node(list[0], inner)}`;
    for (let index = 1; index < list.length; index++) {text += `\n${indent}- ${this.node(list[index], inner)}`;}
    return text;
  }

  private map(map: { readonly [key: string]: unknown }, indent: string): string {
    const prototype = Object.getPrototypeOf(map);
    if (prototype !== Object.prototype && prototype !== null) {this.isTree = false;}
    const inner = `${indent}  `;
    let text = '';
    for (const key of Object.keys(map)) {
      const value = map[key];
      const written = this.key(key, indent);
      if (text !== '') {text += `\n${indent}`;}
      if (written.length > LONG_KEY) {
        text += `? ${written}\n${indent}: ${this.node(value, inner)}`;
      } else if (isFilled(value)) {
        text += `${written}:\n${inner}${this.collection(value, inner)}`;
      } else {
        text += `${written}: ${this.node(value, inner)}`;
      }
    }
    return text === '' ? '{}' : text;
  }

  private node(value: unknown, indent: string): string {
    switch (typeof value) {
      case 'string': return this.text(value, indent);
      case 'number': return this.number(value);
      case 'boolean': return value ? 'true' : 'false';
      case 'undefined': return 'null';
      case 'object': return value === null ? 'null' : this.collection(value, indent);
      default:
        this.isTree = false;
        return '';
    }
  }

  private text(value: string, indent: string): string {
    if (!isWritable(value)) {this.isTree = false;}
    return scalar(value, 'value', indent);
  }

  private key(key: string, indent: string): string {
    const known = indent === '' ? undefined : KEYS.get(key);
    if (known !== undefined) {return known;}
    if (!isWritable(key)) {this.isTree = false;}
    const written = scalar(key, indent === '' ? 'first key' : 'key', '');
    if (indent !== '' && KEYS.size < MANY_KEYS && key.length <= 64) {KEYS.set(key, written);}
    return written;
  }

  private number(value: number): string {
    if (!Number.isFinite(value)) {this.isTree = false;}
    const text = JSON.stringify(value);
    return isMisreadNumber(value) ? text.replace('e', '.0e') : text;
  }
}

function isFilled(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) {return false;}
  if (Array.isArray(value)) {return value.length > 0;}
  for (const _ in value) {return true;}
  return false;
}
