import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { hostMountsIn, tidyPath } from '../../cluster/host-state/host-mounts';
import type { CheckContext } from '../../cluster/inventory/check-context';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { NodeSystem, systemAskedFor, systemNamed, systemOfNode } from '../../cluster/platforms/node-systems';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { findingOf } from '../../private/finding';
import { listUnder } from '../../private/list-under';
import { byText, Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

/** Directories that hold the files of the system itself on every such system, where Flatcar has links to /usr. */
const OF_THE_SYSTEM = new Set(['/bin', '/boot', '/lib', '/lib64', '/sbin', '/usr']);

/** What stands at the root of a Linux system: elsewhere a directory would have to be made in the root itself. */
const ROOTS = new Set([
  ...OF_THE_SYSTEM, '/dev', '/etc', '/home', '/media', '/mnt', '/opt', '/proc', '/root', '/run', '/srv', '/sys', '/tmp', '/var',
]);

/** What every one of these systems has: nobody has to make it. */
const STANDING = new Set([...OF_THE_SYSTEM, '/', '/lib/modules', '/usr/bin', '/usr/lib', '/usr/lib/modules', '/usr/sbin', '/usr/share']);

/** A file there is a program of the node, which is run, and not made or written. */
const PROGRAM = /^(\/usr(\/local)?)?\/s?bin\/[^/]+$/;

/** Where the kubelet looks for flexvolumes and runtimes for hooks: a driver or a hook in another place is not found. */
const READ_BY_NODE = /\/kubelet-plugins\/volume\/exec(\/|$)|\/(oci|containers|nri)\/(.*\/)?(hooks|plugins)(\.d)?(\/|$)/;

export const hostPathOnImmutableOs: Rule = {
  id: 'host-path-on-immutable-os',
  level: 'warning',
  summary: 'A file or directory is to be made or written where systems for nodes are read-only.',
  looksAt: 'Volumes of the kind hostPath: those of the types DirectoryOrCreate and FileOrCreate, and writable ones; the labels of the '
    + 'nodes and the name of their system (`status.nodeInfo.osImage`), where they are known, those that the workload asks for, and the '
    + 'platform (`TargetCluster`, `--platform`).',
  why: 'Talos, Bottlerocket, Container-Optimized OS, Flatcar, Fedora and RHEL CoreOS mount their root or `/usr` read-only: the '
    + 'kubelet cannot make the directory, and the pod waits in ContainerCreating with `read-only file system`, or the agent fails with '
    + 'it when it writes. '
    + '`/var` can be written on all of them. It is an error where the platform is named, and a note where nothing tells which system the '
    + 'nodes have.',
  fix: 'Keep what is yours below /var/lib, as HostPath.state does, and what may be lost below /run.',
  example: () => ({
    fails: [stateful('/data/agent', { 'cloud.google.com/gke-os-distribution': 'cos' })],
    passes: [stateful('/var/lib/agent', { 'cloud.google.com/gke-os-distribution': 'cos' })],
  }),
  *check(context) {
    const systemsOf = systemsIn(context);
    for (const workload of writtenWorkloads(context)) {
      if (!(workload.pod.volumes ?? []).some(isWithPath) || operatingSystemOf(workload) === 'windows') {continue;}
      const platform = platformOfWorkload(context, workload);
      const ofPlatform = systemOfPlatform(platform);
      const systems = platform === undefined ? systemsOf(workload) : ofPlatform ? [ofPlatform] : NONE;
      for (const [index, volume] of workload.pod.volumes.entries()) {
        if (!isWithPath(volume) || READ_BY_NODE.test(volume.hostPath.path) || isProgram(volume.hostPath)) {continue;}
        const path = tidyPath(volume.hostPath.path);
        const isMade = (volume.hostPath.type ?? '').endsWith('OrCreate') && !STANDING.has(path);
        if (systems.length === 0 && !isMade) {continue;}
        const isWritten = () => hostMountsIn(workload).some(mount => mount.isWritable && mount.volume === volume);
        const refusing = systems.length > 0 && (isMade || isWritten())
          ? systems.filter(({ writable }) => !isBelowAny(path, writable) && path !== '/')
          : [];
        const isDoubtful = platform === undefined && systems.length === 0 && isMade
          && (OF_THE_SYSTEM.has(topOf(path)) || !ROOTS.has(topOf(path)));
        if (refusing.length === 0 && !isDoubtful) {continue;}
        yield findingOf(hostPathOnImmutableOs, {
          about: workload, path: `${workload.podPath}.volumes[${index}].hostPath.path`, given: volume.hostPath.path,
          allowed: refusing.length === 1 ? refusing[0].writable.join(', ') : 'a path below /var or /run',
          level: isDoubtful ? 'note' : ofPlatform ? 'error' : 'warning',
          what: isDoubtful ? 'the kubelet cannot make this on systems with a read-only root, such as Talos, Bottlerocket and '
            + 'Container-Optimized OS'
            : `${isMade ? 'the kubelet cannot make this' : 'nothing can be written here'} on `
              + `${refusing.map(({ name }) => name).join(' and ')}, where it is read-only`,
        });
      }
    }
  },
};

/** The systems of the nodes that a workload runs on, as far as labels tell. */
function systemsIn(context: CheckContext): (workload: Workload) => readonly NodeSystem[] {
  if (context.nodes === undefined || context.nodes.length === 0) {return askedFor;}
  const sharing = NodeSharing.in(context);
  const bySystem = new Map<NodeSystem, ClusterNode[]>();
  for (const known of context.nodes) {
    const system = systemOfNode(known);
    if (system) {listUnder(bySystem, system).push(known);}
  }
  return workload => {
    const asked = askedFor(workload);
    if (asked.length > 0) {return asked;}
    const nodes = sharing.nodesOf(workload)!;
    return [...bySystem].filter(([, list]) => list.some(known => nodes.has(known))).map(([system]) => system).sort(
      (a, b) => byText(a.name, b.name),
    );
  };
}

/** What the platform says of its nodes is sure, whatever labels say. */
function systemOfPlatform(platform: PlatformFacts | undefined): NodeSystem | undefined {
  if (platform?.writableDirectories) {return { name: platform.name, writable: platform.writableDirectories };}
  return platform?.nodeSystem === undefined ? undefined : systemNamed(platform.nodeSystem);
}

function askedFor(workload: Workload): readonly NodeSystem[] {
  const asked = systemAskedFor(workload);
  return asked ? [asked] : NONE;
}

const NONE: readonly NodeSystem[] = [];

function isWithPath({ hostPath }: Wire): boolean {
  return typeof hostPath?.path === 'string' && hostPath.path.startsWith('/');
}

function isProgram({ path, type = '' }: Wire): boolean {
  return PROGRAM.test(path) && !type.startsWith('Directory');
}

/** The directory at the root that a path stands in, or is. */
function topOf(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path : path.slice(0, end);
}

function isBelowAny(path: string, roots: readonly string[]): boolean {
  return roots.some(root => isAtOrBelow(path, root));
}

function stateful(path: string, nodeSelector: Wire): Wire {
  return daemonSet({ nodeSelector, volumes: [{ name: 'state', hostPath: { path, type: 'DirectoryOrCreate' } }] }, {
    volumeMounts: [{ name: 'state', mountPath: '/state' }],
  });
}
