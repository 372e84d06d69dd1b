import type { SnapshotOptions } from './snapshot-options';
import { parseImage } from '../cluster/image';
import { plainScalar } from '../cluster/inventory/read/yaml-scalar';
import { nameBeforeHash } from '../cluster/restart/content-hashes';
import { Entry, isMap } from '../private/entry';
import { byText, Wire } from '../private/wire';

/**
 * Objects as YAML that changes only with them: by kind, namespace and name, with sorted keys, and without what is masked.
 */
export function snapshotText(entries: readonly Entry[], { maskImages, maskChecksums, kinds }: SnapshotOptions): string {
  const hashed = new Map(maskChecksums ? entries.flatMap(entry => {
    const before = nameBeforeHash(entry);
    return before === undefined ? [] : [[entry.name, `${before}-<hash>`] as const];
  }) : []);
  const mask: Mask = (value, key, parent) => {
    if (maskImages && key === 'image' && typeof parent?.name === 'string') {return withoutVersion(value);}
    if (maskChecksums && key !== undefined && /checksum|hash|sha\d*sum/i.test(key)
      && /^[0-9A-Za-z+/=_-]{7,}$/.test(value)) {return '<hash>';}
    return hashed.get(value) ?? value;
  };
  return entries.filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .sort((a, b) => byText(a.kind, b.kind) || byText(a.namespace ?? '', b.namespace ?? '') || byText(a.name, b.name))
    .map(({ object }) => yamlText(arranged(object, mask)))
    .join('---\n');
}

/** Quotes stand around every text that Kubernetes would read as something else. */
function yamlText(object: Wire): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { Document, visit } = require('yaml') as typeof import('yaml');
  const document = new Document(object, { aliasDuplicateObjects: false, version: '1.1' });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value)) {node.type = 'QUOTE_DOUBLE';}
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** A block of lines would lose blanks at its begin, and in lines that have nothing else. */
function needsQuotes(text: string): boolean {
  return plainScalar(text) !== text || text.includes('\n') && /^\s|^[ \t]+$/m.test(text);
}

type Mask = (value: string, key: string | undefined, parent: Wire | undefined) => string;

/** The order in which people read an object. */
const FIRST = ['apiVersion', 'kind', 'metadata'];

function arranged(object: Wire, mask: Mask): Wire {
  const keys = [...FIRST.filter(key => object[key] !== undefined), ...Object.keys(object).filter(key => !FIRST.includes(key)).sort(byText)];
  return Object.fromEntries(keys.map(key => [key, sorted(object[key], mask, key, object)]));
}

function sorted(value: unknown, mask: Mask, key?: string, parent?: Wire): unknown {
  if (typeof value === 'string') {return mask(value, key, parent);}
  if (Array.isArray(value)) {return value.map(entry => sorted(entry, mask));}
  if (!isMap(value)) {return value;}
  const keys = Object.keys(value).filter(each => value[each] !== undefined && value[each] !== null).sort(byText);
  return Object.fromEntries(keys.map(each => [each, sorted(value[each], mask, each, value)]));
}

function withoutVersion(image: string): string {
  const parts = parseImage(image);
  return parts === undefined ? image : `${parts.registry === undefined ? '' : `${parts.registry}/`}${parts.repository}:<version>`;
}
