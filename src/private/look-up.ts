/**
 * What a table says of a name that someone gave; undefined for `constructor` and everything else that every object of JavaScript inherits.
 */
export function lookUp<T>(table: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return table !== undefined && table !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
