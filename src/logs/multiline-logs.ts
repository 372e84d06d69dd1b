import { requirePattern } from './private/pattern';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Which lines of a program belong together, such as those of a stack trace. What the container runtime cut is always joined.
 *
 * Fluent Bit joins lines of containers that it reads together, four times a second: an entry that is still being written then arrives in
 * two parts, and no line is lost when the agent is stopped or killed. To join across reads it would have to hold lines that it lost with
 * each stop.
 */
export class MultilineLogs {
  /** Stack traces of Java. */
  public static java(): MultilineLogs {
    return new MultilineLogs('java');
  }

  /** Stack traces of Python. */
  public static python(): MultilineLogs {
    return new MultilineLogs('python');
  }

  /** Stack traces of Go. */
  public static goLang(): MultilineLogs {
    return new MultilineLogs('go');
  }

  /** Stack traces of Ruby. */
  public static ruby(): MultilineLogs {
    return new MultilineLogs('ruby');
  }

  /**
   * Lines up to the next one that matches a pattern, of one stream: a line of stderr never becomes part of an entry of stdout. Without
   * languages in the same input: every line of a stack trace belongs to the entry before it.
   *
   * @param pattern what the first line of an entry contains, such as `^\d{4}-\d{2}-\d{2}`
   * @throws invalid-pattern
   */
  public static startingWith(pattern: string): MultilineLogs {
    return new MultilineLogs('start', requireSelfContained(requirePattern(pattern, 'the pattern of a first line')));
  }

  private constructor(
    /** `java`, `python`, `go`, `ruby` or `start`. */
    public readonly kind: string,
    /** What the first line of an entry contains, with `start`. */
    public readonly pattern?: string,
  ) {}
}

guardClass({ MultilineLogs });

/** The pattern is also part of a longer one, which a comment at its end would swallow. */
function requireSelfContained(pattern: string): string {
  if (/\(\?[a-wyz]*x/.test(pattern)) {
    fail({
      code: 'invalid-pattern',
      what: 'the pattern of a first line has the option `x`, in which `#` begins a comment',
      given: quote(pattern),
      fix: 'write it without the option',
    });
  }
  return pattern;
}
