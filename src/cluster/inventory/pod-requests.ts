import { addResources, maxResources, readThousandths, ResourceList, roundUp } from './resource-list';
import type { Wire } from '../../private/wire';

/**
 * What the scheduler sets aside for a pod: the containers and sidecars together, or what an init container and the sidecars before it need
 * at one time where that is more, and the overhead of the runtime class. What the pod asks for as a whole counts instead of its containers.
 * The status of a pod that runs is needed where it is being resized: it holds what it was given until it has let go of it.
 */
export function podRequests(pod: Wire, status?: Wire): ResourceList {
  const containers = ofContainers(pod, heldBy(status));
  const total = pod.resources ? new Map([...containers, ...ofPod(pod, status)]) : containers;
  return roundUp(addResources(total, readThousandths(pod.overhead)));
}

/** What a container holds that asks for so much. */
type Held = (container: string, requests: ResourceList) => ResourceList;

const AS_ASKED: Held = (_, requests) => requests;

function ofContainers(pod: Wire, held: Held): ResourceList {
  let running: ResourceList = new Map();
  let starting: ResourceList = running;
  for (const container of pod.initContainers ?? []) {
    if (container.restartPolicy === 'Always') {
      running = addResources(running, held(container.name, requestsOf(container)));
    } else {
      starting = maxResources(starting, addResources(running, requestsOf(container)));
    }
  }
  for (const container of pod.containers ?? []) {running = addResources(running, held(container.name, requestsOf(container)));}
  return maxResources(running, starting);
}

/** The API server takes a limit for the request where there is none. */
function requestsOf({ resources }: Wire): ResourceList {
  return readThousandths({ ...resources?.limits, ...resources?.requests });
}

const SHARED = ['cpu', 'memory'];
const HUGE_PAGES = 'hugepages-';

/**
 * What a pod asks for as a whole, with what the API server adds: limits count as requests, but what containers ask for counts before them.
 */
function ofPod({ resources, ...pod }: Wire, status: Wire | undefined): ResourceList {
  const requests = new Map(readThousandths(resources.requests));
  const limits = new Map(readThousandths(resources.limits));
  if (requests.size + limits.size === 0) {return requests;}
  const containers = ofContainers(pod, AS_ASKED);
  const add = (list: Map<string, bigint>, name: string, amount: bigint) => {
    if (!requests.has(name) && !list.has(name)) {list.set(name, amount);}
  };
  containers.forEach((amount, name) => name.startsWith(HUGE_PAGES) && add(limits, name, amount));
  if (limits.size > 0) {containers.forEach((amount, name) => SHARED.includes(name) && add(requests, name, amount));}
  limits.forEach((amount, name) => add(requests, name, amount));
  const resized = resizedTo(requests, status, isInfeasible(status));
  const ofPods = [...requests.keys()].filter(name => SHARED.includes(name) || name.startsWith(HUGE_PAGES));
  return new Map(ofPods.map(name => [name, resized.get(name) ?? 0n]));
}

function heldBy(status: Wire | undefined): Held {
  const states: Wire[] = [...status?.containerStatuses ?? [], ...status?.initContainerStatuses ?? []];
  if (states.every(({ resources }) => !resources)) {return AS_ASKED;}
  const byName = new Map(states.map(state => [state.name, state]));
  const infeasible = isInfeasible(status);
  return (container, requests) => resizedTo(requests, byName.get(container), infeasible);
}

/**
 * What is asked for, what is granted or what is in use, whichever is most. Where the node can never grant it, no more than the latter two.
 */
function resizedTo(requests: ResourceList, state: Wire | undefined, infeasible: boolean): ResourceList {
  if (!state?.resources) {return requests;}
  const held = maxResources(readThousandths(state.resources.requests), readThousandths(state.allocatedResources));
  return infeasible ? held : maxResources(requests, held);
}

function isInfeasible(status: Wire | undefined): boolean {
  return (status?.conditions ?? []).find(({ type }: Wire) => type === 'PodResizePending')?.reason === 'Infeasible';
}
