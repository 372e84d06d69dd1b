import { GPU_VENDORS, GpuMark, GpuTaint } from './gpu-table';
import { NodeCoverage } from '../agent/nodes/node-coverage';
import { NodeExpression } from '../agent/nodes/node-expression';
import { NodeTerm } from '../agent/nodes/node-term';
import { TaintEffect, Toleration } from '../agent/nodes/toleration';
import { VirtualNodes } from '../agent/nodes/virtual-nodes';
import { EKS_AUTO_MODE } from '../cluster/virtual-nodes';
import { guardClass } from '../private/doors/guard-class';

/**
 * Which nodes count as nodes with GPUs.
 */
export interface GpuNodesOptions {
  /**
   * Labels of your own that mark nodes with such GPUs. Each of them is one more alternative: a node needs only one.
   *
   * @default - the labels that vendors, providers and Node Feature Discovery set
   */
  readonly labels?: { [key: string]: string };

  /**
   * Whether every Linux node is taken, whatever its labels: for clusters where nothing labels the nodes. The taints that are tolerated stay
   * the same.
   *
   * @default false
   */
  readonly everyNode?: boolean;

  /**
   * Whether nodes are left out on which GKE runs a device plugin of its own: those with the label `cloud.google.com/gke-accelerator` and
   * without `gke-no-default-nvidia-gpu-device-plugin=true`.
   *
   * @default false - they have GPUs like the others; device plugins leave them out
   */
  readonly excludeGkeManaged?: boolean;

  /**
   * Taints that are tolerated in addition to those that mark such nodes.
   *
   * @default - only taints that mark nodes with such GPUs are tolerated
   */
  readonly tolerations?: Toleration[];

  /**
   * Which nodes are left out.
   *
   * @default VirtualNodes.excluded({ eksAutoMode: true }) - EKS Auto Mode has device plugins of its own; agents that watch GPUs take
   * `VirtualNodes.excluded()`
   */
  readonly virtualNodes?: VirtualNodes;

  /**
   * The processor architectures that the image is built for, as the label `kubernetes.io/arch` spells them.
   *
   * @default - every architecture
   */
  readonly architectures?: string[];
}

/**
 * The nodes with GPUs of one vendor, on any platform. No label marks them everywhere, so that a node needs one of several: the label of the
 * vendor's own tools, that of Node Feature Discovery in each of its formats, or that of GKE, AKS or Karpenter. Of the taints, only those
 * are tolerated that mark such nodes: the name of the resource, and `sku=gpu`, which Azure advises.
 */
export abstract class GpuNodes {
  /** Nodes with NVIDIA GPUs. */
  public static nvidia(options: GpuNodesOptions = {}): NodeCoverage {
    return coverageOf('nvidia', options);
  }

  /** Nodes with AMD GPUs. */
  public static amd(options: GpuNodesOptions = {}): NodeCoverage {
    return coverageOf('amd', options);
  }

  /** Nodes with Intel GPUs. */
  public static intel(options: GpuNodesOptions = {}): NodeCoverage {
    return coverageOf('intel', options);
  }
}

guardClass({ GpuNodes });

const GKE_ACCELERATOR = 'cloud.google.com/gke-accelerator';
const GKE_WITHOUT_PLUGIN = NodeExpression.oneOf('gke-no-default-nvidia-gpu-device-plugin', ['true']);
const GKE_WITHOUT_GPU = NodeExpression.doesNotExist(GKE_ACCELERATOR);

function coverageOf(vendor: keyof typeof GPU_VENDORS, options: GpuNodesOptions): NodeCoverage {
  const { labels = {}, tolerations = [], virtualNodes = VirtualNodes.excluded({ eksAutoMode: true }), architectures } = options;
  const { taints, marks } = GPU_VENDORS[vendor];
  const others = { virtualNodes, architectures, tolerations: [...taints.map(tolerationOf), ...tolerations] };
  const own = Object.keys(labels).sort().map((key): GpuMark => ({ key, values: [labels[key]] }));
  const used = [...own, ...marks].filter(({ eksAutoMode }) => !eksAutoMode || !virtualNodes.eksComputeTypes.includes(EKS_AUTO_MODE));
  const alternatives = options.everyNode ? [[]] : used.map(mark => [expressionOf(mark)]);
  const terms = options.excludeGkeManaged ? withoutGkeManaged(alternatives) : alternatives;
  return terms.some(term => term.length === 0)
    ? NodeCoverage.linux(others)
    : NodeCoverage.anyOf(terms.map(term => NodeTerm.matching(term)), others);
}

/** On nodes of GKE the labels of other tools can be set as well, so the exclusion is part of every alternative. */
function withoutGkeManaged(alternatives: NodeExpression[][]): NodeExpression[][] {
  const others = alternatives.filter(term => term.every(({ key }) => key !== GKE_ACCELERATOR)).map(term => [...term, GKE_WITHOUT_GPU]);
  return [...others, [NodeExpression.exists(GKE_ACCELERATOR), GKE_WITHOUT_PLUGIN]];
}

function expressionOf({ key, values }: GpuMark): NodeExpression {
  return values === undefined ? NodeExpression.exists(key) : NodeExpression.oneOf(key, [...values]);
}

function tolerationOf({ key, value, effect }: GpuTaint): Toleration {
  return value === undefined ? Toleration.exists(key) : Toleration.withValue(key, value, { effect: effect as TaintEffect });
}
