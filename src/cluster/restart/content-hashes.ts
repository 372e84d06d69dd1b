import { createHash } from 'node:crypto';
import type { Entry } from '../../private/entry';
import { isMap } from '../../private/entry';
import { byText, Wire } from '../../private/wire';

/** JSON with sorted keys and without what is absent. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {return value.map(sorted);}
  if (!isMap(value)) {return value ?? undefined;}
  const keys = Object.keys(value).filter(key => value[key] !== null && value[key] !== undefined);
  return Object.fromEntries(keys.sort(byText).map(key => [key, sorted(value[key])]));
}

/** The ten letters that kustomize puts behind the name of a generated ConfigMap or Secret. */
const KUSTOMIZE_SUFFIX = /^(.+)-([bcdfghkmt2456789]{10})$/;

/**
 * The name of an object before kustomize put a hash of its content behind it; undefined where the name has no such hash, or that of other
 * content.
 */
export function nameBeforeHash({ kind, name, object }: Entry): string | undefined {
  const [, before, suffix] = KUSTOMIZE_SUFFIX.exec(name) ?? [];
  return before !== undefined && nameHashes(kind, before, object).includes(suffix) ? before : undefined;
}

/** Whether a name looks as if kustomize had made it. */
export function looksHashed(name: string): boolean {
  return KUSTOMIZE_SUFFIX.test(name);
}

/**
 * As kustomize computes it (api/hasher), and `kubectl create --append-hash` (pkg/util/hash): a hash of kind, name and content as Go writes
 * them as JSON, in an alphabet that spells no words. kustomize looks for the name in the wrong place, and takes the empty text.
 */
function nameHashes(kind: string, name: string, { type = '', data, binaryData, stringData }: Wire): string[] {
  const more = kind === 'Secret' ? { type, stringData } : { binaryData };
  return [{ kind, name: '', data: data ?? '', ...more }, { kind, name, data: data ?? EMPTY, ...more }].map(content => {
    const text = canonicalJson(content).replace(
      `"${EMPTY}"`, 'null',
    ).replace(/[<>&\u2028\u2029]/g, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return [...digest('sha256', text).slice(0, 10)].map(digit => LETTERS[digit] ?? digit).join('');
  });
}

/** Go writes what is not there as null. */
const EMPTY = '(null)';

const LETTERS: { readonly [digit: string]: string } = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** Whether a text is a usual hash of the content of an object, whole or cut: of all of it as JSON, or of one of its values. */
export function isHashOf(text: string, { data = {}, binaryData = {}, stringData = {} }: Wire): boolean {
  const contents = [data, canonicalJson(data), canonicalJson({ data, binaryData, stringData })]
    .concat(Object.values(data ?? {}), Object.values(binaryData ?? {}), Object.values(stringData ?? {}))
    .map(content => (typeof content === 'string' ? content : JSON.stringify(content)));
  return text.length >= 8
    && contents.some(content => ['sha256', 'sha1', 'md5'].some(algorithm => digest(algorithm, content).startsWith(text.toLowerCase())));
}

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}
