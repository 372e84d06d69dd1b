import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import * as fc from 'fast-check';
import { readNode } from '../../../src/cluster/inventory/cluster-node';
import { readPod } from '../../../src/cluster/inventory/cluster-pod';
import type { ResourceList } from '../../../src/cluster/inventory/resource-list';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { Occupancy } from '../../../src/cluster/scheduling/node-load';
import { demandOf, requestsOf, SchedulingBlocker, schedulingBlockers } from '../../../src/cluster/scheduling/scheduler';
import { entriesOf } from '../../../src/private/entry';

type Fields = { [field: string]: any };

/** Given, or not: absent fields are what most rules are about. */
function often<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

/** Amounts in spellings that round and add up differently. */
const AMOUNTS: { readonly [resource: string]: readonly string[] } = {
  'cpu': ['0', '1m', '0.0001', '100m', '0.1', '250m', '0.5', '1', '1500m', '2e0', '1e-1'],
  'memory': ['0', '1', '100m', '1500m', '64Mi', '100M', '128974848', '1e8', '0.5Gi', '1Gi'],
  'ephemeral-storage': ['0', '500Mi', '1G', '1.5Gi', '333m'],
};
/** Only in whole numbers, and the request is the limit. */
const WHOLE: { readonly [resource: string]: readonly string[] } = {
  'hugepages-2Mi': ['0', '2Mi', '64Mi'], 'example.com/gpu': ['0', '1', '2'],
};

function amountsOf(table: {
  readonly [resource: string]: readonly string[];
}, names: readonly string[] = Object.keys(table)): fc.Arbitrary<Fields> {
  return fc.record(Object.fromEntries(names.map(name => [name, fc.constantFrom(...table[name])])), { requiredKeys: [] });
}

const resources = fc.record({
  requests: often(amountsOf(AMOUNTS)), limits: often(amountsOf(AMOUNTS)), whole: often(amountsOf(WHOLE)), repeated: fc.boolean(),
}).map(({ requests, limits, whole, repeated }) => ({
  requests: { ...requests, ...repeated && whole }, limits: { ...limits, ...whole },
}));

const ofPods = fc.record({
  requests: often(amountsOf({ ...AMOUNTS, ...WHOLE }, ['cpu', 'memory', 'hugepages-2Mi'])),
  limits: often(amountsOf({ ...AMOUNTS, ...WHOLE }, ['cpu', 'memory', 'hugepages-2Mi'])),
});

const port = fc.record({
  containerPort: fc.constantFrom(80, 9100), hostPort: fc.constantFrom(undefined, undefined, 0, 80, 9100),
  protocol: fc.constantFrom(undefined, 'TCP', 'UDP'), hostIP: fc.constantFrom(undefined, '', '0.0.0.0', '::', '10.0.0.1', '10.0.0.2'),
});

function containers(kind: string, least: number, restartPolicy: fc.Arbitrary<string | undefined>): fc.Arbitrary<Fields[]> {
  return fc.array(fc.record({ resources, ports: often(fc.array(port, { maxLength: 2 })), restartPolicy }), {
    minLength: least, maxLength: 3,
  })
    .map(list => list.map((each, index) => ({ name: `${kind}-${index}`, ...each })));
}

const podSpec: fc.Arbitrary<Fields> = fc.record({
  initContainers: often(containers('init', 0, fc.constantFrom(undefined, 'Always'))),
  containers: containers('agent', 1, fc.constant(undefined)),
  resources: often(ofPods), overhead: often(amountsOf(AMOUNTS, ['cpu', 'memory'])),
  hostNetwork: fc.constantFrom(undefined, undefined, true),
});

const granted = amountsOf(AMOUNTS, ['cpu', 'memory']);
const state = fc.record({ resources: often(fc.record({ requests: often(granted) })), allocatedResources: often(granted) });

/** A pod that runs, some of them in the middle of being resized. */
const otherPod: fc.Arbitrary<Fields> = fc.record({
  spec: podSpec, ofPod: often(state), agent: often(state), init: often(state),
  pending: fc.constantFrom(undefined, undefined, 'Deferred', 'Infeasible'),
}).map(({ spec, ofPod, agent, init, pending }) => ({
  spec: { ...spec, nodeName: 'node' },
  status: {
    phase: 'Running', ...ofPod,
    containerStatuses: agent && [{ name: 'agent-0', ...agent }], initContainerStatuses: init && [{ name: 'init-0', ...init }],
    conditions: pending && [{ type: 'PodResizePending', status: 'True', reason: pending }],
  },
}));

/** How far the node is from exactly enough. */
const margin = fc.constantFrom(-1, 0, 0, 0, 1, 1, 5_000_000_000);

const scene = fc.record({
  spec: podSpec, others: fc.array(otherPod, { maxLength: 3 }), unseen: often(otherPod),
  margins: fc.record({ 'cpu': margin, 'memory': margin, 'ephemeral-storage': margin, 'pods': margin, 'hugepages-2Mi': margin }),
  devices: fc.option(margin, { nil: undefined, freq: 4 }),
});

function agentWith(spec: Fields): Workload {
  const [entry] = entriesOf({
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'agents' }, spec: { template: { metadata: {}, spec } },
  });
  return workloadOf(entry)!;
}

/** Amounts that are not zero, as JSON holds them. */
function numbers(list: ResourceList): { [resource: string]: number } {
  return Object.fromEntries([...list].filter(([, amount]) => amount !== 0n).map(([name, amount]) => [name, Number(amount)]));
}

/** Room for what is there and the agent, and a bit more or less of each. */
function allocatableFor(needed: readonly ResourceList[], margins: { readonly [resource: string]: number }): Fields {
  return Object.fromEntries(Object.entries(margins).map(([name, more]) => {
    const all = needed.reduce((sum, list) => sum + Number(list.get(name) ?? 0n), more);
    return [name, `${Math.max(all, 0)}${name === 'cpu' ? 'm' : ''}`];
  }));
}

function answerOf(agent: Workload, taken: ResourceList, blockers: readonly SchedulingBlocker[]): object {
  const short = blockers.flatMap(each => each.kind === 'resource'
    ? [[each.resource, { wanted: Number(each.wanted), free: Number(each.free) }]]
    : []);
  return {
    requests: numbers(requestsOf(agent)), taken: numbers(taken), portsFree: blockers.every(({ kind }) => kind !== 'host-port'),
    short: Object.fromEntries(short),
  };
}

/** Pods that must not count: one of the agent itself, one that has ended, and one on another node. */
function withoutWeight(agent: Fields, other: Fields, phase: string): Fields[] {
  const owned = { name: 'agent-1', namespace: 'agents', ownerReferences: [{ kind: 'DaemonSet', name: 'agent', controller: true }] };
  return [
    { metadata: owned, spec: { ...agent, nodeName: 'node' }, status: { phase: 'Running' } },
    { ...other, status: { phase } },
    { ...other, spec: { ...other.spec, nodeName: 'node-2' } },
  ];
}

/**
 * Writes cases, one a line: a pod spec, a node and the pods there, and what the library says of them. The library is shown pods that must
 * not count besides. Returns the number of cases.
 */
export async function writeScheduling(file: string, seed: number, count: number): Promise<number> {
  const stream = createWriteStream(file);
  for (const [index, { spec, others, unseen, margins, devices }] of fc.sample(scene, { seed, numRuns: count }).entries()) {
    const pods = others.map((pod, number) => ({ ...pod, metadata: { name: `pod-${number}`, namespace: 'others' } }));
    const plain = JSON.parse(JSON.stringify({ spec, pods, unseen }));
    const agent = agentWith(plain.spec);
    const seen = [...plain.pods, ...plain.unseen ? withoutWeight(plain.spec, plain.unseen, index % 2 === 0 ? 'Succeeded' : 'Failed') : []];
    const load = new Occupancy(seen.map(readPod)).withoutPodsOf([agent], 'node');
    const allocatable = allocatableFor([load.requests, requestsOf(agent)], {
      ...margins, ...devices !== undefined && { 'example.com/gpu': devices },
    });
    const node = readNode({ metadata: { name: 'node' }, status: { allocatable } });
    const promised = answerOf(agent, load.requests, schedulingBlockers(demandOf(agent), node, load));
    stream.write(
      `${JSON.stringify({ id: `pod ${index} of seed ${seed}`, podSpec: plain.spec, allocatable, pods: plain.pods, promised })}\n`,
    );
  }
  stream.end();
  await once(stream, 'finish');
  return count;
}
