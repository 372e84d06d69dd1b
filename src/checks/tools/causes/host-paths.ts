import { isAtOrBelow } from '../../../cluster/host-state/host-directories';
import { HostMount, hostMountsIn, tidyPath } from '../../../cluster/host-state/host-mounts';
import type { Wire } from '../../../private/wire';
import { Accepting, Cause, Causes, voidedBy } from '../cause';
import type { Subject, SubjectContainer } from '../subject';

/** Which volumes a tool sees: those that a container mounts, or all. */
type Seen = 'mounted' | 'declared';

type AcceptingOf = (path: string, mount?: HostMount) => readonly Accepting[];

/** A host path that a tool has on its list. */
export function sensitiveHostPaths(isListed: (path: string) => boolean, seen: Seen): Causes {
  return subject => causesOf(subject, seen, isListed, () => [{ id: 'sensitive-host-path' }]);
}

/** Any host path at all: accepted is one that is accepted as sensitive, or as written to. */
export function anyHostPath(seen: Seen = 'declared'): Causes {
  return subject => causesOf(subject, seen, () => true, (path, mount) => [
    { id: 'sensitive-host-path', isPlaced: !isListedSomewhere(path) }, ...mount?.isWritable ? [{ id: 'writable-host-path' }] : [],
  ]);
}

/** A host path that a container can write to. */
export const writableHostPaths: Causes = subject => mountsOf(subject).filter(([{ isWritable }]) => isWritable)
  .map(([mount, container]) => causeOf(subject, mount, container, 'can write to', [{ id: 'writable-host-path' }]));

function causesOf(subject: Subject, seen: Seen, isListed: (path: string) => boolean, accepting: AcceptingOf): Cause[] {
  const mounts = mountsOf(subject);
  return (subject.pod.volumes ?? []).flatMap((volume: Wire, index: number): Cause[] => {
    const path: string | undefined = volume.hostPath?.path;
    if (path === undefined || !isListed(path)) {return [];}
    const mounted = mounts.filter(([mount]) => mount.volume === volume);
    if (mounted.length > 0 || seen === 'mounted') {
      return mounted.map(([mount, container]) => causeOf(subject, mount, container, 'mounts', accepting(path, mount)));
    }
    return [
      { what: `the pod has a volume of ${path} of the node`, paths: [`${subject.podPath}.volumes[${index}]`], acceptedBy: accepting(path) },
    ];
  });
}

/**
 * Whoever holds a directory holds what is below it, so an acceptance of the directory is one of that. A privileged container may mount the
 * disks of its node, and a HostProcess container works on them: for these a mount adds nothing.
 */
function causeOf(subject: Subject, mount: HostMount, container: SubjectContainer, verb: string, accepting: readonly Accepting[]): Cause {
  const { mountPath, volume, volumePath, path, isWritable } = mount;
  const holding = mountsOf(subject)
    .filter(([other, holder]) => holder === container && isAtOrBelow(path, other.path) && (other.isWritable || !isWritable));
  return {
    what: `container '${container.name}' ${verb} ${volume.hostPath.path} of the node`,
    paths: [mountPath, volumePath, ...holding.flatMap(([other]) => [other.mountPath, other.volumePath])],
    acceptedBy: [...accepting, ...voidedBy(container).map(id => ({ id }))].map(each => ({ ...each, container: container.name })),
  };
}

function mountsOf({ workload, containers }: Subject): ReadonlyArray<readonly [HostMount, SubjectContainer]> {
  return hostMountsIn(workload).map(mount => [mount, containers.find(({ path }) => path === mount.container.path)!]);
}

/** What one tool or another has on its list, and what leads to it. */
const LISTED: readonly string[] = [
  '/', '/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr', '/var/lib/docker',
  '/run/containerd/containerd.sock', '/run/cri-dockerd.sock', '/run/crio/crio.sock', '/run/docker', '/run/docker.sock',
];

function isListedSomewhere(path: string): boolean {
  const tidy = tidyPath(path);
  return LISTED.some(listed => listed === tidy || tidy !== '/' && isAtOrBelow(listed, tidy));
}
