import { entriesOf, isMap } from '../private/entry';
import type { Manifests } from '../testing/manifests';
import { snapshotText } from '../testing/snapshot';

/** Prints manifests in snapshots as sorted YAML: `testing.Manifests`, and lists of objects such as `chart.toJson()` gives. */
export const snapshotSerializer = {
  test(value: unknown): boolean {
    return isManifests(value) || Array.isArray(value) && value.length > 0 && value.every(isObject);
  },
  serialize(value: unknown): string {
    return isManifests(value) ? value.toSnapshot() : snapshotText((value as object[]).flatMap(object => entriesOf(object)), {});
  },
};

function isManifests(value: unknown): value is Manifests {
  return typeof (value as Partial<Manifests> | null | undefined)?.toSnapshot === 'function';
}

function isObject(value: unknown): boolean {
  return isMap(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string';
}
