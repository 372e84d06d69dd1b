import { printable } from './printable';
import { placeIn } from '../cluster/inventory/read/input-error';
import { describeEntry, Entry, namespaceOf } from '../private/entry';
import { definitionOfKind } from '../private/fields/fields';

/** The kinds of Kubernetes that stand in no namespace, as far as the table of fields has them. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'CSIDriver', 'ClusterRole', 'ClusterRoleBinding', 'Namespace', 'Node', 'PriorityClass', 'RuntimeClass', 'StorageClass',
]);

/** The namespace in which an object ends up; of custom resources, whose kinds may have none, the one that is written. */
export function namespaceShown(entry: Entry): string | undefined {
  const isNamespaced = definitionOfKind(entry.apiVersion, entry.kind) !== undefined && !CLUSTER_SCOPED.has(entry.kind);
  return isNamespaced ? namespaceOf(entry) : entry.namespace;
}

/** `node-agents/logs` */
export function pathOf(entry: Entry): string {
  return `${namespaceOf(entry)}/${entry.name}`;
}

/** An object in words, with the namespace in which it ends up: `DaemonSet node-agents/logs`. */
export function titleOf(entry: Entry): string {
  return printable(describeEntry({ ...entry, namespace: namespaceShown(entry), name: entry.name === '' ? '(no name)' : entry.name }));
}

/** Where an object is written: `agents.yaml:12`. */
export function writtenAt({ source: { file, line } }: Entry): string {
  return file === undefined ? '' : printable(placeIn(file, line));
}
