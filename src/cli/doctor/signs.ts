import type { Evidence } from './diagnosis';
import type { Incident } from './incident';
import type { PodState } from './pod-state';
import type { ClusterEvent } from '../../cluster/events/cluster-event';
import { KnownText } from '../../cluster/events/event-text';
import { knownTexts } from '../../cluster/events/known-texts';
import type { Workload } from '../../cluster/inventory/workload';
import { isOwn, targetOf, updatedPods } from '../../cluster/rollout/current-pods';
import { namespaceOf } from '../../private/entry';

/** A text of the cluster about an agent. */
export interface Sign {
  readonly agent: Workload;
  readonly from: Evidence;
  readonly message: string;
  readonly reason: string;
  /** What is known of it; empty for warnings that nobody knows. */
  readonly known: readonly KnownText[];
  readonly pod?: string;
  readonly node?: string;
  readonly container?: string;
  readonly times?: number;
  /** Whether the pod is gone or runs again. */
  readonly isOver: boolean;
  /** Whether the pod has the newest template, where an update is under way. */
  readonly isUpdated?: boolean;
}

/** Everything that events and pods say of the agents. */
export function signsIn({ agents, pods, events = [] }: Incident): Sign[] {
  return agents.flatMap(agent => {
    const own = pods?.filter(({ pod }) => isOwn(pod, agent));
    const states = new Map(own?.map(state => [state.pod.name, state]));
    const isUpdated = updateOf(agent, own);
    const ofStates = (own ?? []).filter(({ pod }) => !pod.terminating).flatMap(state => signsOfState(agent, state, isUpdated));
    return [...events.flatMap(event => signOfEvent(agent, event, pods === undefined ? undefined : states, isUpdated)), ...ofStates];
  });
}

/** Which pods have the newest template; undefined where all have the same, as far as is known. */
function updateOf(agent: Workload, own: readonly PodState[] | undefined): ((state: PodState) => boolean) | undefined {
  if (own === undefined) {return undefined;}
  const isUpdated = updatedPods({ agent, previous: agent }, own.map(({ pod }) => pod));
  return own.every(({ pod }) => isUpdated(pod)) ? undefined : ({ pod }) => isUpdated(pod);
}

function signOfEvent(
  agent: Workload, event: ClusterEvent, states: ReadonlyMap<string, PodState> | undefined,
  isUpdated: ((state: PodState) => boolean) | undefined,
): Sign[] {
  if (!isAbout(event, agent)) {return [];}
  const known = knownTexts(event.message, event.reason);
  if (known.length === 0 && !event.isWarning) {return [];}
  const state = states?.get(event.name);
  const node = state ? targetOf(state.pod) : event.node;
  return [{
    agent, from: 'event', message: event.message, reason: event.reason, known, times: event.times,
    isOver: event.kind === 'Pod' ? states !== undefined && (state === undefined || state.pod.ready) : hasAllPods(agent),
    ...event.kind === 'Pod' && { pod: event.name },
    ...node !== undefined && { node },
    ...event.container !== undefined && { container: event.container },
    ...state && isUpdated && { isUpdated: isUpdated(state) },
  }];
}

/** What the controller appends to the name of a DaemonSet: letters and digits that make no words. */
const POD_SUFFIX = /^-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

function isAbout({ kind, namespace, name }: ClusterEvent, agent: Workload): boolean {
  if (namespace !== namespaceOf(agent)) {return false;}
  if (kind === 'DaemonSet') {return name === agent.name;}
  return kind === 'Pod' && name.startsWith(agent.name) && POD_SUFFIX.test(name.slice(agent.name.length));
}

function hasAllPods({ object: { status } }: Workload): boolean {
  return Number.isInteger(status?.desiredNumberScheduled) && status.currentNumberScheduled >= status.desiredNumberScheduled;
}

/** Of what a container said at its end, the first that is known counts. */
function signsOfState(agent: Workload, state: PodState, isUpdated: ((state: PodState) => boolean) | undefined): Sign[] {
  const ended = new Set<string>();
  return state.texts.flatMap(({ reason, message, container }) => {
    const isEnd = reason === 'Terminated' || reason === 'OOMKilled';
    if (isEnd && ended.has(container!)) {return [];}
    const known = knownTexts(message, reason);
    if (known.length === 0) {return [];}
    if (isEnd) {ended.add(container!);}
    const node = targetOf(state.pod);
    return [{
      agent, from: 'status' as const, message, reason, known, pod: state.pod.name, isOver: state.pod.ready,
      ...node !== undefined && { node }, ...container !== undefined && { container }, ...isUpdated && { isUpdated: isUpdated(state) },
    }];
  });
}
