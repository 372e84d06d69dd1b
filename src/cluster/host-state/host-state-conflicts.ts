import { isOwnDirectory } from './host-directories';
import { HostMount, hostMountsIn } from './host-mounts';
import { stateCollisions } from './state-collisions';
import { stateMountsIn, statePathOf } from './state-paths';
import { describeEntry, Entry, namespaceOf } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { CheckContext } from '../inventory/check-context';
import { containersIn } from '../inventory/containers';
import { OTHER_CLUSTER } from '../inventory/own-objects';
import { isTool, programOf } from '../inventory/programs';
import type { Workload } from '../inventory/workload';
import { writtenDaemonSets, writtenWorkloads } from '../inventory/written-workloads';
import { NodeSharing } from '../placement/node-sharing';
import { selectionIn } from '../placement/node-terms';

/** What such findings have in common. */
export const HOST_STATE_CONFLICT: FindingKind = {
  id: 'host-state-conflict',
  level: 'error',
  fix: 'Give each agent a directory of its own (`HostPath.state`), or different nodes (`NodeCoverage`). Where they are made to share it, '
    + 'acknowledge it.',
};

/** Agents that write one directory of the same nodes, or one of them inside the directory of the other. */
export function* hostStateConflicts(context: CheckContext): Generator<ObjectFinding> {
  const found = new Set<Entry>();
  for (const conflict of declaredConflicts(context)) {
    found.add(conflict.about);
    yield conflict;
  }
  const { own } = context;
  // the later of two has the finding: others come before what the app can change
  const sets = writtenDaemonSets(context);
  const inOrder = own === undefined ? sets : [...sets].sort((a, b) => Number(own.has(a)) - Number(own.has(b)));
  const keepers = inOrder.flatMap(keepersOf);
  if (keepers.length < 2) {return;}
  const sharing = NodeSharing.in(context);
  const collisions = stateCollisions(keepers, {
    scopeOf: () => '', pathsOf: ({ mounts }) => (mounts.length === 1 ? [mounts[0].path] : [...new Set(mounts.map(({ path }) => path))]),
    selectionOf: ({ workload }) => selectionIn(workload),
    collide: (one, other) => fight(one, other) && sharing.share(one.workload, other.workload),
  });
  for (const { first, theirs, second, mine, isSame } of collisions) {
    const { workload, mounts } = second;
    if (found.has(workload)) {continue;}
    found.add(workload);
    const program = second.program();
    const isCertain = program !== undefined && program === first.program();
    const { volumePath, container } = mounts.find(({ path }) => path === mine)!;
    yield findingOf(HOST_STATE_CONFLICT, {
      about: workload, path: `${volumePath}.hostPath.path`, container: container.name, ...!isCertain && { level: 'warning' },
      what: `${isSame ? 'the directory' : 'what is, or holds, the directory'} is also written by ${describeEntry(first.workload)}, on `
        + 'nodes that both run on',
      given: `${theirs === mine ? mine : `${mine}, there ${theirs}`}${isCertain ? `, both by ${program}` : ''}`,
    });
  }
}

/** Agents that keep their state in one directory: of their manifests alone nobody could say that it has one writer. */
function* declaredConflicts(context: CheckContext): Generator<ObjectFinding> {
  if (context.own === undefined) {return;}
  const keepers = writtenWorkloads(context).flatMap(workload => {
    const mounts = stateMountsIn(context, workload);
    return mounts.length === 0 ? [] : [{ workload, mounts }];
  });
  if (keepers.length < 2) {return;}
  const sharing = NodeSharing.in(context);
  const collisions = stateCollisions(keepers, {
    scopeOf: () => '', pathsOf: ({ mounts }) => [...new Set(mounts.map(statePathOf))], selectionOf: ({ workload }) => selectionIn(workload),
    collide: (one, other) => sharing.share(one.workload, other.workload),
  });
  for (const { first, theirs, second: { workload, mounts }, mine, isSame } of collisions) {
    const { volumePath, container } = mounts.find(mount => statePathOf(mount) === mine)!;
    yield findingOf(HOST_STATE_CONFLICT, {
      about: workload, path: `${volumePath}.hostPath.path`, container: container.name,
      what: `${describeEntry(first.workload)} also keeps its state `
        + `${isSame ? 'in the directory' : 'in a directory that is inside of it, or around it'}, on nodes that both run on`,
      given: theirs === mine ? mine : `${mine}, there ${theirs}`, fix: `${HOST_STATE_CONFLICT.fix} ${OTHER_CLUSTER}`,
    });
  }
}

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
  return isWritable && mount.subPathExpr === undefined && container.role !== 'init' && isDirectory(volume.hostPath.type)
    && isOwnDirectory(path);
}

function isDirectory(type: unknown): boolean {
  return type === undefined || type === null || type === '' || type === 'Directory' || type === 'DirectoryOrCreate';
}

/** What different programs do in one directory of /run is to talk to each other. */
function fight(one: Keeper, other: Keeper): boolean {
  if (one.workload === other.workload) {return false;}
  const program = one.program();
  if (program !== undefined && program === other.program()) {return true;}
  return namespaceOf(one.workload) !== namespaceOf(other.workload)
    && ![...one.mounts, ...other.mounts].some(({ path }) => path.startsWith('/run/'));
}
