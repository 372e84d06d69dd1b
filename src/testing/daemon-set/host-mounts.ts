import { HostMount, hostMountsIn } from '../../cluster/host-state/host-mounts';
import type { Workload } from '../../cluster/inventory/workload';
import { byText, Wire } from '../../private/wire';

/** The paths of the node that a pod asks for, whether a container mounts them or not: the kubelet makes and checks them all the same. */
export function hostPathsOf({ pod }: Workload): string[] {
  return sortedOnce((pod.volumes ?? []).flatMap(({ hostPath }: Wire) => (hostPath ? [withoutEnd(hostPath.path)] : [])));
}

/** The paths of the node that a container can write to. */
export function writableHostPathsOf(workload: Workload): string[] {
  return sortedOnce(hostMountsIn(workload).filter(({ isWritable }) => isWritable).map(writtenPath));
}

/** What is mounted, as it is written, with the path below the volume that is mounted in its place. */
export function writtenPath({ volume, mount }: HostMount): string {
  const path = withoutEnd(volume.hostPath.path);
  const below = mount.subPath ?? mount.subPathExpr;
  return below ? `${path === '/' ? '' : path}/${below}` : path;
}

function withoutEnd(path: string): string {
  return path.replace(/(?<=.)[\\/]+$/, '');
}

function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(byText);
}
