import { namespaceOf } from '../../private/entry';
import { ClusterPod, takesRoom } from '../inventory/cluster-pod';
import type { ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import type { HostPortClaim } from '../workload-facts';

/** A port of a node, and the pod that has it. */
export interface HeldPort extends HostPortClaim {
  readonly pod: ClusterPod;
}

/** What pods take of a node, as the scheduler adds it up. */
export interface NodeLoad {
  /** Their requests, and under `pods` how many they are. */
  readonly requests: ResourceList;
  /** By number. */
  readonly ports: ReadonlyMap<number, readonly HeldPort[]>;
}

const NOTHING: NodeLoad = { requests: new Map(), ports: new Map() };

/** What the pods of a cluster take of its nodes: added up once, for however many agents. */
export class Occupancy {
  private readonly loads = new Map<string, NodeLoad>();
  /** The pods of a DaemonSet, by its name and then by node. */
  private readonly ofAgents = new Map<string, Map<string, ClusterPod[]>>();

  public constructor(pods: readonly ClusterPod[]) {
    const byNode = new Map<string, ClusterPod[]>();
    for (const pod of pods) {
      if (pod.nodeName === undefined || !takesRoom(pod)) {continue;}
      push(byNode, pod.nodeName, pod);
      if (pod.owner?.kind !== 'DaemonSet') {continue;}
      const key = keyOf(pod.namespace, pod.owner.name);
      const own = this.ofAgents.get(key) ?? new Map<string, ClusterPod[]>();
      this.ofAgents.set(key, own);
      push(own, pod.nodeName, pod);
    }
    for (const [node, there] of byNode) {this.loads.set(node, loadOf(there));}
  }

  /** What is taken of a node by all pods but those that these agents have there: an agent does not are in its own way. */
  public withoutPodsOf(agents: readonly Workload[], node: string): NodeLoad {
    const load = this.loads.get(node) ?? NOTHING;
    const own = load === NOTHING ? [] : agents.flatMap(agent => this.podsOf(agent, node));
    return own.length === 0 ? load : without(load, own);
  }

  private podsOf(agent: Workload, node: string): readonly ClusterPod[] {
    return this.ofAgents.get(keyOf(namespaceOf(agent), agent.name))?.get(node) ?? [];
  }
}

function loadOf(pods: readonly ClusterPod[]): NodeLoad {
  const requests = new Map<string, bigint>([['pods', BigInt(pods.length)]]);
  const ports = new Map<number, HeldPort[]>();
  for (const pod of pods) {
    for (const [name, amount] of pod.requests) {requests.set(name, (requests.get(name) ?? 0n) + amount);}
    for (const claim of pod.hostPorts) {push(ports, claim.port, { ...claim, pod });}
  }
  return { requests, ports };
}

function without(load: NodeLoad, own: readonly ClusterPod[]): NodeLoad {
  const requests = new Map(load.requests);
  const free = (name: string, amount: bigint) => requests.set(name, requests.get(name)! - amount);
  free('pods', BigInt(own.length));
  own.forEach(pod => pod.requests.forEach((amount, name) => free(name, amount)));
  const freed = own.flatMap(({ hostPorts }) => hostPorts.map(({ port }) => port));
  if (freed.length === 0) {return { requests, ports: load.ports };}
  const ports = new Map(load.ports);
  for (const port of freed) {ports.set(port, ports.get(port)!.filter(({ pod }) => !own.includes(pod)));}
  return { requests, ports };
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) {list.push(value);} else {map.set(key, [value]);}
}
