import type { NodeRequirement } from '../../cluster/node-selection';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { isLabelValue, isQualifiedName } from '../../private/names';

/**
 * A condition on one label of a node.
 */
export class NodeExpression {
  /** The label has one of the values. */
  public static oneOf(key: string, values: string[]): NodeExpression {
    return new NodeExpression(key, 'In', requireValues(key, values));
  }

  /** The label has none of the values, or is absent. */
  public static noneOf(key: string, values: string[]): NodeExpression {
    return new NodeExpression(key, 'NotIn', requireValues(key, values));
  }

  /** The label is there, whatever its value. */
  public static exists(key: string): NodeExpression {
    return new NodeExpression(key, 'Exists');
  }

  /** The label is absent. */
  public static doesNotExist(key: string): NodeExpression {
    return new NodeExpression(key, 'DoesNotExist');
  }

  /** The label is a whole number above the bound. */
  public static greaterThan(key: string, bound: number): NodeExpression {
    return new NodeExpression(key, 'Gt', [requireInteger(key, bound, 0)]);
  }

  /** The label is a whole number below the bound. */
  public static lessThan(key: string, bound: number): NodeExpression {
    return new NodeExpression(key, 'Lt', [requireInteger(key, bound, 1)]);
  }

  private constructor(
    /** The key of the label. */
    public readonly key: string,
    /** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
    public readonly operator: string,
    /** What the label is compared with. */
    public readonly values?: string[],
  ) {
    if (!isQualifiedName(key)) {
      fail({
        code: 'invalid-label',
        what: 'the key of a node label is not a qualified name',
        given: quote(key),
        allowed: 'an optional DNS prefix and `/`, then at most 63 letters, digits, `-`, `_` and `.`',
        fix: 'copy the key from `kubectl get nodes --show-labels`',
      });
    }
  }

  /** @internal */
  public _toRequirement(): NodeRequirement {
    return { key: this.key, operator: this.operator as NodeRequirement['operator'], ...this.values && { values: [...this.values] } };
  }
}

guardClass({ NodeExpression });

function requireValues(key: string, values: string[]): string[] {
  const wrong = values.find(value => !isLabelValue(value));
  if (values.length === 0 || wrong !== undefined) {
    fail({
      code: 'invalid-label',
      what: `the values for the node label ${quote(key)} cannot be used`,
      given: quote(wrong ?? values),
      allowed: 'at least one value of at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends',
      fix: 'copy the values from `kubectl get nodes --show-labels`; for presence alone use exists or doesNotExist',
    });
  }
  return [...values];
}

/** Values of labels begin with a letter or digit, so that none is below zero, and nothing is less than that. */
function requireInteger(key: string, bound: number, least: number): string {
  if (!Number.isSafeInteger(bound) || bound < least) {
    fail({
      code: 'invalid-label',
      what: `the bound for the node label ${quote(key)} cannot be compared with`,
      given: String(bound),
      allowed: `a whole number from ${least}`,
      fix: 'use a whole number: labels hold none below 0, and API servers accept others, which never match',
    });
  }
  return String(bound);
}
