import { isMap } from '../entry';

/**
 * The fields by which Kubernetes tells the entries of its lists apart, the most telling first: a mount has the `name` of its volume, which
 * others have too.
 */
const KEYS = ['mountPath', 'devicePath', 'name', 'key', 'topologyKey', 'containerPort', 'port', 'ip'];

/** What tells an entry of a list apart. */
export interface ListKey {
  readonly field: string;
  readonly value: string | number;
}

/** The key of an entry; undefined where it has none, as in lists of texts. */
export function keyOf(entry: unknown): ListKey | undefined {
  if (!isMap(entry)) {return undefined;}
  const field = KEYS.find(each => typeof entry[each] === 'string' || typeof entry[each] === 'number');
  return field === undefined ? undefined : { field, value: entry[field] };
}

/** Whether an entry has a key. */
export function hasKey(entry: unknown, { field, value }: ListKey): boolean {
  return isMap(entry) && entry[field] === value;
}

/** The step to an entry: by its key where only it has that key, by its place otherwise. */
export function entryStep(list: readonly unknown[], index: number): string {
  const key = keyOf(list[index]);
  return key !== undefined && list.filter(entry => hasKey(entry, key)).length === 1 ? keyStep(key) : `[${index}]`;
}

/** The step to the entry with a key. */
export function keyStep({ field, value }: ListKey): string {
  return `[${field}=${value}]`;
}
