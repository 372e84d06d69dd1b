/** What was given, and the defaults for what was not: also for a property that is there with the value undefined. */
export function withDefaults<T extends object, D extends object>(given: T, defaults: D): T & D {
  const result = { ...defaults } as { [name: string]: unknown };
  for (const name in given) {
    if (given[name] !== undefined) {result[name] = given[name];}
  }
  return result as T & D;
}
