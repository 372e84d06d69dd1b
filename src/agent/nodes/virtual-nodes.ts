import type { NodeRequirement } from '../../cluster/node-selection';
import type { VirtualNodeLabels } from '../../cluster/platforms/platform-facts';
import { EKS_COMPUTE_TYPE, FARGATE, NODE_TYPE, VIRTUAL_KUBELET } from '../../cluster/virtual-nodes';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * Nodes that are not ordinary machines with a kubelet of the cluster's own: a DaemonSet pod on them stays Pending for ever, or finds the
 * job done by the provider.
 *
 * The exclusion is written into every alternative of the node affinity, whatever else the coverage asks for. Where the platform of the target cluster is
 * known, nodes that its clusters cannot have are not mentioned: `NodePlatform.of` says otherwise of your own.
 */
export class VirtualNodes {
  /**
   * Leaves out AWS Fargate, virtual-kubelet (AKS virtual nodes among them), and the nodes of EKS Auto Mode and EKS Hybrid Nodes,
   * which bring networking and storage agents of their own.
   */
  public static excluded(): VirtualNodes {
    const { eksComputeTypes, nodeTypes } = fixedValue(AGENT_DEFAULTS.virtualNodes);
    return new VirtualNodes([...eksComputeTypes], [...nodeTypes]);
  }

  /**
   * Leaves out Fargate and virtual-kubelet only. EKS Auto Mode and EKS Hybrid Nodes are real machines:
   * what observes a node (logs, metrics) belongs on them too.
   */
  public static serverlessExcluded(): VirtualNodes {
    return new VirtualNodes([FARGATE], [VIRTUAL_KUBELET]);
  }

  /** Leaves out nothing. */
  public static included(): VirtualNodes {
    return new VirtualNodes([], []);
  }

  private constructor(
    /** Values of the label `eks.amazonaws.com/compute-type` that are left out. */
    public readonly eksComputeTypes: string[],
    /** Values of the label `type` that are left out. */
    public readonly nodeTypes: string[],
  ) {}

  /** @internal of those that there can be; all of them where nothing is known */
  public _exclusions(possible?: VirtualNodeLabels): NodeRequirement[] {
    const [types, nodeTypes] = [possible?.eksComputeTypes, possible?.nodeTypes];
    return [
      { key: EKS_COMPUTE_TYPE, operator: 'NotIn' as const, values: this.eksComputeTypes.filter(each => types?.includes(each) ?? true) },
      { key: NODE_TYPE, operator: 'NotIn' as const, values: this.nodeTypes.filter(each => nodeTypes?.includes(each) ?? true) },
    ].filter(requirement => requirement.values.length > 0);
  }
}

guardClass({ VirtualNodes });
