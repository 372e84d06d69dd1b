import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { NodeAgent, NodeCoverage, OperatingSystem, Toleration } from '../../../src';
import { matches, NodeRequirement, NodeSelection, NodeTerm, selectionOf } from '../../../src/cluster/node-selection';
import { Decision, PlaceableNode } from '../../../src/cluster/placement/placement';
import { PodToleration, Taint } from '../../../src/cluster/placement/taints';
import { exactCoverage, randomCoverage } from '../../../test/support/random/coverage';
import { poolNodeLabels, poolsInOrder, randomPools } from '../../../test/support/random/pools';
import { placementOf, Wanted } from '../promises';

/** How many nodes each agent is put before. */
const NODES = 40;

/** Label values that a node can have, and that are easily misread. */
const VALUES = [
  '', '0', '00', '1', '5', '7', '007', '9223372036854775807', '9223372036854775808', '1.5', '1e3', '0x10', '1_000', 'true', 'a', 'A',
  'linux', 'windows', 'amd64', 'fargate', 'auto', 'virtual-kubelet', 'x'.repeat(63),
];
/** Keys, of which some are names that every object of JavaScript has. */
const KEYS = [
  'kubernetes.io/os', 'kubernetes.io/arch', 'type', 'eks.amazonaws.com/compute-type', 'node-role.kubernetes.io/control-plane',
  'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'example.com/generation', 'a', 'A',
];
/** Only raw selectors can say these; no node has them. */
const BAD_VALUES = ['-1', '+5', ' 7', '７', 'a b', 'x'.repeat(64), '-9223372036854775808', '--1'];
const BAD_KEYS = ['', 'a b', '/x', 'x/', 'Upper.example.com/x', '__proto__', 'a/b/c'];

const TAINT_KEYS = [
  'dedicated', 'example.com/gpu', 'node-role.kubernetes.io/control-plane',
  ...[
    'not-ready', 'unreachable', 'disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable', 'network-unavailable',
    'out-of-service',
  ].map(name => `node.kubernetes.io/${name}`),
];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

const value = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...VALUES) }, { weight: 1, arbitrary: fc.constantFrom(...BAD_VALUES) });
const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.constantFrom(...BAD_KEYS) });
const operator = fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'In', 'NotIn', 'Is' as any);
const nodeName = fc.constantFrom('node-a', 'node-b', 'node.c', '');

/** Requirements with the number of values that suits the operator, or, one time in eight, with any. */
const requirement = (keys: fc.Arbitrary<string>, values: fc.Arbitrary<string>): fc.Arbitrary<NodeRequirement> => fc.record({
  key: keys, operator, given: fc.array(values, { minLength: 1, maxLength: 3 }), wrong: fc.nat({ max: 7 }), some: fc.nat({ max: 3 }),
}).map(each => {
  const count = each.wrong === 0 ? each.some : /Exist/.test(each.operator) ? 0 : /t$/.test(each.operator) ? 1 : 3;
  return { key: each.key, operator: each.operator, ...count > 0 && { values: each.given.slice(0, count) } };
});

const fieldRequirement = fc.record({
  key: fc.constantFrom('metadata.name', 'metadata.name', 'metadata.name', 'metadata.namespace'),
  operator: fc.constantFrom('In', 'NotIn', 'Exists' as any),
  values: fc.oneof(nodeName.map(name => [name]), fc.array(nodeName, { maxLength: 2 })),
});

const rawTerm: fc.Arbitrary<NodeTerm> = fc.record({
  matchExpressions: fc.array(requirement(key, value), { maxLength: 3 }),
  matchFields: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fieldRequirement, { maxLength: 2 }) }),
});

const rawToleration: fc.Arbitrary<PodToleration> = fc.record({
  key: fc.constantFrom(undefined, ...TAINT_KEYS), operator: fc.constantFrom(undefined, 'Exists', 'Equal'),
  value: fc.constantFrom(undefined, '', 'a', 'true'),
  effect: fc.constantFrom(undefined, ...EFFECTS),
});

/** The spec of a pod, as nobody but a person would write it. */
const rawPod = fc.record({
  nodeSelector: fc.oneof(fc.constant(undefined), fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 2 })),
  terms: fc.oneof(fc.constant(undefined), fc.array(rawTerm, { maxLength: 3 })),
  tolerations: fc.oneof(fc.constant([{ operator: 'Exists' }]), fc.array(rawToleration, { maxLength: 3 })),
  hostNetwork: fc.boolean(),
  nodeName: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nodeName }),
}).map(({ terms, ...pod }) => ({
  ...pod, ...terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
}));

interface Agent { readonly podSpec: any; readonly wanted: Wanted }

const rawAgent: fc.Arbitrary<Agent> = rawPod.map(podSpec => ({
  podSpec,
  wanted: {
    selection: selectionOf(podSpec), tolerations: podSpec.tolerations, hostNetwork: podSpec.hostNetwork, nodeName: podSpec.nodeName,
  },
}));

/** An agent made through the library: what it promises is read from its coverage, what the controller gets is what was written. */
const coveredAgent: fc.Arbitrary<Agent> = fc.oneof(
  randomCoverage(OperatingSystem.LINUX), randomCoverage(OperatingSystem.WINDOWS), exactCoverage,
).map(nodes => {
  const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', nodes });
  const podSpec = chart.toJson().find(object => object.kind === 'DaemonSet').spec.template.spec;
  return { podSpec, wanted: { selection: nodes._selection(), tolerations: nodes.tolerations.map(wireOf), hostNetwork: false } };
});

function wireOf({ key: name, operator: how, value: text, taintEffect }: Toleration): PodToleration {
  return { key: name, operator: how, value: text, effect: taintEffect };
}

/**
 * Nodes that are near to what the agent asks for: each label that it names is there with a value that it names, with another one, or not.
 */
function nodesFor({ wanted }: Agent): fc.Arbitrary<PlaceableNode[]> {
  const named = valuesNamed(wanted.selection);
  const labels = [...new Set([...Object.keys(named), 'kubernetes.io/os'])].filter(each => !BAD_KEYS.includes(each));
  const labelsOf = fc.tuple(...labels.map(each => fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...named[each]?.length > 0 ? named[each] : VALUES) },
    { weight: 2, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  ))).map(given => Object.fromEntries(labels.map((each, index) => [each, given[index]])
    .filter(([, each]) => each !== undefined && !BAD_VALUES.includes(each))));
  const keys = [...TAINT_KEYS, ...wanted.tolerations.flatMap(each => each.key ?? [])];
  const values = ['', 'a', 'true', ...wanted.tolerations.flatMap(each => each.value ?? [])];
  const taint: fc.Arbitrary<Taint> = fc.record({
    key: fc.constantFrom(...keys), value: fc.constantFrom(...values), effect: fc.constantFrom(...EFFECTS),
  });
  const names = (wanted.selection.terms ?? []).flatMap(term => (term.matchFields ?? []).flatMap(field => field.values ?? []));
  return fc.array(fc.record({
    name: fc.constantFrom('node-a', 'node-b', 'node.c', ...names), labels: labelsOf,
    taints: fc.oneof(fc.constant<Taint[]>([]), fc.array(taint, { maxLength: 3 })),
  }), { minLength: NODES, maxLength: NODES });
}

function valuesNamed({ nodeSelector = {}, terms = [] }: NodeSelection): { [key: string]: string[] } {
  const named: { [key: string]: string[] } = Object.create(null);
  const add = (each: string, values: readonly string[]) => {named[each] = [...named[each] ?? [], ...values];};
  Object.entries(nodeSelector).forEach(([each, text]) => add(each, [text]));
  terms.flatMap(term => term.matchExpressions ?? []).forEach(each => add(
    each.key, (each.values ?? []).flatMap(text => [text, next(text)]),
  ));
  return named;
}

/** A DaemonSet, nodes, and on which of them it promises a pod. */
interface PoolCase { readonly podSpec: any; readonly nodes: readonly PlaceableNode[]; readonly promised: string }

const poolNodes: fc.Arbitrary<PlaceableNode[]> = fc.array(fc.record({
  name: fc.constantFrom('node-a', 'node-b', 'node.c', 'node-d'), labels: poolNodeLabels,
  taints: fc.array(
    fc.record({ key: fc.constantFrom(...TAINT_KEYS), value: fc.constantFrom('', 'a'), effect: fc.constantFrom(...EFFECTS) }),
    { maxLength: 2 },
  ),
}), { minLength: NODES, maxLength: NODES });

/**
 * The DaemonSets of an agent with pools: a node has a pod of the first pool that asks for it, where that tolerates its taints. None where
 * the library refuses the pools.
 */
const pooledAgent: fc.Arbitrary<PoolCase[]> = fc.tuple(randomPools, poolNodes).map(([pools, nodes]) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'agents' });
  new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', pools });
  const daemonSets = writtenOr(() => chart.toJson().filter(object => object.kind === 'DaemonSet'));
  const all = NodeCoverage.linux();
  return daemonSets.map(({ metadata, spec }) => {
    const pool = pools.find(({ name }) => metadata.name === (name === undefined ? 'agent' : `agent-${name}`))!;
    const tolerations = (pool.options?.nodes._said().tolerations ?? all.tolerations).map(wireOf);
    const placement = placementOf({ selection: {}, tolerations, hostNetwork: false });
    const isIn = (node: PlaceableNode) => matches(all._selection(), node)
      && poolsInOrder(pools).find(({ options }) => options === undefined || matches(options.nodes._selection(), node)) === pool;
    return { podSpec: spec.template.spec, nodes, promised: nodes.map(node => (isIn(node) ? letterOf(placement.on(node)) : '0')).join('') };
  });
});

/** Of pools that no node can be in nothing is written. */
function writtenOr(write: () => any[]): any[] {
  try {
    return write();
  } catch (error) {
    if (!/empty-node-pool/.test((error as Error).message)) {throw error;}
    return [];
  }
}

/** A value beside a bound. */
function next(text: string): string {
  return /^\d{1,15}$/.test(text) ? String(Number(text) + 1) : text;
}

/** `1` for a pod, `2` for one that may only stay, `0` for none. */
function letterOf({ shouldRun, shouldContinueRunning }: Decision): string {
  return shouldRun ? '1' : shouldContinueRunning ? '2' : '0';
}

/** Writes cases, one a line: the pod, nodes, and on which of them the agent promises to run or to stay. Returns the number of pairs. */
export async function writePlacement(file: string, seed: number, pairs: number): Promise<number> {
  const stream = createWriteStream(file);
  let written = 0;
  const ofPools = Math.floor(pairs / NODES / 5);
  for (let agent = 0, found = 0; found < ofPools; agent++) {
    for (const each of fc.sample(pooledAgent, { seed: seed + agent, numRuns: 1 })[0].slice(0, ofPools - found)) {
      stream.write(`${JSON.stringify({ id: `pools ${agent} of seed ${seed}`, ...each })}\n`);
      found += 1;
      written += each.nodes.length;
    }
  }
  const perKind = Math.ceil((pairs - written) / NODES / 2);
  for (const [kind, arbitrary] of Object.entries({ coverage: coveredAgent, raw: rawAgent })) {
    const withNodes = arbitrary.chain(agent => nodesFor(agent).map(nodes => ({ agent, nodes })));
    for (const [index, { agent, nodes }] of fc.sample(withNodes, { seed, numRuns: perKind }).entries()) {
      const placement = placementOf(agent.wanted);
      const promised = nodes.map(node => letterOf(placement.on(node))).join('');
      stream.write(`${JSON.stringify({ id: `${kind} ${index} of seed ${seed}`, podSpec: agent.podSpec, nodes, promised })}\n`);
      written += nodes.length;
    }
  }
  stream.end();
  await once(stream, 'finish');
  return written;
}

