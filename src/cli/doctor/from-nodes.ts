import type { Diagnosis } from './diagnosis';
import type { Incident } from './incident';
import type { Symptom } from '../../cluster/events/symptom';
import { Explainer, VerdictGroup } from '../../cluster/explain/explain';
import type { Reason } from '../../cluster/explain/reason';
import type { Workload } from '../../cluster/inventory/workload';
import { isOwn, targetOf } from '../../cluster/rollout/current-pods';
import type { Level } from '../../private/finding';
import { listUnder } from '../../private/list-under';
import { reasonTitle } from '../format/reason-title';

/**
 * Why agents have no pod on nodes, or why it does not run there: by the functions of `explain`. Nodes where the pod runs are left alone.
 */
export function fromNodes({ agents, nodes, pods }: Incident): Diagnosis[] {
  if (nodes === undefined) {return [];}
  const explainer = new Explainer(nodes, pods?.map(({ pod }) => pod));
  return agents.flatMap(agent => {
    const own = pods?.filter(({ pod }) => isOwn(pod, agent)).map(({ pod }) => pod);
    const running = new Set(own?.filter(({ ready, terminating }) => ready && !terminating).map(targetOf));
    const placed = new Set(own?.map(targetOf));
    const groups = explainer.explain(agent);
    return [...fromReasons(agent, groups, running), ...own === undefined ? [] : missingPods(agent, groups, placed)];
  });
}

function fromReasons(agent: Workload, groups: readonly VerdictGroup[], running: ReadonlySet<string | undefined>): Diagnosis[] {
  // nodes whose reasons differ in amounts or names alone are reported together, with the sentence for the first of them
  const found = new Map<string, { readonly reason: Reason; readonly nodes: string[] }>();
  for (const { nodes, verdict: { reasons } } of groups) {
    const affected = nodes.map(({ name }) => name).filter(name => !running.has(name));
    if (affected.length === 0) {continue;}
    for (const reason of reasons) {
      const known = found.get(reasonTitle(reason));
      if (known) {known.nodes.push(...affected);} else {found.set(reasonTitle(reason), { reason, nodes: [...affected] });}
    }
  }
  return [...found.values()].map(({ reason, nodes }) => ({
    symptom: symptomOf(reason), level: levelOf(reason), code: reason.code, from: 'nodes', agent, nodes, pods: [],
    cause: reasonTitle(reason), fix: reason.message,
  }));
}

function symptomOf({ stage, code }: Reason): Symptom {
  if (stage === 'controller') {return 'no-pod';}
  return code === 'node-pressure' || code === 'operating-system-mismatch' ? 'evicted' : 'pending';
}

/** What an agent asks for by itself is as it is written. */
function levelOf({ stage, code }: Reason): Level {
  if (stage === 'controller') {return code === 'untolerated-taint' ? 'warning' : 'note';}
  return code === 'node-not-ready' || code === 'node-pressure' || code === 'other-scheduler' ? 'warning' : 'error';
}

/** Nodes that should have a pod, could run it, and have none at all. */
function missingPods(agent: Workload, groups: readonly VerdictGroup[], placed: ReadonlySet<string | undefined>): Diagnosis[] {
  const desired = groups.filter(({ verdict: { shouldRun } }) => shouldRun).flatMap(({ nodes }) => nodes.map(({ name }) => name));
  const missing = desired.filter(name => !placed.has(name));
  return missing.length === 0 ? [] : [{
    symptom: 'no-pod', level: 'error', code: 'pod-missing', from: 'nodes', agent, nodes: missing, pods: [],
    cause: 'The DaemonSet controller should have made a pod here, and there is none.',
    fix: 'Look for FailedCreate among the events of the DaemonSet (`kubectl describe daemonset`), and at the kube-controller-manager if '
      + 'there is none.',
  }];
}

/** What the functions of `explain` say of a node is more precise than an event about the same: it takes the place of the event's fix. */
export function withReasons(fromEvents: readonly Diagnosis[], ofNodes: readonly Diagnosis[]): Diagnosis[] {
  const byCode = new Map<string, Diagnosis[]>();
  for (const each of ofNodes) {listUnder(byCode, each.code).push(each);}
  const covered = new Map<Diagnosis, Set<string>>();
  const precise = fromEvents.map(event => {
    const same = event.level === 'note' ? [] : (byCode.get(event.code) ?? [])
      .filter(({ agent, nodes }) => agent === event.agent && nodes.some(node => event.nodes.includes(node)));
    for (const each of same) {covered.set(each, new Set([...covered.get(each) ?? [], ...event.nodes]));}
    return same.length === 1 ? { ...event, fix: same[0].fix } : event;
  });
  const rest = ofNodes.map(each => ({ ...each, nodes: each.nodes.filter(node => !covered.get(each)?.has(node)) }));
  return [...precise, ...rest.filter(({ nodes }) => nodes.length > 0)];
}
