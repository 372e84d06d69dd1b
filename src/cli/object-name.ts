import { printable } from './printable';
import { placeIn } from '../cluster/inventory/read/input-error';
import { describeEntry, Entry, namespaceFor, namespaceOf } from '../private/entry';

/** `node-agents/logs` */
export function pathOf(entry: Entry): string {
  return `${namespaceOf(entry)}/${entry.name}`;
}

/** An object in words, with the namespace in which it ends up: `DaemonSet node-agents/logs`. */
export function titleOf(entry: Entry): string {
  return printable(describeEntry({ ...entry, namespace: namespaceFor(entry), name: entry.name === '' ? '(no name)' : entry.name }));
}

/** Where an object is written: `agents.yaml:12`. */
export function writtenAt({ source: { file, line } }: Entry): string {
  return file === undefined ? '' : printable(placeIn(file, line));
}
