import { hostMountsIn } from '../host-state/host-mounts';
import type { Workload } from '../inventory/workload';

/** What a workload may do on its nodes, in words, each once: namespaces, rights of containers, ports and paths. */
export function grantedAccess(workload: Workload): string[] {
  const { rights, hostPorts, hostNetwork } = workload.facts;
  const paths = new Map<string, boolean>();
  for (const { path, isWritable } of hostMountsIn(workload)) {paths.set(path, isWritable || paths.get(path) === true);}
  return [...new Set([
    ...rights.map(({ name, container }) => (container === undefined ? name : `${name} (container ${container})`)),
    ...hostNetwork ? [] : hostPorts.map(({ port, protocol }) => `port ${port}/${protocol}`),
    ...[...paths].map(([path, isWritable]) => `${path} (${isWritable ? 'writable' : 'read-only'})`),
  ])];
}
