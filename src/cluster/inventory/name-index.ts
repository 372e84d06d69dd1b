import type { Inventory } from './inventory';
import { Entry, namespaceOf } from '../../private/entry';
import { memo } from '../../private/memo';

/** Things by namespace and name. One map in another: a key of both would have to be written out for every question. */
export class NameIndex<T> {
  private readonly byNamespace = new Map<string, Map<string, T>>();

  public get(namespace: string, name: string): T | undefined {
    return this.byNamespace.get(namespace)?.get(name);
  }

  public set(namespace: string, name: string, thing: T): void {
    const byName = this.byNamespace.get(namespace);
    if (byName) {byName.set(name, thing);} else {this.byNamespace.set(namespace, new Map([[name, thing]]));}
  }

  /** Everything of a namespace, by name. */
  public in(namespace: string): ReadonlyMap<string, T> | undefined {
    return this.byNamespace.get(namespace);
  }
}

const indexes = memo((_: Inventory) => new Map<string, NameIndex<Entry>>());

/** The objects of a kind by namespace and name: of two of one name, the last. */
export function objectsByName(inventory: Inventory, kind: string, group: string = ''): NameIndex<Entry> {
  const known = indexes(inventory);
  const key = `${kind}.${group}`;
  let index = known.get(key);
  if (index === undefined) {
    index = new NameIndex();
    known.set(key, index);
    for (const entry of inventory.ofKind(kind, group)) {index.set(namespaceOf(entry), entry.name, entry);}
  }
  return index;
}
