import { Explainer, VerdictGroup } from '../../cluster/explain/explain';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { InputError } from '../../cluster/inventory/read/input-error';
import type { Workload } from '../../cluster/inventory/workload';
import { namespaceOf } from '../../private/entry';
import { nearest } from '../../private/nearest';
import { agentsIn } from '../agents';
import { COMMON, type Command, type Given } from '../command';
import { coloursFor } from '../format/colours';
import { explainText } from '../format/explain-text';
import { writeArray } from '../format/json';
import type { Io } from '../io';
import { readCluster } from '../read/cluster';
import { readManifests } from '../read/manifests';

export const explain: Command = {
  summary: 'say on which nodes each DaemonSet runs, and why it does not run on the others',
  details: 'Nodes and running pods among the input count where --nodes or --pods is left out: `kubectl get nodes,ds,pods -A -o json` is '
    + 'enough.',
  options: {
    nodes: COMMON.nodes, pods: COMMON.pods, platform: COMMON.platform, agent: COMMON.agent,
    node: { value: 'NAME', about: 'this node alone' }, format: COMMON.format,
  },
  run,
};

/** Says on which nodes each DaemonSet runs, and why it does not run on the others. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const manifests = await readManifests(paths, io, { others: { nodes: options.nodes, pods: options.pods } });
  const agents = agentsIn(manifests, options.agent);
  const cluster = await readCluster(options, manifests.entries, io);
  const nodes = options.node === undefined ? cluster.nodes : [nodeNamed(options.node, cluster.nodes)];
  const explainer = new Explainer(nodes, cluster.pods);
  if (options.format === 'json') {
    await writeArray(io.stdout, pairs(agents, nodes, explainer));
  } else {
    const explained = agents.map(agent => ({ agent, groups: explainer.explain(agent) }));
    const scope = { nodes: nodes.length, node: options.node, knowsPods: cluster.pods !== undefined };
    await io.stdout.write(explainText(explained, scope, io.stdout, coloursFor(io.stdout, io.env)));
  }
  return 0;
}

function nodeNamed(name: string, nodes: readonly ClusterNode[]): ClusterNode {
  const found = nodes.find(node => node.name === name);
  if (found) {return found;}
  const meant = nearest(name, nodes.map(node => node.name));
  throw new InputError(`there is no node ${name}${meant === undefined ? ` among ${nodes.length}` : `: did you mean ${meant}?`}`);
}

/** The texts of all pairs of agent and node. What nodes have in common is made once for all of them. */
function* pairs(agents: readonly Workload[], nodes: readonly ClusterNode[], explainer: Explainer): Generator<string> {
  const names = nodes.map(({ name }) => JSON.stringify(name));
  const places = new Map(nodes.map((node, index) => [node, index]));
  for (const agent of agents) {
    const head = `{"agent":${JSON.stringify({ namespace: namespaceOf(agent), name: agent.name })},"node":`;
    const tails: string[] = new Array(nodes.length);
    for (const group of explainer.explain(agent)) {
      const tail = tailOf(group);
      for (const node of group.nodes) {tails[places.get(node)!] = tail;}
    }
    for (let index = 0; index < nodes.length; index++) {yield head + names[index] + tails[index];}
  }
}

function tailOf({ verdict: { shouldRun, shouldContinueRunning, reasons } }: VerdictGroup): string {
  const shown = reasons.map(({ code, message, ...rest }) => ({ code, message, ...rest }));
  return `,${JSON.stringify({ shouldRun, shouldContinueRunning, reasons: shown }).slice(1)}`;
}
