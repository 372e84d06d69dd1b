import type { CheckContext } from '../../cluster/inventory/check-context';
import { isTool, programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { podLabelsOf } from '../../cluster/selectors/pod-index';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { listUnder } from '../../private/list-under';
import { someOf } from '../../private/some-of';
import { byText, Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { essenceOf, isForSomeNodes, isWithinSelection, toleratesNoLess } from '../facts/agent-pools';
import type { Rule } from '../rule';

export const coverageOverlap: Rule = {
  id: 'coverage-overlap',
  level: 'error',
  summary: 'Two pools of one agent run on the same nodes.',
  looksAt: 'Node selectors, affinities and tolerations of DaemonSets of a namespace that have one role and one image, and of which one is '
    + 'for some of the nodes. Taints and labels of the nodes, where they are known.',
  why: 'An agent that is split into pools, say for large nodes or for nodes with GPUs, runs twice where the pools overlap: lines are '
    + 'shipped twice, series exist twice, and both pods count against the node. The API server knows nothing of pools. It is an error '
    + 'where both run the same program in the same way, and every node of one pool is certainly one of the other; a warning where the '
    + 'programs differ, or where nothing keeps the pools apart.',
  fix: 'Take the nodes of one pool out of the other, with `operator: NotIn` on the label that makes the pool, or give both a label of '
    + 'their own.',
  example: () => ({
    fails: [pool('agent', {}), pool('agent-gpu', { nodeSelector: { 'example.com/pool': 'gpu' } })],
    passes: [pool('agent', withoutPool('gpu')), pool('agent-gpu', { nodeSelector: { 'example.com/pool': 'gpu' } })],
  }),
  *check(context) {
    const meeting = new Meeting(context);
    for (const pools of agentsIn(writtenDaemonSets(context))) {
      const found = new Map<string, Overlap[]>();
      for (const { one, other } of candidatesIn(pools)) {
        const overlap = meeting.overlapOf(one, other);
        if (overlap) {listUnder(found, `${overlap.outer.name} ${overlap.level}`).push(overlap);}
      }
      for (const overlaps of found.values()) {
        const [{ outer: about, level }] = overlaps;
        const names = overlaps.map(({ inner }) => inner.name).sort(byText);
        yield findingOf(coverageOverlap, {
          about, path: `${about.podPath}.affinity`, level, given: someOf(names),
          what: `the same agent ${level === 'error' ? 'runs' : 'can run'} twice on nodes of these pools, from them and from this one`,
        });
      }
    }
  },
};

/** DaemonSets that look like one agent: of one namespace, with the same role and image. */
function agentsIn(workloads: readonly Workload[]): Workload[][] {
  const agents = new Map<string, Workload[]>();
  const shared = sharedRoles(workloads);
  if (shared.size === 0) {return [];}
  for (const workload of workloads) {
    const labels = podLabelsOf(workload);
    const role = roleIn(labels);
    if (role === undefined || !shared.has(role)) {continue;}
    const program = programOf(workload.pod.containers?.[0]?.image);
    if (program === undefined || isTool(program) || !isForTexts(workload)) {continue;}
    const key = [namespaceOf(workload), role, labels['app.kubernetes.io/component'] ?? '', program].join('\n');
    listUnder(agents, key).push(workload);
  }
  return [...agents.values()].filter(pools => pools.length > 1 && pools.some(isForSomeNodes));
}

/** The roles of several: most agents are alone with theirs. */
function sharedRoles(workloads: readonly Workload[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const workload of workloads) {
    const role = roleIn(podLabelsOf(workload));
    if (role !== undefined) {(seen.has(role) ? shared : seen).add(role);}
  }
  return shared;
}

const ROLE_LABELS = ['app.kubernetes.io/name', 'k8s-app', 'app', 'name', 'component'];

function roleIn(labels: Wire): string | undefined {
  for (const key of ROLE_LABELS) {
    const value = labels[key];
    if (typeof value === 'string' && value !== '') {return value;}
  }
  return undefined;
}

/** The value of a label is a text, unless someone left it out. */
function isForTexts({ facts: { selection } }: Workload): boolean {
  return Object.values(selection.nodeSelector ?? {}).every(value => typeof value === 'string');
}

interface Pair {
  readonly one: Workload;
  readonly other: Workload;
}

/** Pairs that may meet: pools that one label tells apart are not compared with each other. */
function candidatesIn(pools: readonly Workload[]): Pair[] {
  const key = commonKey(pools);
  const fixed = new Map<string, Workload[]>();
  const free: Workload[] = [];
  for (const workload of pools) {
    const value = key === undefined ? undefined : workload.facts.selection.nodeSelector?.[key];
    (value === undefined ? free : listUnder(fixed, value)).push(workload);
  }
  return [
    ...[...fixed.values()].flatMap(neighbours), ...neighbours(free),
    ...free.slice(0, FEW).flatMap(one => [...fixed.values()].flat().map(other => ({ one, other }))),
  ].filter(({ one, other }) => isForSomeNodes(one) || isForSomeNodes(other));
}

/** Every pair of a few. Of many each with the one before it: where nothing keeps the pools apart, that tells of all of them. */
function neighbours(pools: readonly Workload[]): Pair[] {
  return pools.length <= FEW
    ? pools.flatMap((one, index) => pools.slice(index + 1).map(other => ({ one, other })))
    : pools.slice(1).map((other, index) => ({ one: pools[index], other }));
}

const FEW = 16;

/** The label that distinguishes most of the pools. */
function commonKey(pools: readonly Workload[]): string | undefined {
  const counts = new Map<string, Set<string>>();
  for (const { facts: { selection } } of pools) {
    for (const [key, value] of Object.entries(selection.nodeSelector ?? {})) {
      const values = counts.get(key) ?? new Set();
      counts.set(key, values.add(value));
    }
  }
  return [...counts].sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1))[0]?.[0];
}

/** Two pools that meet: the nodes of the one are better taken out of the other. */
interface Overlap {
  readonly inner: Workload;
  readonly outer: Workload;
  readonly level: 'error' | 'warning';
}

/** How certain it is that two pools meet. */
class Meeting {
  private readonly sharing: NodeSharing;

  public constructor(context: CheckContext) {
    this.sharing = NodeSharing.in(context);
  }

  public overlapOf(one: Workload, other: Workload): Overlap | undefined {
    if (!this.sharing.share(one, other)) {return undefined;}
    const [first, second] = byText(one.name, other.name) < 0 ? [one, other] : [other, one];
    const isWithin = isCertain(second, first) || isCertain(first, second);
    const [inner, outer] = isCertain(second, first) || !isWithin && !isForSomeNodes(first) ? [second, first] : [first, second];
    const isOneProgram = essenceOf(one) === essenceOf(other);
    if (this.sharing.nodesOf(one) !== undefined || isWithin) {return { inner, outer, level: isOneProgram ? 'error' : 'warning' };}
    // taints may keep one of them away from the nodes of the other
    return isOneProgram && toleratesNoLess(one, other) && toleratesNoLess(other, one) ? { inner, outer, level: 'warning' } : undefined;
  }
}

function isCertain(inner: Workload, outer: Workload): boolean {
  return !outer.pod.nodeName && toleratesNoLess(outer, inner) && isWithinSelection(inner.facts.selection, outer.facts.selection);
}

function pool(name: string, pod: Wire): Wire {
  return daemonSet(pod, {}, { name, template: { metadata: { labels: { 'app.kubernetes.io/name': 'agent' } } } });
}

function withoutPool(value: string): Wire {
  const term = { matchExpressions: [{ key: 'example.com/pool', operator: 'NotIn', values: [value] }] };
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } } };
}
