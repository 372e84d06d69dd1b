import { writeFileSync } from 'node:fs';
import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { AgentSketch, BROKEN_IMAGE, objectsOf, randomAgent, randomChange } from './change-agents';
import { deadIn, FleetSketch, nodesOf, randomFleet, wiresOf } from './change-nodes';
import { OBJECT_PAIRS, ObjectPair } from './change-objects';
import { agreed, figuresOf, podsOf } from './rollouts';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { simulateRollout } from '../../../src/cluster/rollout/simulate-rollout';
import type { AgentPlan } from '../../../src/plan/agents/agent-plan';
import type { Moves, PlanCluster } from '../../../src/plan/agents/rollout-effect';
import { objectKey } from '../../../src/plan/objects/object-key';
import { ChangePlan, planBetween } from '../../../src/plan/plan';
import { entriesOf, namespaceOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';
import { Manifests } from '../../../src/testing';

/** How many fleets there are, and how many changes share each. */
const FLEETS = 8;
const PER_FLEET = 26;

/** How many other objects each change has. */
const BESIDE = 7;

/** How many orders of the nodes are tried: what is the same in all of them is promised. */
const ORDERS = 6;

/** An object as it is written, and how. */
interface Written {
  readonly object: Wire;
  readonly foreign: boolean;
}

const OURS = { 'app.kubernetes.io/name': 'beside', 'app.kubernetes.io/instance': 'beside' };

/** Writes changes of manifests on random nodes, and what the plan of each promises. Returns how many there are. */
export function writeChanges(file: string, seed: number): number {
  const fleets = Array.from({ length: FLEETS }, (_, index) =>
    fc.sample(randomFleet(`f${index + 1}`), { seed: seed + index, numRuns: 1 })[0]);
  const pairs = dealt(seed, FLEETS * PER_FLEET);
  const changes = fleets.flatMap((fleet, index) => Array.from({ length: PER_FLEET }, (_, number) => {
    const at = index * PER_FLEET + number;
    return changeOf(fleet, at, seed, pairs[at]);
  }));
  writeFileSync(file, JSON.stringify({
    fleets: fleets.map(fleet => ({ name: fleet.name, nodes: wiresOf(fleet), kill: deadIn(fleet) })), changes,
  }, undefined, 1));
  return changes.length;
}

/** Every pair of objects once, in a random order. */
function dealt(seed: number, places: number): ReadonlyArray<typeof OBJECT_PAIRS> {
  if (places * BESIDE < OBJECT_PAIRS.length) {throw new Error(`${OBJECT_PAIRS.length} pairs of objects have no place in ${places} changes`);}
  const all = fc.sample(fc.shuffledSubarray([...OBJECT_PAIRS], { minLength: OBJECT_PAIRS.length }), { seed, numRuns: 1 })[0];
  return Array.from({ length: places }, (_, place) => all.slice(place * BESIDE, (place + 1) * BESIDE));
}

/** What a change is made of besides the agent and its nodes. */
const randomHands = fc.record({
  adopted: fc.nat({ max: 7 }).map(number => number === 0), spelled: fc.nat({ max: 3 }), withPods: fc.boolean(),
  ours: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
});

function changeOf(fleet: FleetSketch, number: number, seed: number, pairs: typeof OBJECT_PAIRS): object {
  const place = `change-${number + 1}`;
  for (let attempt = 0; ; attempt++) {
    const own = seed * 1000 + number + attempt * 1_000_000;
    const [agent, change, hands] = fc.sample(fc.tuple(randomAgent, randomChange, randomHands), { seed: own, numRuns: 1 })[0];
    // the ports of another tool stay, whose names no other port may have
    const next: AgentSketch = { ...agent, ...change, ...hands.adopted && { name: agent.name, hostPort: agent.hostPort } };
    const [old, now] = [agent, next].map(sketch => objectsOf(sketch, fleet.name, place, number));
    if (old === undefined || now === undefined) {continue;}
    const beside = pairs.map((pair, index) => labelled(pair(`beside-${index}`, place), hands.ours[index]));
    const before: Written[] = [
      ...old.map(object => (hands.adopted && object.kind === 'DaemonSet'
        ? { object: ofHelm(object), foreign: true }
        : { object, foreign: false })),
      ...beside.flatMap((pair, index) => (pair.before ? [{ object: pair.before, foreign: !hands.ours[index] }] : [])),
    ];
    const after: Written[] = [...now, ...beside.flatMap(pair => pair.after ?? [])].map(object => ({ object, foreign: false }));
    const what = JSON.stringify({ ...change, ...hands.adopted && { adopted: true } });
    return played(`${place} of seed ${seed} on ${fleet.nodes.length} nodes: ${what}`, fleet, before, after, hands);
  }
}

/** Objects of ours carry our labels; those of another tool say so. */
function labelled({ before, after }: ObjectPair, isOurs: boolean): ObjectPair {
  const labels = (object: Wire, own: boolean): Wire =>
    ({ ...object, metadata: { ...object.metadata, labels: own ? OURS : { 'app.kubernetes.io/managed-by': 'Helm' } } });
  return { ...before && { before: labels(before, isOurs) }, ...after && { after: labels(after, true) } };
}

function ofHelm(object: Wire): Wire {
  const { labels, annotations } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata, labels: { ...labels, 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { ...annotations, 'meta.helm.sh/release-name': 'logs', 'meta.helm.sh/release-namespace': 'logs' },
    },
  };
}

function played(
  name: string, fleet: FleetSketch, before: readonly Written[], after: readonly Written[],
  { spelled: spelling, withPods }: { readonly spelled: number; readonly withPods: boolean },
): object {
  const texts = [before.map(({ object }) => Yaml.stringify(object)), after.map(({ object }) => spelled(object, spelling))];
  const [old, next] = texts.map(each => Manifests.parse(each.join('\n---\n'))._soundEntries);
  const [agents, nextAgents] = [old, next].map(agentsAmong);
  const [wires, dead] = [wiresOf(fleet), new Set(deadIn(fleet))];
  // half of the plans are told what runs, the others assume it
  const pods = withPods ? agents.flatMap(agent => podsOf(agent, wires, node => !dead.has(node))) : undefined;
  const cluster: PlanCluster = { nodes: nodesOf(fleet), ...pods && { pods } };
  const plan = planBetween(old, next, { cluster });
  const adopted = new Map(plan.objects.filter(({ action }) => action === 'adopted').map(({ about }) => [objectKey(about), about.object]));
  const written = (objects: readonly Written[], own: readonly string[]): object[] => objects.map(({ object, foreign }, index) => {
    const key = keyOf(object);
    return { key, text: own[index], foreign, ...adopted.has(key) && { becomes: JSON.stringify(adopted.get(key)) } };
  });
  return {
    name, fleet: fleet.name, before: written(before, texts[0]), after: written(after, texts[1]),
    keep: plan.agents.filter(({ action, rollout }) => action === 'replaced' && rollout?.how === 'in-place')
      .map(({ agent }) => objectKey(agent)),
    promise: { objects: actionsOf(plan), agents: agentsOf(plan, agents, nextAgents, cluster, dead) },
  };
}

function keyOf(object: Wire): string {
  return objectKey(entriesOf(object)[0]);
}

/** One object in other words: as one line of JSON, with the keys the other way round, or with what the API server fills in. */
function spelled(object: Wire, spelling: number): string {
  switch (spelling) {
    case 1: return JSON.stringify(turned(object));
    case 2: return JSON.stringify(withDefaults(object));
    default: return Yaml.stringify(object);
  }
}

function turned(value: any): any {
  if (Array.isArray(value)) {return value.map(turned);}
  if (typeof value !== 'object' || value === null) {return value;}
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, turned(each)]));
}

function withDefaults(object: Wire): Wire {
  if (object.kind !== 'DaemonSet') {return object;}
  const { spec } = object;
  const pod = spec.template.spec;
  const containers = pod.containers.map((container: Wire) => ({
    terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File', ...container,
    imagePullPolicy: container.imagePullPolicy ?? 'IfNotPresent',
    ...container.resources && {
      resources: {
        ...container.resources, requests: { ...container.resources.requests, cpu: inOtherUnits(container.resources.requests.cpu) },
      },
    },
  }));
  return {
    ...object, spec: {
      revisionHistoryLimit: 10, minReadySeconds: 0, ...spec,
      template: {
        ...spec.template,
        spec: {
          restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', schedulerName: 'default-scheduler', terminationGracePeriodSeconds: 30, ...pod,
          containers,
        },
      },
    },
  };
}

function inOtherUnits(cpu: string): string {
  return cpu.endsWith('m') ? `${Number(cpu.slice(0, -1)) / 1000}` : `${cpu}000m`;
}

/** What becomes of each object, by its key. */
function actionsOf({ objects, agents, kept }: ChangePlan): Wire {
  const refused = new Set(agents.filter(({ rollout }) => rollout?.result.outcome === 'refused').map(({ agent }) => agent.object));
  return Object.fromEntries([
    ...objects.map(({ action, about }) => [objectKey(about), refused.has(about.object) ? 'refused' : action]),
    ...kept.map(about => [objectKey(about), 'kept']),
  ]);
}

type Entries = Manifests['_soundEntries'];

/** The DaemonSets that have nodes. */
function agentsAmong(entries: Entries): Workload[] {
  return entries.flatMap(entry => workloadOf(entry) ?? []).filter(({ kind, pod }) => kind === 'DaemonSet' && pod.nodeSelector?.fleet);
}

/** What happens to the pods of each agent. */
function agentsOf(
  plan: ChangePlan, old: readonly Workload[], next: readonly Workload[], cluster: PlanCluster, dead: ReadonlySet<string>,
): Wire {
  const inTurn = (turn: number): PlanCluster => ({ ...cluster, nodes: rotated(cluster.nodes, turn) });
  const orders = Array.from({ length: ORDERS }, (_, turn) => planBetween(old, next, { cluster: inTurn(turn) }));
  const previous = new Map(old.map(agent => [objectKey(agent), agent]));
  const judged = plan.agents.filter(({ agent, rollout, action }) => (rollout || action === 'removed') && agent.pod.nodeSelector?.fleet);
  return Object.fromEntries(judged.map(each => {
    const { agent } = each;
    const all = orders.map(({ agents }) => agents.find(other => objectKey(other.agent) === objectKey(agent))!);
    // without its service account nothing makes pods, and the plan says no more than that
    const isRefused = plan.objects.some(({ action, about }) =>
      action === 'removed' && about.kind === 'ServiceAccount' && about.name === agent.pod.serviceAccountName);
    if (isRefused && each.action !== 'removed') {return [`${namespaceOf(agent)}/${agent.name}`, {}];}
    return [`${namespaceOf(agent)}/${agent.name}`, agreed(
      all.map((other, turn) => promiseOf(other, previous.get(objectKey(agent)), inTurn(turn), dead)),
    )];
  }));
}

/** What the plan says, as far as it is what happens. */
function promiseOf(
  { action, agent, coverage, rollout }: AgentPlan, previous: Workload | undefined, cluster: PlanCluster, dead: ReadonlySet<string>,
): Wire {
  if (action === 'removed' && previous && coverage!.lost.length < coverage!.before) {return {};}
  if (action === 'removed') {return { stopped: coverage!.lost.map(({ node }) => node).filter(node => !dead.has(node)) };}
  const { how, moves, waves, withoutAgent, result } = rollout!;
  const isBroken = agent.pod.containers[0].image === BROKEN_IMAGE;
  if (result.outcome === 'refused') {return {};}
  if (isBroken && action === 'replaced') {return { withoutAgent };}
  if (isBroken) {
    // no plan knows that an image cannot be pulled: `rollout` is told, and the plan has the nodes that are without the agent meanwhile
    const before = how === 'in-place' && previous ? { previous } : {};
    const end = simulateRollout({ agent, ...before, ...cluster, options: { neverReadyOn: 'every-node' } });
    return { ...figuresOf(end), withoutAgent };
  }
  const isThrough = result.outcome === 'finished' || result.outcome === 'nothing-to-do' || result.outcome === 'waits-for-deletion';
  return {
    ...figuresOf(result), ...how === 'recreated' && { lost: undefined, stray: undefined },
    withoutAgent, waves, ...isThrough && sorted(moves, dead),
    // pods that wait for someone to delete them are still there
    ...isThrough && result.outcome !== 'waits-for-deletion' && { covered: coverage!.after },
  };
}

/** In order, and without the pods of dead nodes, which never end. */
function sorted(lists: Moves, dead: ReadonlySet<string>): Wire {
  return Object.fromEntries(Object.entries(lists).map(([what, nodes]) => [what, [...nodes].filter(node => !dead.has(node)).sort()]));
}

function rotated<T>(list: readonly T[], by: number): T[] {
  return [...list.slice(by), ...list.slice(0, by)];
}
