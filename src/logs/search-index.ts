import { LogValue } from './log-value';
import { requireLineSource } from './private/log-source';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * Details of an index for each day.
 */
export interface DailyIndexOptions {
  /**
   * What takes the place of the prefix, where a line has it: an index for each namespace, for instance.
   *
   * @default - the prefix, for every line
   */
  readonly prefixFrom?: LogValue;

  /**
   * The date, in the spelling of strftime.
   *
   * @default %Y.%m.%d
   */
  readonly dateFormat?: string;
}

/**
 * Where in Elasticsearch or OpenSearch logs are kept.
 */
export class SearchIndex {
  /**
   * A data stream: its template decides when it rolls over and when logs are deleted. Elasticsearch brings a template for `logs-*-*`.
   *
   * @param stream such as `logs-kubernetes-default`
   * @throws invalid-destination
   */
  public static dataStream(stream: string): SearchIndex {
    return new SearchIndex('dataStream', requireIndex(stream));
  }

  /**
   * An index for each day, `PREFIX-2026.01.31`, so that old logs are deleted by deleting indices.
   *
   * @param prefix such as `logs`
   * @throws invalid-destination
   */
  public static daily(prefix: string, options: DailyIndexOptions = {}): SearchIndex {
    if (options.prefixFrom !== undefined) {
      requireLineSource(options.prefixFrom._source, 'prefixFrom', 'use the prefix itself, or LogValue.namespaceName()');
    }
    if (options.dateFormat !== undefined && !/^[%A-Za-z0-9._+-]+$/.test(options.dateFormat)) {
      fail({
        code: 'invalid-destination',
        what: 'the date of an index cannot be written like this',
        given: quote(options.dateFormat),
        allowed: 'letters and digits, `%`, `.`, `_`, `+` and `-`',
        fix: 'write it in the spelling of strftime, such as %Y.%m.%d',
      });
    }
    return new SearchIndex('daily', requireIndex(prefix), options);
  }

  /**
   * One index or alias, for ever.
   *
   * @param index such as `logs`
   * @throws invalid-destination
   */
  public static named(index: string): SearchIndex {
    return new SearchIndex('named', requireIndex(index));
  }

  private constructor(
    /** `dataStream`, `daily` or `named`. */
    public readonly kind: string,
    /** The name, or the part before the date. */
    public readonly name: string,
    /** @internal */
    public readonly _daily: DailyIndexOptions = {},
  ) {}
}

guardClass({ SearchIndex });

function requireIndex(name: string): string {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name) || name.length > 200) {
    fail({
      code: 'invalid-destination',
      what: 'an index cannot have this name',
      given: quote(name),
      allowed: 'at most 200 lower case letters, digits, `.`, `_` and `-`, a letter or digit first',
      fix: 'Elasticsearch and OpenSearch refuse other names: use a simple one',
    });
  }
  return name;
}
