import type { Inventory } from '../../cluster/inventory/inventory';
import { objectsByName } from '../../cluster/inventory/name-index';
import type { Workload } from '../../cluster/inventory/workload';
import { contentsOf } from '../../cluster/references/content-place';
import { namespaceOf } from '../../private/entry';

/** Paths by which collectors read the logs of every container: those of some namespaces have names in them. */
const ALL_FILES = /\/var\/log\/containers\/\*\.log\b|\/var\/log\/pods\/\*\/\*\/\*\.log/;

/** What narrows Vector's source for containers. */
const NARROWED = /\b(include_paths_glob_patterns|extra_(field|label|namespace_label)_selector)\b/;

/** Whether a workload reads the logs of all containers of its nodes, by the ConfigMaps of the input that it takes. */
export function readsAllContainers(workload: Workload, inventory: Inventory): boolean {
  const namespace = namespaceOf(workload);
  const names = new Set(contentsOf(workload).filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => name));
  return [...names].some(name => {
    const data = objectsByName(inventory, 'ConfigMap').get(namespace, name)?.object.data ?? {};
    return Object.values(data).some(text => typeof text === 'string' && readsAll(text));
  });
}

function readsAll(text: string): boolean {
  return ALL_FILES.test(text) || /\bkubernetes_logs\b/.test(text) && !NARROWED.test(text);
}
