import { selectionIn } from './node-terms';
import { canShareNodes } from './shared-nodes';
import type { ClusterNode } from '../inventory/cluster-node';
import type { Workload } from '../inventory/workload';
import type { NodeSelection } from '../node-selection';
import { Fleet } from './fleet';
import { Placement } from './placement';
import { memo } from '../../private/memo';
import type { CheckContext } from '../inventory/check-context';

/** Which workloads can meet on a node: on those of the cluster where they are known, else on any that can be. */
export class NodeSharing {
  /** One for all rules that look at the same objects. */
  public static readonly in = memo((context: CheckContext) => new NodeSharing(context));

  private readonly fleet?: Fleet<ClusterNode>;
  private readonly byWorkload = new Map<Workload, ReadonlySet<ClusterNode>>();

  private constructor({ nodes }: CheckContext) {
    if (nodes !== undefined && nodes.length > 0) {this.fleet = new Fleet(nodes);}
  }

  /** Whether a node can have pods of both. */
  public share(one: Workload, other: Workload): boolean {
    if (this.fleet === undefined) {return canShareNodes(selectionOf(one), selectionOf(other));}
    const [few, many] = [this.nodesOf(one)!, this.nodesOf(other)!].sort((a, b) => a.size - b.size);
    for (const node of few) {
      if (many.has(node)) {return true;}
    }
    return false;
  }

  /** The nodes that may have pods of a workload; undefined where no node is known. */
  public nodesOf(workload: Workload): ReadonlySet<ClusterNode> | undefined {
    if (this.fleet === undefined) {return undefined;}
    let nodes = this.byWorkload.get(workload);
    if (nodes === undefined) {
      nodes = new Set(this.fleet.groupsFor(new Placement(workload.pod)).flatMap(group => (group.decision.shouldRun ? group.nodes : [])));
      this.byWorkload.set(workload, nodes);
    }
    return nodes;
  }

  /** Whether every node that may have pods of one may have pods of the other; undefined where no node is known. */
  public isWithin(one: Workload, other: Workload): boolean | undefined {
    const [inner, outer] = [this.nodesOf(one), this.nodesOf(other)];
    return inner && outer && inner.size > 0 && [...inner].every(node => outer.has(node));
  }
}

/** A pod that names its node asks for that alone. */
function selectionOf(workload: Workload): NodeSelection {
  const { pod } = workload;
  return pod.nodeName
    ? { terms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [pod.nodeName] }] }] }
    : selectionIn(workload);
}
