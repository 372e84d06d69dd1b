import { refusedIn } from '../../checks/refused/refused';
import { removedVersion } from '../../cluster/inventory/removed-versions';
import type { Workload } from '../../cluster/inventory/workload';
import type { RolloutResult } from '../../cluster/rollout/rollout-result';
import { simulateRollout } from '../../cluster/rollout/simulate-rollout';
import { describeEntry, namespaceOf } from '../../private/entry';
import { knownMinors } from '../../private/fields/fields';
import { agentsIn } from '../agents';
import { COMMON, type Command, type Given } from '../command';
import { coloursFor } from '../format/colours';
import { findingText } from '../format/finding-text';
import { writeArray } from '../format/json';
import { AgentRollout, rolloutText } from '../format/rollout-text';
import type { Io } from '../io';
import { pathOf } from '../object-name';
import { printable } from '../printable';
import { Cluster, readCluster } from '../read/cluster';
import { readManifests } from '../read/manifests';

export const rollout: Command = {
  summary: 'say how the update of each DaemonSet goes through the nodes, and where it stops',
  details: 'Nodes and running pods among the input count where --nodes or --pods is left out.',
  finds: 'a rollout that stalls, or that the API server would refuse',
  options: {
    nodes: COMMON.nodes, pods: COMMON.pods, platform: COMMON.platform, agent: COMMON.agent,
    from: { value: 'OLD.yaml', about: 'the DaemonSets as they are now; if left out, they differ in nothing but the image' },
    format: COMMON.format,
  },
  run,
};

/** Says how the update of each DaemonSet goes through the nodes, and where it stops. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const manifests = await readManifests(paths, io, { others: { nodes: options.nodes, pods: options.pods, from: options.from } });
  const agents = agentsIn(manifests, options.agent);
  const before = options.from === undefined ? undefined : agentsIn(await readManifests([options.from], io), undefined);
  const cluster = await readCluster(options, manifests.entries, io);
  await reportRemoved(agents, before, options, io);
  const rollouts = agents.map(agent => rolloutOf(agent, before, cluster));
  if (options.format === 'json') {
    await writeArray(io.stdout, rollouts.map(each => JSON.stringify(toWire(each))));
  } else {
    await io.stdout.write(rolloutText(rollouts, cluster.nodes.length, io.stdout, coloursFor(io.stdout, io.env)));
  }
  return rollouts.some(({ result }) => isTrouble(result)) ? 2 : 0;
}

/** A DaemonSet that was not there before has no pods yet. */
function rolloutOf(agent: Workload, before: readonly Workload[] | undefined, { nodes, pods }: Cluster): AgentRollout {
  const previous = before?.find(each => pathOf(each) === pathOf(agent));
  const isNew = before !== undefined && previous === undefined;
  const today = pods ?? (isNew ? [] : undefined);
  const refused = refusedText(agent);
  const known = { ...previous && { previous }, ...today && { pods: today }, ...refused !== undefined && { refused } };
  return { agent, isNew, result: simulateRollout({ agent, nodes, ...known }) };
}

/** The first of what the newest API server refuses in the object itself, in one sentence. */
function refusedText(agent: Workload): string | undefined {
  const minor = knownMinors().newest;
  const all = [...removedVersion(agent, minor), ...refusedIn(agent, minor)];
  const found = all.find(({ level, refusedBy }) => level === 'error' && refusedBy === 'api-server');
  return found && `${describeEntry(agent)}, ${found.path}: ${findingText(found)}; ${found.fix}`;
}

async function reportRemoved(agents: readonly Workload[], before: readonly Workload[] = [], {
  agent: asked, from,
}: Given['options'], io: Io): Promise<void> {
  const kept = new Set(agents.map(pathOf));
  const gone = asked === undefined ? before.map(pathOf).filter(path => !kept.has(path)) : [];
  if (gone.length > 0) {
    await io.stderr.write(`node-agents: only in ${printable(from!)}, and not looked at: ${printable(gone.join(', '))}\n`);
  }
}

function isTrouble({ outcome }: RolloutResult): boolean {
  return outcome === 'stalled' || outcome === 'refused';
}

function toWire({ agent, isNew, result }: AgentRollout): object {
  const { steps: _, ...rest } = result;
  return { agent: { namespace: namespaceOf(agent), name: agent.name }, isNew, ...rest };
}
