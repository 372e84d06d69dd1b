import { absent, anyValue, listEquals, listWith, not, objectEquals, objectLike, quantity, regexp, serialized } from './match/matchers';
import { requirePattern } from './match/require-pattern';
import { quote } from '../private/agent-error';
import type { Matcher } from '../private/compare/matcher';
import { guardClass } from '../private/doors/guard-class';
import { isMap } from '../private/entry';
import { isQuantity } from '../private/quantity';

/**
 * Conditions for patterns, in place of a value.
 *
 * A pattern without conditions speaks of the fields that it names and leaves others open, however deep. A list in it stands for the whole
 * list, in its order. Texts, numbers and booleans are equal or they are not. What must not be there is `Match.absent()`: null is dropped on
 * the way from other languages.
 */
export class Match {
  /** A map that has these fields, and may have others: what a map in a pattern means anyway, also inside of `objectEquals`. */
  public static objectLike(pattern: any): Match {
    return new Match('objectLike', objectLike(requireMap('objectLike', pattern)));
  }

  /** A map that has these fields and no others, and so on below it. */
  public static objectEquals(pattern: any): Match {
    return new Match('objectEquals', objectEquals(requireMap('objectEquals', pattern)));
  }

  /**
   * A list that has entries like each of these, in any order, and may have others. Kubernetes tells most entries of its lists apart by
   * `name`, `key` or `mountPath`: where an entry of the pattern has one, a failure shows the entry with the same one.
   */
  public static listWith(entries: any[]): Match {
    const list = requireList('listWith', entries);
    if (list.length === 0) {
      throw new Error('Match.listWith was given nothing to look for; fix: name entries, or use Match.listEquals([]) for an empty list');
    }
    return new Match('listWith', listWith(list));
  }

  /** A list that has exactly these entries in this order, with no fields in addition to those that are named. */
  public static listEquals(entries: any[]): Match {
    return new Match('listEquals', listEquals(requireList('listEquals', entries)));
  }

  /** No such field. */
  public static absent(): Match {
    return new Match('absent', absent());
  }

  /** Such a field, whatever is in it. */
  public static anyValue(): Match {
    return new Match('anyValue', anyValue());
  }

  /** Anything that is not like the pattern, a field that is not there included. */
  public static not(pattern: any): Match {
    return new Match('not', not(requirePattern(pattern)));
  }

  /**
   * The same amount, however it is written: `0.1` and `100m`, `1Gi` and `1024Mi`.
   *
   * @param amount a quantity of Kubernetes
   */
  public static quantity(amount: string): Match {
    if (!isQuantity(amount)) {
      throw new Error(
        `Match.quantity takes a quantity of Kubernetes; given: ${quote(amount)}; fix: write something like 100m, 0.1 or 64Mi`,
      );
    }
    return new Match('quantity', quantity(amount));
  }

  /**
   * A text in which the expression is found. `^` and `$` hold it to the whole text.
   *
   * @param expression in the syntax of JavaScript
   */
  public static regexp(expression: string): Match {
    return new Match('regexp', regexp(compiled(expression)));
  }

  /** A text that is JSON, and what it says. */
  public static serializedJson(pattern: any): Match {
    return new Match('serializedJson', serialized('JSON', requirePattern(pattern)));
  }

  /** A text that is YAML, and what it says: a configuration file in a ConfigMap. */
  public static serializedYaml(pattern: any): Match {
    return new Match('serializedYaml', serialized('YAML', requirePattern(pattern)));
  }

  private constructor(
    /** The method that made it. */
    public readonly kind: string,
    /** @internal */
    public readonly _matcher: Matcher,
  ) {}
}

guardClass({ Match });

function requireMap(method: string, pattern: any): object {
  if (!isMap(pattern) || pattern instanceof Match) {
    throw new Error(`Match.${method} takes a map; given: ${JSON.stringify(pattern)}; fix: write { field: value }`);
  }
  return requirePattern(pattern);
}

function requireList(method: string, entries: any): unknown[] {
  if (!Array.isArray(entries)) {
    throw new Error(`Match.${method} takes a list; given: ${JSON.stringify(entries)}; fix: write [entry, ...]`);
  }
  return requirePattern(entries);
}

function compiled(expression: string): RegExp {
  try {
    return new RegExp(expression, 'u');
  } catch (error) {
    throw new Error(`Match.regexp takes a regular expression of JavaScript; given: ${quote(expression)}, ${(error as Error).message}; `
      + 'fix: escape what is meant as it stands');
  }
}
