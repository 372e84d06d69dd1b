import { NodeExpression } from './node-expression';
import type { NodeTerm as WireTerm } from '../../cluster/node-selection';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * A set of conditions that a node meets all at once. Several terms are alternatives.
 */
export class NodeTerm {
  /** Nodes that have all of these labels. */
  public static labelled(labels: { [key: string]: string }): NodeTerm {
    return NodeTerm.matching(Object.keys(labels).sort().map(key => NodeExpression.oneOf(key, [labels[key]])));
  }

  /**
   * Nodes that meet all of these conditions.
   *
   * @throws empty-node-term
   */
  public static matching(expressions: NodeExpression[]): NodeTerm {
    if (expressions.length === 0) {
      fail({
        code: 'empty-node-term',
        what: 'a term without a condition matches no node at all',
        given: 'an empty list',
        allowed: 'at least one condition',
        fix: 'name a label, or use NodeCoverage.linux() for every node',
      });
    }
    return new NodeTerm(expressions);
  }

  /**
   * The node of this name (`metadata.name`, not the label `kubernetes.io/hostname`).
   *
   * @throws invalid-name
   */
  public static named(nodeName: string): NodeTerm {
    if (/[*?[\]]/.test(nodeName)) {
      fail({
        code: 'invalid-name', what: 'a node cannot have this name', given: quote(nodeName), allowed: 'the whole name of one node',
        fix: 'names are matched exactly, without *; use NodeCoverage.labelled or NodeCoverage.matching',
      });
    }
    return new NodeTerm([], requireName(nodeName, 'dns-subdomain', 'a node'));
  }

  /** The conditions on labels. */
  public readonly expressions: NodeExpression[];

  private constructor(
    expressions: NodeExpression[],
    /** The name of the node, where it is asked for. */
    public readonly nodeName?: string,
  ) {
    this.expressions = Object.freeze([...expressions]) as NodeExpression[];
  }

  /** @internal */
  public _toWire(): WireTerm {
    return {
      ...this.expressions.length > 0 && { matchExpressions: this.expressions.map(expression => expression._toRequirement()) },
      ...this.nodeName !== undefined && { matchFields: [{ key: 'metadata.name', operator: 'In' as const, values: [this.nodeName] }] },
    };
  }
}

guardClass({ NodeTerm });
