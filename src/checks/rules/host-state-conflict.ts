import { findStateCollisions } from '../../cluster/collisions/state-collisions';
import { describeEntry, namespaceOf } from '../../private/entry';
import type { Workload } from '../../cluster/inventory/workload';
import { daemonSet, hostPath } from '../example';
import { containersIn } from '../facts/containers';
import { isOwnDirectory } from '../facts/host-directories';
import { HostMount, hostMountsIn } from '../facts/host-mounts';
import { NodeSharing } from '../facts/node-sharing';
import { selectionIn } from '../facts/node-terms';
import { isTool, programOf } from '../facts/programs';
import { writtenDaemonSets } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const hostStateConflict: Rule = {
  id: 'host-state-conflict',
  level: 'error',
  summary: 'Two agents write one directory of the same nodes, or one of them inside the directory of the other.',
  looksAt: 'Writable `hostPath` mounts of DaemonSets that share nodes, below `/var/lib`, `/var/cache`, `/run` and the like. What belongs to the node, its runtime or the kubelet is shared by '
    + 'agreement and left out. The same program twice is an error. Other programs are a warning, and none within a namespace or below `/run`: parts of one product share directories there.',
  why: 'Both keep positions, buffers, databases or a socket there: lines are sent twice or never, one finds its database locked and exits, or one removes the socket of the other.',
  fix: 'Give each agent a directory of its own (`HostPath.state`), or different nodes (`NodeCoverage`). Where they are made to share it, acknowledge it.',
  example: () => {
    const logs = (name: string, path: string) => daemonSet({ volumes: [hostPath('state', path)] }, {
      image: 'example.com/collector:1.0.0', volumeMounts: [{ name: 'state', mountPath: '/state' }],
    }, { name });
    return {
      fails: [logs('logs', '/var/lib/collector'), logs('audit', '/var/lib/collector')],
      passes: [logs('logs', '/var/lib/collector/logs'), logs('audit', '/var/lib/collector/audit')],
    };
  },
  check: (context, report) => {
    const keepers = writtenDaemonSets(context).flatMap(keepersOf);
    if (keepers.length < 2) {return;}
    const sharing = NodeSharing.in(context);
    const told = new Set<Workload>();
    findStateCollisions(keepers, {
      scopeOf: () => '', pathsOf: ({ mounts }) => (mounts.length === 1 ? [mounts[0].path] : [...new Set(mounts.map(({ path }) => path))]), selectionOf: ({ workload }) => selectionIn(workload),
      collide: (one, other) => fight(one, other) && sharing.share(one.workload, other.workload),
    }, ({ first, theirs, second, mine, isSame }) => {
      const { workload, mounts } = second;
      if (told.has(workload)) {return;}
      told.add(workload);
      const program = second.program();
      const isCertain = program !== undefined && program === first.program();
      const { volumePath, container } = mounts.find(({ path }) => path === mine)!;
      report({
        about: workload, path: `${volumePath}.hostPath.path`, container: container.name, ...!isCertain && { level: 'warning' },
        what: `${isSame ? 'the directory' : 'what is, or holds, the directory'} is also written by ${describeEntry(first.workload)}, on nodes that both run on`,
        given: `${theirs === mine ? mine : `${mine}, there ${theirs}`}${isCertain ? `, both by ${program}` : ''}`,
      });
    });
  },
};

/** A program of a workload, and the directories that it writes. */
interface Keeper {
  readonly workload: Workload;
  /** Undefined for what says nothing of who uses it, such as a shell. */
  readonly program: () => string | undefined;
  readonly mounts: readonly HostMount[];
}

function keepersOf(workload: Workload): readonly Keeper[] {
  const own = hostMountsIn(workload).filter(isOwn);
  if (own.length === 0) {return NONE;}
  return containersIn(workload).flatMap(container => {
    const mounts = own.filter(mount => mount.container === container);
    return mounts.length === 0 ? [] : [{
      workload, mounts,
      program: () => {
        const program = programOf(container.container.image);
        return program !== undefined && !isTool(program) ? program : undefined;
      },
    }];
  });
}

const NONE: readonly Keeper[] = [];

function isOwn({ isWritable, mount, path, container, volume }: HostMount): boolean {
  return isWritable && mount.subPathExpr === undefined && container.role !== 'init' && isDirectory(volume.hostPath.type) && isOwnDirectory(path);
}

function isDirectory(type: unknown): boolean {
  return type === undefined || type === null || type === '' || type === 'Directory' || type === 'DirectoryOrCreate';
}

/** What different programs do in one directory of /run is to talk to each other. */
function fight(one: Keeper, other: Keeper): boolean {
  if (one.workload === other.workload) {return false;}
  const program = one.program();
  if (program !== undefined && program === other.program()) {return true;}
  return namespaceOf(one.workload) !== namespaceOf(other.workload) && ![...one.mounts, ...other.mounts].some(({ path }) => path.startsWith('/run/'));
}
