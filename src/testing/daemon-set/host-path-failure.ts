import { hostPathsOf, writtenPath } from './host-mounts';
import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { HostMount, hostMountsIn, tidyPath } from '../../cluster/host-state/host-mounts';
import type { Workload } from '../../cluster/inventory/workload';
import { Difference } from '../../private/compare/difference';
import { pathTo } from '../../private/compare/object-path';
import { nearest } from '../../private/nearest';
import type { HostPathMountOptions } from '../host-path-mount-options';
import type { Failure } from '../message/failure';

/** Why no container mounts a path of the node in this way; undefined where one does. */
export function hostPathFailure(workload: Workload, path: string, options: HostPathMountOptions): Failure | undefined {
  const mounts = hostMountsIn(workload);
  const isMeant = ({ name }: HostMount['container']) => (options.container ?? name) === name;
  const ofPath = mounts.filter(mount => mount.path === tidyPath(path) && isMeant(mount.container));
  const tries = ofPath.map(mount => differencesOf(workload, mount, options)).sort((a, b) => a.length - b.length);
  if (tries[0]?.length === 0) {return undefined;}
  const { container } = options;
  const who = container === undefined ? 'a container' : `the container ${container}`;
  const expected = `Expected ${who} of DaemonSet ${workload.name} to mount ${path} of the node`;
  return tries.length > 0 ? { expected: `${expected} as given, and it differs:`, about: workload, differences: tries[0] }
    : {
      expected: `${expected}, and ${container === undefined ? 'none does' : 'it does not'}.`, about: workload, hints: patternHints(
        workload, path, mounts,
      ),
    };
}

function differencesOf({ object }: Workload, at: HostMount, options: HostPathMountOptions): Difference[] {
  const { mount, mountPath, volume, volumePath, isWritable } = at;
  const place = (path: string, written: unknown, meant: unknown, wanted: unknown): Difference[] => (wanted === undefined
    || meant === wanted ? [] : [{
      path: pathTo(object, path), found: written, wanted: wanted === '' ? 'nothing here' : String(wanted), weight: 1,
    }]);
  return [
    ...place(`${mountPath}.readOnly`, mount.readOnly, !isWritable, options.readOnly),
    ...place(`${mountPath}.mountPropagation`, mount.mountPropagation, mount.mountPropagation ?? 'None', options.propagation),
    ...place(`${mountPath}.mountPath`, mount.mountPath, mount.mountPath, options.mountPath),
    ...place(`${volumePath}.hostPath.type`, volume.hostPath.type, volume.hostPath.type ?? '', options.type),
  ];
}

function patternHints(workload: Workload, path: string, mounts: readonly HostMount[]): string[] {
  const tidy = tidyPath(path);
  const others = new Set(mounts.filter(mount => mount.path === tidy).map(({ container }) => container.name));
  if (others.size > 0) {return [`it is mounted by ${[...others].join(', ')}`];}
  const paths = hostPathsOf(workload);
  if (paths.some(each => tidyPath(each) === tidy)) {return [`there is a volume of ${path}, and no container mounts it`];}
  const above = mounts.find(mount => isAtOrBelow(tidy, mount.path));
  if (above) {return [`${path} is seen through the mount of ${writtenPath(above)}; assert that path`];}
  const inside = mounts.find(({ mount }) => mount.mountPath === path);
  if (inside) {return [`${path} is the path in the container ${inside.container.name}; on the node it is ${writtenPath(inside)}`];}
  const near = nearest(path, paths);
  return [near === undefined ? `paths of the node that it asks for: ${paths.join(', ') || 'none'}` : `did you mean ${near}?`];
}
