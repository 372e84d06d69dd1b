import type { Acceptance } from './acceptance';
import { groupOf } from '../../cluster/inventory/inventory';
import { byText, Wire } from '../../private/wire';

/** An object, and all that was accepted of it. */
export interface AcceptedObject {
  readonly object: Acceptance['object'];
  readonly manifest: Wire;
  readonly acceptances: readonly Acceptance[];
}

/** Acceptances by their objects, in the order of these. */
export function acceptedObjects(acceptances: readonly Acceptance[]): AcceptedObject[] {
  const byObject = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    const key = objectKey(acceptance.object);
    byObject.set(key, [...byObject.get(key) ?? [], acceptance]);
  }
  return [...byObject].sort(([a], [b]) => byText(a, b))
    .map(([, given]) => ({ object: given[0].object, manifest: given[0].manifest, acceptances: given }));
}

/** What tells objects apart in a cluster; another version is the same object. */
export function objectKey({ apiVersion, kind, name, namespace = '' }: Acceptance['object']): string {
  return [kind, groupOf(apiVersion), namespace, name].join('/');
}
