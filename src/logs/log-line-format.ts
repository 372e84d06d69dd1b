import { groupsOf, PortablePattern, portablePattern } from './private/portable-pattern';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * How the fields of a line are read from its text.
 */
export class LogLineFormat {
  /** A JSON object. */
  public static json(): LogLineFormat {
    return new LogLineFormat('json');
  }

  /** `key=value` pairs and nothing else, with values in quotes where they have blanks. All of them are text. */
  public static logfmt(): LogLineFormat {
    return new LogLineFormat('logfmt');
  }

  /**
   * The access log of nginx in its format `combined`: remote, user, method, path, code, size, referer and agent. Its time stays text, as
   * `time_local`.
   */
  public static nginx(): LogLineFormat {
    return new LogLineFormat('nginx', portablePattern('^(?<remote>[^ ]*) [^ ]* (?<user>[^ ]*) \\[(?<time_local>[^\\]]*)\\] '
      + '"(?<method>[A-Z]+) (?<path>[^ "]*)[^"]*" (?<code>[0-9]{3}) (?<size>[0-9-]+)'
      + '(?: "(?<referer>[^"]*)" "(?<agent>[^"]*)")?', 'the pattern of nginx'));
  }

  /**
   * What the named groups of a pattern find: `(?<level>\w+) (?<text>.*)`. All of them are text.
   *
   * @param pattern as LogCondition.matches takes it
   * @throws invalid-pattern
   */
  public static regex(pattern: string): LogLineFormat {
    const read = portablePattern(pattern, 'the pattern of a format');
    if (groupsOf(read.node).length === 0) {
      fail({
        code: 'invalid-pattern', what: 'the pattern of a format names no field', given: quote(pattern),
        allowed: 'at least one named group: (?<field>...)',
        fix: 'name what it is to find',
      });
    }
    return new LogLineFormat('regex', read);
  }

  private constructor(
    /** `json`, `logfmt`, `nginx` or `regex`. */
    public readonly kind: string,
    /** @internal */
    public readonly _pattern?: PortablePattern,
  ) {}
}

guardClass({ LogLineFormat });
