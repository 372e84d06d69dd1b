import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isWholeNumber, MAX_INT32 } from '../../private/whole-number';
import { Wire } from '../../private/wire';

/**
 * How many pods a drain of nodes may take at once: a PodDisruptionBudget.
 */
export class DisruptionBudget {
  /**
   * At most this many pods are missing because of drains.
   *
   * @param pods at least 1: with 0 no node that runs one of the pods could ever be drained
   * @throws invalid-disruption-budget
   */
  public static maxUnavailable(pods: number): DisruptionBudget {
    return new DisruptionBudget('maxUnavailable', requireCount(pods));
  }

  /**
   * At least this many pods stay. With as many as there are replicas no node that runs one of them can be drained.
   *
   * @throws invalid-disruption-budget
   */
  public static minAvailable(pods: number): DisruptionBudget {
    return new DisruptionBudget('minAvailable', requireCount(pods));
  }

  /** No object is written: a drain takes any pod at any time. */
  public static none(): DisruptionBudget {
    return new DisruptionBudget('none', 0);
  }

  private constructor(
    /** `maxUnavailable`, `minAvailable` or `none`. */
    public readonly kind: string,
    private readonly pods: number,
  ) {}

  /** @internal whether every drain would wait for ever */
  public _blocksDrains(replicas: number): boolean {
    return this.kind === 'minAvailable' && replicas > 0 && this.pods >= replicas;
  }

  /** @internal undefined where there is none */
  public _toWire(selectorLabels: { readonly [key: string]: string }): Wire | undefined {
    if (this.kind === 'none') {return undefined;}
    // a pod that is not ready protects nothing, and would hold up the drain of its node
    return { [this.kind]: this.pods, selector: { matchLabels: selectorLabels }, unhealthyPodEvictionPolicy: 'AlwaysAllow' };
  }
}

guardClass({ DisruptionBudget });

function requireCount(pods: number): number {
  if (!isWholeNumber(pods, 1, MAX_INT32)) {
    fail({
      code: 'invalid-disruption-budget', what: 'a disruption budget cannot have this number of pods', given: quote(pods),
      allowed: `a whole number from 1 to ${MAX_INT32}`,
      fix: 'use DisruptionBudget.maxUnavailable(1), or DisruptionBudget.none() for no budget',
    });
  }
  return pods;
}
