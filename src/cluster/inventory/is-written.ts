import type { Entry } from '../../private/entry';

/** Whether someone wrote an object: what a controller made of another one is mended there. Whatever the types of its fields are. */
export function isWritten({ object }: Entry): boolean {
  const owners: unknown = object.metadata?.ownerReferences;
  return !(Array.isArray(owners) && owners.some(owner => owner?.controller === true));
}
