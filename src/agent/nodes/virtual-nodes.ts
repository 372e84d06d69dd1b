import type { NodeRequirement } from '../../cluster/node-selection';
import type { VirtualNodeLabels } from '../../cluster/platforms/platform-facts';
import { EKS_AUTO_MODE, EKS_COMPUTE_TYPE, EKS_HYBRID, NODE_TYPE } from '../../cluster/virtual-nodes';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * Machines that AWS runs or that are outside of AWS, which are left out in addition.
 */
export interface VirtualNodesOptions {
  /**
   * Whether the nodes of EKS Auto Mode are left out too: for agents whose work AWS does on them, such as the network, the EBS volumes and
   * the devices.
   *
   * @default false - they are machines of the cluster
   */
  readonly eksAutoMode?: boolean;

  /**
   * Whether EKS Hybrid Nodes, which are outside of AWS, are left out too: for agents that need what only machines in AWS have, such as EBS
   * volumes.
   *
   * @default false - they are machines of the cluster
   */
  readonly eksHybridNodes?: boolean;
}

/**
 * Nodes that are no machines with a kubelet: a DaemonSet pod on them stays Pending for ever. Agents of every kind leave them out, and run
 * on every machine of the cluster, whoever runs it: also on the nodes of EKS Auto Mode and on EKS Hybrid Nodes. Agents whose work AWS does
 * on such machines leave these out by `VirtualNodesOptions`.
 *
 * The exclusion is written into every alternative of the node affinity, whatever else the coverage asks for. Where the platform of the
 * target cluster is known, nodes that its clusters cannot have are not mentioned: `NodePlatform.of` says otherwise of your own.
 */
export class VirtualNodes {
  /**
   * Leaves out AWS Fargate and virtual-kubelet (AKS virtual nodes among them).
   */
  public static excluded(options: VirtualNodesOptions = {}): VirtualNodes {
    const { eksComputeTypes, nodeTypes } = fixedValue(AGENT_DEFAULTS.virtualNodes);
    return new VirtualNodes([
      ...options.eksAutoMode ? [EKS_AUTO_MODE] : [], ...eksComputeTypes, ...options.eksHybridNodes ? [EKS_HYBRID] : [],
    ], [...nodeTypes]);
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
