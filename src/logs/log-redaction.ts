import { canBeEmpty, PortablePattern, portablePattern } from './private/portable-pattern';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * What is not to leave the node: parts of texts that are replaced.
 */
export class LogRedaction {
  /** E-mail addresses. */
  public static emailAddresses(): LogRedaction {
    return new LogRedaction('emailAddresses', ['[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}']);
  }

  /**
   * Numbers of cards: 13 to 19 digits that begin with 2 to 6, in groups of four (American Express: four, six and five) or in one. The
   * check digit is not looked at.
   */
  public static cardNumbers(): LogRedaction {
    return new LogRedaction('cardNumbers', [
      '\\b[2-6][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{1,7}\\b', '\\b3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5}\\b', '\\b[2-6][0-9]{12,18}\\b',
    ]);
  }

  /**
   * Tokens: JSON Web Tokens, `Bearer ...` and `Basic ...`, access keys of Amazon, tokens of GitHub, GitLab and Slack, and what follows
   * `password=`, `secret:`, `token=` and `api_key=`.
   */
  public static tokens(): LogRedaction {
    return new LogRedaction('tokens', [
      '\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*', '(?i)\\b(?:bearer|basic) +[A-Za-z0-9._~+/=-]{8,}',
      '\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b',
      '\\b(?:gh[pousr]_[A-Za-z0-9]{36,100}|glpat-[A-Za-z0-9_-]{20,100}|xox[abprs]-[A-Za-z0-9-]{10,100})',
      '(?i)\\b(?:password|passwd|secret|token|api[_-]?key)["\']? *[:=] *["\']?[^ \\t"\',;&]+',
    ]);
  }

  /**
   * What a pattern matches.
   *
   * @param pattern as LogCondition.matches takes it
   * @throws invalid-pattern
   */
  public static pattern(pattern: string): LogRedaction {
    return new LogRedaction('pattern', [pattern]);
  }

  /** @internal */
  public readonly _patterns: readonly PortablePattern[];

  private constructor(
    /** `emailAddresses`, `cardNumbers`, `tokens` or `pattern`. */
    public readonly kind: string,
    /** What is replaced, as regular expressions. */
    public readonly patterns: string[],
  ) {
    this._patterns = patterns.map(each => portablePattern(each, 'the pattern of a redaction'));
    if (this._patterns.some(({ node }) => canBeEmpty(node))) {
      fail({
        code: 'invalid-pattern', what: 'the pattern of a redaction also matches no text at all, which is everywhere',
        given: quote(patterns.join(' ')),
        fix: 'ask for at least one character, with + in place of *',
      });
    }
  }
}

guardClass({ LogRedaction });
