import { isAtOrBelow, isOwnDirectory } from '../../cluster/host-state/host-directories';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { parentsOf } from '../../cluster/host-state/state-collisions';
import type { Workload } from '../../cluster/inventory/workload';
import { byText } from '../../private/wire';

/** What an agent leaves on its nodes when it is removed. */
export interface Leftover {
  readonly path: string;
  /** `state`: a directory of its own. `cni`: configuration or programs of the network. `plugin`: a socket or directory at the kubelet. */
  readonly kind: 'state' | 'cni' | 'plugin';
}

const CNI = ['/etc/cni', '/opt/cni', '/var/lib/cni'];

/** Directories of the node that the pods of an agent can write, and that stay when the pods are gone, by path. */
export function leftoversOf(workload: Workload): Leftover[] {
  const paths = new Map<string, Leftover>();
  for (const { path, isWritable } of hostMountsIn(workload)) {
    const kind = isWritable ? kindOf(path) : undefined;
    if (kind !== undefined) {paths.set(path, { path, kind });}
  }
  return [
    ...paths.values(),
  ].filter(({ path }) => !parentsOf(path).some(parent => paths.has(parent))).sort((a, b) => byText(a.path, b.path));
}

function kindOf(path: string): Leftover['kind'] | undefined {
  if (CNI.some(directory => isAtOrBelow(path, directory))) {return 'cni';}
  if (/\/kubelet\/(?:plugins|plugins_registry|device-plugins)(?:\/|$)/.test(path)) {return 'plugin';}
  return isOwnDirectory(path) ? 'state' : undefined;
}
