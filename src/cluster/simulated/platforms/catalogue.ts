import type { NodeShape } from '../node-manifest';
import { SimulatedNode } from '../simulated-node';

/** The nodes of a platform. */
export interface Catalogue<Name extends string> {
  one(name: Name): SimulatedNode;
  all(): SimulatedNode[];
}

/** Nodes from a table: each is called by its key. */
export function catalogue<Name extends string>(shapes: { readonly [name in Name]: NodeShape }): Catalogue<Name> {
  const one = (name: Name) => SimulatedNode._of(name, shapes[name]);
  return { one, all: () => (Object.keys(shapes) as Name[]).map(one) };
}
