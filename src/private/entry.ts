import { isClusterScoped } from './fields/scope';
import type { Wire } from './wire';

/** Where an object was written. */
export interface Source {
  /** The file, as it was named; `-` for standard input. */
  readonly file?: string;
  /** The line on which the object begins, from 1. */
  readonly line?: number;
  /** The construct that makes it. */
  readonly constructPath?: string;
}

/** An object, whoever wrote it, and where it stands. */
export interface Entry {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** As it is written: absent where the object leaves it to whoever applies it, and for objects without one. */
  readonly namespace?: string;
  readonly object: Wire;
  readonly source: Source;
}

/** Whether two entries are one object of the input, of which copies without nulls are made. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  return one.source === other.source && one.kind === other.kind && one.name === other.name && one.namespace === other.namespace;
}

/** The entries of an object: those of its items where it is a list, such as `kubectl get -o yaml` writes. */
export function entriesOf(object: Wire, source: Source = {}): Entry[] {
  if (isList(object)) {
    const kind = String(object.kind).slice(0, -'List'.length);
    return object.items.flatMap((item: Wire) => entriesOf(kind === '' ? item : { apiVersion: object.apiVersion, kind, ...item }, source));
  }
  const { apiVersion = '', kind = '', metadata } = object;
  const { name, generateName = '', namespace } = isMap(metadata) ? metadata : {} as Wire;
  return [{
    apiVersion: String(apiVersion), kind: String(kind), name: String(name ?? generateName), object, source,
    ...typeof namespace === 'string' && namespace !== '' && { namespace },
  }];
}

function isList({ kind, items }: Wire): boolean {
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) && items.every(isMap);
}

/** Whether a value is a map, as objects of Kubernetes are. */
export function isMap(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where `kubectl apply` puts an object that names no namespace. */
const DEFAULT_NAMESPACE = 'default';

/** The namespace in which an object of a namespaced kind ends up. */
export function namespaceOf({ namespace }: { readonly namespace?: string }): string {
  return namespace ?? DEFAULT_NAMESPACE;
}

/**
 * The namespace in which an object ends up: none for kinds without one. Kinds of custom resources may have none, so of those it is the one
 * that is written.
 */
export function namespaceFor(entry: Pick<Entry, 'apiVersion' | 'kind' | 'namespace'>): string | undefined {
  switch (isClusterScoped(entry.apiVersion, entry.kind)) {
    case true: return undefined;
    case false: return namespaceOf(entry);
    default: return entry.namespace;
  }
}

/** An object in words: `DaemonSet node-agents/logs`. */
export function describeEntry({ kind, namespace, name }: Pick<Entry, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
