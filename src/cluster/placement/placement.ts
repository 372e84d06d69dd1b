import { automaticTolerations, describeTaint, PodToleration, Taint, tolerates } from './taints';
import { byText, type Wire } from '../../private/wire';
import {
  explainTerm, expressionMatches, isReadable, labelOf, NodeTerm, SelectableNode, selectionOf, TermFailure, termMatches,
} from '../node-selection';

/** What the DaemonSet controller looks at in a node. */
export interface PlaceableNode extends SelectableNode {
  readonly taints: readonly Taint[];
}

/** Why a node gets no pod. Each reason blocks by itself. */
export type Blocker =
  | { readonly kind: 'node-name'; readonly wanted: string }
  | { readonly kind: 'node-selector'; readonly key: string; readonly wanted: string; readonly found?: string }
  | { readonly kind: 'node-affinity'; readonly terms: readonly TermFailure[] }
  | { readonly kind: 'untolerated-taint'; readonly taint: Taint; readonly evicts: boolean };

/** What the DaemonSet controller decides for one node. */
export interface Decision {
  /** Whether the node gets a pod. */
  readonly shouldRun: boolean;
  /** Whether a pod that is there may stay. */
  readonly shouldContinueRunning: boolean;
}

const RUN: Decision = { shouldRun: true, shouldContinueRunning: true };
const STAY: Decision = { shouldRun: false, shouldContinueRunning: true };
const NEITHER: Decision = { shouldRun: false, shouldContinueRunning: false };

/**
 * On which nodes the pods of a DaemonSet run, by the rules of the controller: it looks at names, labels and taints, and at nothing else.
 * What depends on the pod spec alone is worked out once, for however many nodes.
 */
export class Placement {
  /** The labels that decide: nodes that agree in these and in their taints are decided alike, unless names count. */
  public readonly labelKeys: readonly string[];
  /** Whether it matters what a node is called. */
  public readonly looksAtNames: boolean;
  private readonly nodeName?: string;
  private readonly selector: ReadonlyArray<[key: string, value: string]>;
  /** Undefined where nothing is asked for. */
  private readonly terms?: readonly NodeTerm[];
  private readonly readable?: readonly NodeTerm[];
  private readonly tolerations: readonly PodToleration[];
  private readonly toleratesAll: boolean;

  public constructor(podSpec: Wire) {
    const { nodeSelector, terms } = selectionOf(podSpec);
    this.nodeName = podSpec.nodeName || undefined;
    this.selector = Object.entries(nodeSelector ?? {});
    this.terms = terms;
    this.readable = terms?.filter(isReadable);
    this.labelKeys = [...new Set([
      ...this.selector.map(([key]) => key),
      ...(this.readable ?? []).flatMap(({ matchExpressions }) => (matchExpressions ?? []).map(({ key }) => key)),
    ])];
    this.looksAtNames = this.nodeName !== undefined || (this.readable ?? []).some(({ matchFields }) => (matchFields ?? []).length > 0);
    this.tolerations = [...podSpec.tolerations ?? [], ...automaticTolerations(podSpec.hostNetwork === true)];
    this.toleratesAll = this.tolerations.some(({ key, effect, operator }) => !key && !effect && operator === 'Exists');
  }

  /** Which of the conditions on a label a value of it meets: values of which the same is true make no difference. */
  public conditionsMet(key: string, label: string | undefined): string {
    let met = '';
    for (const [own, value] of this.selector) {
      if (own === key) {met += label === value ? '1' : '0';}
    }
    for (const { matchExpressions } of this.readable ?? []) {
      for (const requirement of matchExpressions ?? []) {
        if (requirement.key === key) {met += expressionMatches(requirement, label) ? '1' : '0';}
      }
    }
    return met;
  }

  public on(node: PlaceableNode): Decision {
    if (!this.isWanted(node)) {return NEITHER;}
    if (this.toleratesAll) {return RUN;}
    const untolerated = node.taints.filter(taint => this.repels(taint));
    if (untolerated.length === 0) {return RUN;}
    return untolerated.some(({ effect }) => effect === 'NoExecute') ? NEITHER : STAY;
  }

  /**
   * Everything that keeps the pods away from a node, in the same order however the node lists its taints: nothing where `on` says that one
   * runs.
   */
  public blockersOn(node: PlaceableNode): Blocker[] {
    return [
      ...this.nodeName === undefined || this.nodeName === node.name ? [] : [{ kind: 'node-name' as const, wanted: this.nodeName }],
      ...this.selector.filter(([key, value]) => labelOf(node, key) !== value).map(([key, wanted]) => {
        const found = labelOf(node, key);
        return { kind: 'node-selector' as const, key, wanted, ...found !== undefined && { found } };
      }),
      ...this.terms === undefined || this.readable!.some(term => termMatches(term, node))
        ? [] : [{ kind: 'node-affinity' as const, terms: this.terms.map(term => explainTerm(term, node)) }],
      ...node.taints.filter(taint => this.repels(taint)).sort((a, b) => byText(describeTaint(a), describeTaint(b)))
        .map(taint => ({ kind: 'untolerated-taint' as const, taint, evicts: taint.effect === 'NoExecute' })),
    ];
  }

  /** The taints that alone keep the pods away from a node, in order; none where something else does too, or nothing. */
  public taintsAloneOn(node: PlaceableNode): Taint[] {
    const blockers = this.blockersOn(node);
    const taints = blockers.flatMap(blocker => (blocker.kind === 'untolerated-taint' ? [blocker.taint] : []));
    return taints.length === blockers.length ? taints : [];
  }

  private isWanted(node: PlaceableNode): boolean {
    return (this.nodeName === undefined || this.nodeName === node.name)
      && this.selector.every(([key, value]) => labelOf(node, key) === value)
      && (this.readable === undefined || this.readable.some(term => termMatches(term, node)));
  }

  private repels(taint: Taint): boolean {
    return (taint.effect === 'NoSchedule' || taint.effect === 'NoExecute')
      && !this.tolerations.some(toleration => tolerates(toleration, taint));
  }
}
