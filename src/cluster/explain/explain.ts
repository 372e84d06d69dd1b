import { controllerReason } from './controller-reasons';
import { kubeletReasons } from './kubelet-reasons';
import type { Reason } from './reason';
import { otherScheduler, schedulerReasons } from './scheduler-reasons';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import type { Workload } from '../inventory/workload';
import { Fleet } from '../placement/fleet';
import { Decision, Placement } from '../placement/placement';
import { Occupancy } from '../scheduling/node-load';

/** What becomes of an agent on a node. */
export interface NodeVerdict extends Decision {
  /** Everything that keeps a pod from running there. Only nodes that get a pod are looked at by the scheduler and the kubelet. */
  readonly reasons: readonly Reason[];
}

/** Nodes with the same answer. */
export interface VerdictGroup {
  readonly nodes: readonly ClusterNode[];
  readonly verdict: NodeVerdict;
}

/**
 * What a cluster would do with agents. Without pods every node counts as empty. An agent is judged as if it were new: its own pods do not
 * count, and those of other agents count where they are.
 */
export class Explainer {
  private readonly fleet: Fleet<ClusterNode>;
  private readonly occupancy: Occupancy;
  private readonly schedulers: ReadonlySet<string>;

  public constructor(nodes: readonly ClusterNode[], pods: readonly ClusterPod[] = []) {
    this.fleet = new Fleet(nodes);
    this.occupancy = new Occupancy(pods);
    this.schedulers = new Set(pods.filter(({ nodeName }) => nodeName !== undefined).map(({ spec }) => spec.schedulerName));
  }

  /** The nodes by what becomes of the agent there, in the order of their first nodes. */
  public explain(agent: Workload): VerdictGroup[] {
    const placement = new Placement(agent.pod);
    const { ids, decisions } = this.fleet.decideApart(placement);
    const blocked = new Map<number, Answer>();
    const answerFor = this.answersOf(agent);
    const groups = new Map<string, { readonly nodes: ClusterNode[]; readonly verdict: NodeVerdict }>();
    this.fleet.nodes.forEach((node, index) => {
      const decision = decisions[ids[index]];
      let answer = blocked.get(ids[index]);
      if (decision.shouldRun) {
        answer = answerFor(node);
      } else if (answer === undefined) {
        answer = answerOf(placement.blockersOn(node).map(blocker => controllerReason(blocker, agent.pod.tolerations ?? [])));
        blocked.set(ids[index], answer);
      }
      const { reasons, key } = answer!;
      const group = groups.get(key);
      if (group) {group.nodes.push(node);} else {groups.set(key, { nodes: [node], verdict: { ...decision, reasons } });}
    });
    return [...groups.values()];
  }

  private answersOf(agent: Workload): (node: ClusterNode) => Answer {
    const ofScheduler = schedulerReasons(agent, this.occupancy);
    const ofKubelet = kubeletReasons(agent);
    const anywhere = otherScheduler(agent, this.schedulers);
    return node => answerOf([...anywhere, ...ofScheduler(node), ...ofKubelet(node)]);
  }
}

interface Answer {
  readonly reasons: readonly Reason[];
  /** The same for the same reasons. Reasons tell what the controller decides too: it has some exactly where no pod is made. */
  readonly key: string;
}

const RUNS: Answer = { reasons: [], key: '' };

function answerOf(reasons: readonly Reason[]): Answer {
  if (reasons.length === 0) {return RUNS;}
  const byText = new Map(reasons.map(reason => [JSON.stringify(reason), reason]));
  return { reasons: [...byText.values()], key: [...byText.keys()].join('\n') };
}
