import { groupOf } from '../../cluster/inventory/inventory';
import { Entry, namespaceFor } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** What tells an object of a cluster from all others: its version is no part of it. */
export function objectKey(entry: Entry): string {
  return `${groupOf(entry.apiVersion)}/${entry.kind}/${namespaceFor(entry) ?? ''}/${entry.name}`;
}

/** What a cluster makes by itself, and nobody applies. */
const OBSERVED: ReadonlySet<string> = new Set([
  'ComponentStatus', 'ControllerRevision', 'CSINode', 'CSIStorageCapacity', 'Endpoints', 'EndpointSlice', 'Event', 'Lease', 'Node',
  'ReplicaSet', 'VolumeAttachment',
]);

/** Whether a cluster made the object, so that a change of it is no part of a plan. */
function isObserved({ kind, name, object }: Entry): boolean {
  const owners: Wire[] = object.metadata?.ownerReferences ?? [];
  return OBSERVED.has(kind) || owners.some(({ controller }) => controller === true) || kind === 'Pod' && object.status !== undefined
    || kind === 'ConfigMap' && name === 'kube-root-ca.crt' || kind === 'ServiceAccount' && name === 'default'
    || kind === 'Secret' && object.type === 'kubernetes.io/service-account-token';
}

/** The objects that someone applies, by what tells them apart: of two that are one to the cluster the last one counts. */
export function objectsByKey(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.filter(entry => !isObserved(entry)).map(entry => [objectKey(entry), entry]));
}
