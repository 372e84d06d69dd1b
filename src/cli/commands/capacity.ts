import { Capacity, capacityOf } from '../../cluster/capacity/capacity';
import type { Share } from '../../cluster/capacity/share';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { formatAmount, resourcesToWire } from '../../cluster/inventory/resource-list';
import type { Workload } from '../../cluster/inventory/workload';
import { namespaceOf } from '../../private/entry';
import { agentsIn } from '../agents';
import { COMMON, type Command, type Given } from '../command';
import { capacityText } from '../format/capacity-text';
import { coloursFor } from '../format/colours';
import type { Io } from '../io';
import { readCluster } from '../read/cluster';
import { readManifests } from '../read/manifests';

export const capacity: Command = {
  summary: 'say what the DaemonSets take of each shape of node and of all nodes, which nodes have no room for them, and which sizes suit '
    + 'node pools',
  details: 'Nodes and running pods among the input count where --nodes or --pods is left out. Requests count, not usage.',
  finds: 'nodes that do not have room for the DaemonSets that should run there, and node pools without nodes',
  options: { nodes: COMMON.nodes, pods: COMMON.pods, platform: COMMON.platform, agent: COMMON.agent, format: COMMON.format },
  run,
};

/** Says what the DaemonSets take of the nodes, and where there is not enough. A node that does not state its allocatable is no finding. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const manifests = await readManifests(paths, io, { others: { nodes: options.nodes, pods: options.pods } });
  const agents = agentsIn(manifests, options.agent);
  const { nodes, pods } = await readCluster(options, manifests.entries, io);
  const found = capacityOf(agents, nodes, pods);
  await io.stdout.write(options.format === 'json'
    ? `${JSON.stringify(toWire(found))}\n`
    : capacityText(found, { nodes: nodes.length, knowsPods: pods !== undefined }, io.stdout, coloursFor(io.stdout, io.env)));
  return found.shortages.length > 0 || found.pools.some(pool => pool.nodes.length === 0) ? 2 : 0;
}

function toWire({ agents, shapes, totals, shortages, unknown, pools }: Capacity): object {
  return {
    agents: agents.map(({ agent, requests, nodes, total }) => ({
      agent: nameOf(agent), nodes, requests: resourcesToWire(requests), total: resourcesToWire(total),
    })),
    shapes: shapes.map(({ instanceType, nodes, agents: there, allocatable, shares }) => ({
      instanceType, nodes: namesOf(nodes), agents: there.map(nameOf),
      allocatable: allocatable && resourcesToWire(allocatable), shares: shares.map(shareToWire),
    })),
    totals: totals.map(shareToWire),
    shortages: shortages.map(({ resource, wanted, free, allocatable, nodes, message }) => ({
      resource,
      wanted: formatAmount(resource, wanted), free: formatAmount(resource, free), allocatable: formatAmount(resource, allocatable),
      nodes: namesOf(nodes), message,
    })),
    unknown: namesOf(unknown),
    ...pools.length > 0 && {
      pools: pools.map(({ pool, nodes: there, requests, smallest, suggested }) => ({
        pool: nameOf(pool), nodes: there.length, requests: resourcesToWire(requests), smallest: smallest && resourcesToWire(smallest),
        suggested: suggested && resourcesToWire(suggested),
      })),
    },
  };
}

function shareToWire({ resource, taken, allocatable, fraction }: Share): object {
  const offered = allocatable === undefined ? undefined : formatAmount(resource, allocatable);
  return { resource, taken: formatAmount(resource, taken), allocatable: offered, fraction };
}

function nameOf(agent: Workload): object {
  return { namespace: namespaceOf(agent), name: agent.name };
}

function namesOf(nodes: readonly ClusterNode[]): string[] {
  return nodes.map(({ name }) => name);
}
