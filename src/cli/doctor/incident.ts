import { ClusterEvent, isEvent, readEvent } from '../../cluster/events/cluster-event';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import type { Entry } from '../../private/entry';
import type { Given } from '../command';
import type { Io } from '../io';
import { pathOf } from '../object-name';
import { platformNamed } from '../platform';
import { PodState, readPodState } from './pod-state';
import { eachOfKind, isPod, knownNodes } from '../read/cluster';
import { soundOnes } from '../read/manifests';

/** What is known when someone asks what is wrong. */
export interface Incident {
  readonly agents: readonly Workload[];
  readonly entries: readonly Entry[];
  readonly platform?: PlatformFacts;
  /** Undefined where nothing was said of them. */
  readonly nodes?: readonly ClusterNode[];
  readonly pods?: readonly PodState[];
  readonly events?: readonly ClusterEvent[];
}

/** Nodes, pods and events of files, or else those among the input: all of a cluster can come in one list. */
export async function readIncident(
  agents: readonly Workload[], entries: readonly Entry[], options: Given['options'], io: Io,
): Promise<Incident> {
  const platform = platformNamed(options.platform);
  const nodes = await knownNodes(options, entries, io);
  const pods = options.pods === undefined ? podsAmong(entries) : await readPods(options.pods, io);
  const events = options.events === undefined ? eventsAmong(entries) : await readEvents(options.events, io);
  return {
    agents: distinctAgents(agents), entries,
    ...platform && { platform }, ...nodes && { nodes }, ...pods && { pods }, ...events && { events },
  };
}

/** Of an agent that is written and comes from the cluster too, the latter is looked at: what it says of itself is how things are. */
function distinctAgents(agents: readonly Workload[]): Workload[] {
  const byPath = new Map<string, Workload>();
  for (const agent of agents) {
    const known = byPath.get(pathOf(agent));
    if (known === undefined || known.object.status === undefined) {byPath.set(pathOf(agent), agent);}
  }
  return [...byPath.values()];
}

function podsAmong(entries: readonly Entry[]): PodState[] | undefined {
  const running = entries.filter(entry => isPod(entry) && entry.object.status !== undefined);
  return running.length === 0 ? undefined : soundOnes(running).map(({ object }) => readPodState(object));
}

async function readPods(path: string, io: Io): Promise<PodState[]> {
  const pods: PodState[] = [];
  await eachOfKind(path, 'Pod', isPod, io, ({ object }) => pods.push(readPodState(object)));
  return pods;
}

function eventsAmong(entries: readonly Entry[]): ClusterEvent[] | undefined {
  const events = entries.filter(isEvent);
  return events.length === 0 ? undefined : events.map(({ object }) => readEvent(object));
}

async function readEvents(path: string, io: Io): Promise<ClusterEvent[]> {
  const events: ClusterEvent[] = [];
  await eachOfKind(path, 'Event', isEvent, io, ({ object }) => events.push(readEvent(object)));
  return events;
}
