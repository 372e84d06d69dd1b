import { NodeExpression } from './node-expression';
import { NodeTerm } from './node-term';
import { OperatingSystem } from './operating-system';
import { SaidOfNodes } from './said-of-nodes';
import { Toleration } from './toleration';
import { VirtualNodes } from './virtual-nodes';
import type { NodeRequirement, NodeSelection, NodeTerm as WireTerm } from '../../cluster/node-selection';
import type { PlatformFacts } from '../../cluster/platforms/platform-facts';
import { fail, quote } from '../../private/agent-error';
import { fixedValue } from '../../private/default-row';
import { guardClass } from '../../private/doors/guard-class';
import { isLabelValue, isQualifiedName } from '../../private/names';
import { AGENT_DEFAULTS } from '../defaults';

/**
 * What holds for a coverage next to the nodes it names.
 */
export interface NodeCoverageOptions {
  /**
   * The taints that are tolerated. An empty list tolerates none in addition to those that the DaemonSet controller adds.
   *
   * Narrower lists to choose from: `[Toleration.effect(TaintEffect.NO_SCHEDULE)]` leaves nodes that are being evacuated,
   * `[Toleration.controlPlane()]` adds the control plane alone.
   *
   * @default - every taint is tolerated. A new node carries `node.kubernetes.io/not-ready:NoSchedule` until it is Ready, and the
   * controller does not tolerate that one by itself: without it agents start late on every new node and are not recreated on NotReady
   * ones. Dedicated node pools (GPU, spot, control plane) are covered for the same reason.
   */
  readonly tolerations?: Toleration[];

  /**
   * Which nodes without an ordinary kubelet are left out.
   *
   * @default VirtualNodes.excluded()
   */
  readonly virtualNodes?: VirtualNodes;

  /**
   * The processor architectures that the image is built for, as the label `kubernetes.io/arch` spells them: `amd64`, `arm64`.
   *
   * @default - every architecture
   */
  readonly architectures?: string[];
}

/**
 * What holds for a coverage that does not name the operating system of its nodes.
 */
export interface LabelledNodeCoverageOptions extends NodeCoverageOptions {
  /**
   * The operating system of the nodes.
   *
   * @default OperatingSystem.LINUX
   */
  readonly operatingSystem?: OperatingSystem;
}

/**
 * A coverage spelled out by hand, with nothing added.
 */
export interface ExactNodeCoverage {
  /**
   * Labels that a node must have.
   *
   * @default - no label is asked for
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Alternatives of which a node must meet one.
   *
   * @default - no node affinity is written
   */
  readonly terms?: NodeTerm[];

  /**
   * The taints that are tolerated.
   *
   * @default - none in addition to those that the DaemonSet controller adds
   */
  readonly tolerations?: Toleration[];
}

/**
 * The nodes that an agent runs on: which labels they have, and which taints it puts up with.
 */
export class NodeCoverage {
  /** Every Linux node, the control plane included. */
  public static linux(options: NodeCoverageOptions = {}): NodeCoverage {
    return NodeCoverage.build(options, {}, [], undefined, true);
  }

  /** Every Linux node that is not of the control plane. */
  public static workers(options: NodeCoverageOptions = {}): NodeCoverage {
    return NodeCoverage.build(options, {}, [NodeTerm.matching([NodeExpression.doesNotExist(CONTROL_PLANE)])], undefined, true);
  }

  /** The Linux nodes of the control plane. */
  public static controlPlane(options: NodeCoverageOptions = {}): NodeCoverage {
    return NodeCoverage.build(options, {}, [NodeTerm.matching([NodeExpression.exists(CONTROL_PLANE)])], undefined, true);
  }

  /** Every Windows node. */
  public static windows(options: NodeCoverageOptions = {}): NodeCoverage {
    return NodeCoverage.build({ ...options, operatingSystem: OperatingSystem.WINDOWS }, {}, []);
  }

  /**
   * The nodes that have all of these labels.
   *
   * @throws invalid-label
   */
  public static labelled(labels: { [key: string]: string }, options: LabelledNodeCoverageOptions = {}): NodeCoverage {
    requireSome(Object.keys(labels), 'NodeCoverage.labelled');
    return NodeCoverage.build(options, labels, []);
  }

  /**
   * The nodes that meet all of these conditions.
   */
  public static matching(expressions: NodeExpression[], options: LabelledNodeCoverageOptions = {}): NodeCoverage {
    return NodeCoverage.build(options, {}, [NodeTerm.matching(expressions)]);
  }

  /**
   * The nodes that meet at least one of the terms.
   *
   * @throws empty-node-term
   */
  public static anyOf(terms: NodeTerm[], options: LabelledNodeCoverageOptions = {}): NodeCoverage {
    requireSome(terms, 'NodeCoverage.anyOf');
    return NodeCoverage.build(options, {}, terms);
  }

  /**
   * The nodes of these names (`metadata.name`, not the label `kubernetes.io/hostname`).
   *
   * @throws invalid-name
   */
  public static named(names: string[], options: LabelledNodeCoverageOptions = {}): NodeCoverage {
    requireSome(names, 'NodeCoverage.named');
    return NodeCoverage.build(options, {}, [], [...names].sort());
  }

  /**
   * Exactly what is given: no operating system, no exclusion of virtual nodes, no toleration is added.
   */
  public static exactly(rules: ExactNodeCoverage): NodeCoverage {
    return new NodeCoverage(
      requireLabels(rules.nodeSelector ?? {}),
      (rules.terms ?? []).map(term => term._toWire()),
      rules.tolerations ?? [],
    );
  }

  /** @internal nodes that were worked out */
  public static _of(selection: NodeSelection, tolerations: Toleration[]): NodeCoverage {
    return new NodeCoverage({ ...selection.nodeSelector }, [...selection.terms ?? []], tolerations);
  }

  private static build(
    options: LabelledNodeCoverageOptions, labels: { [key: string]: string }, terms: NodeTerm[], names?: string[],
    isOfSystem: boolean = options.operatingSystem !== undefined,
  ): NodeCoverage {
    const os = options.operatingSystem ?? fixedValue(AGENT_DEFAULTS.operatingSystem);
    const architectures = options.architectures === undefined
      ? []
      : [NodeExpression.oneOf(ARCHITECTURE, options.architectures)._toRequirement()];
    const asked = alternatives(terms, names).map(term => narrowed(term, architectures));
    return new NodeCoverage(
      requireLabels({ ...labels, [OS]: labels[OS] ?? os }),
      asked,
      options.tolerations ?? (fixedValue(AGENT_DEFAULTS.tolerations) === 'all' ? [Toleration.everything()] : []),
      options.virtualNodes ?? VirtualNodes.excluded(),
      () => ({
        selection: selectionOf({ ...labels, ...isOfSystem && { [OS]: labels[OS] ?? os } }, asked, options.virtualNodes?._exclusions()),
        tolerations: options.tolerations,
      }),
    );
  }

  /** The taints that are tolerated, in addition to those that the DaemonSet controller adds. */
  public readonly tolerations: Toleration[];

  private constructor(
    private readonly nodeSelector: { [key: string]: string },
    private readonly terms: WireTerm[],
    tolerations: Toleration[],
    private readonly virtualNodes: VirtualNodes = VirtualNodes.included(),
    private readonly said?: () => SaidOfNodes,
  ) {
    this.tolerations = Object.freeze([...tolerations]) as Toleration[];
  }

  /**
   * The operating system that the nodes are known to have, by the label that is asked for.
   */
  public get operatingSystem(): OperatingSystem | undefined {
    return this.nodeSelector[OS] as OperatingSystem | undefined;
  }

  /** @internal on a platform, virtual nodes are left out that its clusters can have; where nothing is known of it, any */
  public _selection(platform?: PlatformFacts): NodeSelection {
    return selectionOf(this.nodeSelector, this.terms, this.virtualNodes._exclusions(platform?.virtualNodes));
  }

  /** @internal what was asked for, without what every coverage adds: for nodes among those of an agent, which has said the rest */
  public _said(): SaidOfNodes {
    return this.said?.() ?? { selection: this._selection(), tolerations: this.tolerations };
  }
}

guardClass({ NodeCoverage });

const OS = 'kubernetes.io/os';
const ARCHITECTURE = 'kubernetes.io/arch';
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

/** The alternatives before anything is added. One that asks for nothing stands for every node. */
function alternatives(terms: NodeTerm[], names?: string[]): WireTerm[] {
  if (names !== undefined) {
    // the name is a field, and a field requirement takes exactly one value: each name is an alternative of its own
    return names.map(name => NodeTerm.named(name)._toWire());
  }
  return terms.length === 0 ? [{}] : terms.map(term => term._toWire());
}

function selectionOf(nodeSelector: { [key: string]: string }, terms: WireTerm[], everywhere: NodeRequirement[] = []): NodeSelection {
  const all = terms.map(term => narrowed(term, everywhere)).filter(term => Object.keys(term).length > 0);
  return { nodeSelector, ...all.length > 0 && { terms: all } };
}

/** Terms are ORed, so what must hold everywhere is written into each of them. */
function narrowed(term: WireTerm, everywhere: NodeRequirement[]): WireTerm {
  const matchExpressions = [...term.matchExpressions ?? [], ...everywhere];
  return { ...term.matchFields && { matchFields: term.matchFields }, ...matchExpressions.length > 0 && { matchExpressions } };
}

function requireSome(list: unknown[], what: string): void {
  if (list.length === 0) {
    fail({
      code: 'empty-node-term',
      what: `${what} was given nothing to match`,
      given: 'nothing',
      allowed: 'at least one entry',
      fix: 'name the nodes, or use NodeCoverage.linux() for every node',
    });
  }
}

function requireLabels(labels: { [key: string]: string }): { [key: string]: string } {
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key) || !isLabelValue(value)) {
      fail({
        code: 'invalid-label',
        what: 'a node cannot have this label',
        given: quote(`${key}: ${value}`),
        allowed: 'an optional DNS prefix and `/`, then keys and values of at most 63 letters, digits, `-`, `_` and `.`',
        fix: 'copy the label from `kubectl get nodes --show-labels`',
      });
    }
  }
  return { ...labels };
}
