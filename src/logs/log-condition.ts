import { LogLevel } from './log-level';
import { LogValue } from './log-value';
import { Condition } from './private/condition';
import { LogSource } from './private/log-source';
import { portablePattern } from './private/portable-pattern';
import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * What lines are meant, by their fields and by what is known of their pod: for filters, and for destinations that take some lines only.
 * It means the same in every collector.
 *
 * - A field that a line does not have, or that is null, has no text: it equals nothing, matches nothing and does not exist.
 * - Numbers and booleans have the text that JSON has for them: `500`, `true`. Objects and lists exist, and have no text.
 * - Texts are compared in full and in their case.
 */
export class LogCondition {
  /**
   * Lines whose value is one of these texts.
   *
   * @throws invalid-log-filter
   */
  public static isOneOf(value: LogValue, texts: string[]): LogCondition {
    requireSome(texts, 'a condition compares with no text');
    return new LogCondition('isOneOf', { is: 'oneOf', source: lineSource(value), texts: [...new Set(texts)].sort() });
  }

  /**
   * Lines whose value has a part that a pattern matches.
   *
   * @param pattern of what all collectors read alike: characters, `.`, classes of ASCII, `\d`, `\w`, `\s`, `\b`, groups, alternatives and
   * repetitions, and `(?i)` at its beginning. `^` and `$` are the
   * ends of the text
   * @throws invalid-pattern
   */
  public static matches(value: LogValue, pattern: string): LogCondition {
    return new LogCondition('matches', {
      is: 'matches', source: lineSource(value), pattern: portablePattern(pattern, 'the pattern of a condition'),
    });
  }

  /**
   * Lines that have the field.
   */
  public static exists(value: LogValue): LogCondition {
    return new LogCondition('exists', { is: 'exists', source: lineSource(value) });
  }

  /**
   * Lines at least as severe as this, and those whose severity is not known: none of `level`, `severity`, `lvl`, `loglevel` and
   * `PRIORITY` is there, or its text is no name of a
   * severity and no number of pino, bunyan or syslog. Names are read in any case.
   *
   * @param field where the severity is, in place of those
   */
  public static levelAtLeast(level: LogLevel, field?: LogValue): LogCondition {
    return new LogCondition('levelAtLeast', { is: 'levelAtLeast', level, source: field && lineSource(field) });
  }

  /**
   * Lines of these namespaces.
   *
   * @throws invalid-log-filter
   */
  public static namespaces(...names: string[]): LogCondition {
    return LogCondition.isOneOf(LogValue.namespaceName(), names);
  }

  /**
   * Lines for which all of these conditions hold.
   *
   * @throws invalid-log-filter
   */
  public static allOf(...conditions: LogCondition[]): LogCondition {
    requireSome(conditions, 'a condition is made of no other');
    return new LogCondition('allOf', { is: 'all', conditions: conditions.map(each => each._condition) });
  }

  /**
   * Lines for which at least one of these conditions holds.
   *
   * @throws invalid-log-filter
   */
  public static anyOf(...conditions: LogCondition[]): LogCondition {
    requireSome(conditions, 'a condition is made of no other');
    return new LogCondition('anyOf', { is: 'any', conditions: conditions.map(each => each._condition) });
  }

  /**
   * Lines for which none of these conditions holds.
   *
   * @throws invalid-log-filter
   */
  public static noneOf(...conditions: LogCondition[]): LogCondition {
    return new LogCondition('noneOf', { is: 'not', condition: LogCondition.anyOf(...conditions)._condition });
  }

  private constructor(
    /** The name of its factory, such as `matches`; that of `namespaces` is `isOneOf`. */
    public readonly kind: string,
    /** @internal */
    public readonly _condition: Condition,
  ) {}
}

guardClass({ LogCondition });

function lineSource({ _source: source }: LogValue): LogSource {
  if (source.from === 'text' || source.from === 'nodeName') {
    fail({
      code: 'invalid-log-filter',
      what: 'a condition looks at what is the same for every line',
      given: `LogValue.${source.from}`,
      allowed: 'LogValue.field, namespaceName, podName, containerName, podLabel',
      fix: 'look at a field of the line',
    });
  }
  return source;
}

function requireSome(list: readonly unknown[], what: string): void {
  if (list.length === 0) {
    fail({ code: 'invalid-log-filter', what, given: 'an empty list', fix: 'name at least one' });
  }
}
