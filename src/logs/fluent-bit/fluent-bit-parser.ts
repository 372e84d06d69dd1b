import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { groupNames, requirePattern } from '../private/pattern';

/**
 * Details of a parser.
 */
export interface FluentBitParserOptions {
  /**
   * The field that holds the time of the entry.
   *
   * @default - none: the time at which the line was read
   */
  readonly timeField?: string;

  /**
   * How the time is written, in the spelling of strptime, with `%L` for fractions of a second.
   *
   * @default - needed with `timeField`
   */
  readonly timeFormat?: string;

  /**
   * Whether the field with the time is kept.
   *
   * @default false
   */
  readonly keepTime?: boolean;

  /**
   * The types of fields that are not text: `integer`, `float`, `bool` or `hex`. Names of fields have neither blanks nor colons.
   *
   * @default - every field is text, except in JSON
   */
  readonly types?: { [field: string]: string };
}

/**
 * How Fluent Bit reads fields from a line.
 */
export class FluentBitParser {
  /**
   * By a pattern of Onigmo (Ruby) with named groups: `(?<level>\w+) (?<message>.*)`. Slashes are part of it, and options are written into
   * it: `(?i)`.
   *
   * @throws invalid-pattern
   */
  public static regex(parserName: string, pattern: string, options: FluentBitParserOptions = {}): FluentBitParser {
    requirePattern(pattern, `the pattern of the parser ${quote(parserName)}`);
    if (groupNames(pattern).length === 0) {
      fail({
        code: 'invalid-pattern',
        what: `the pattern of the parser ${quote(parserName)} names no field`,
        given: quote(pattern),
        allowed: 'at least one named group: (?<field>...)',
        fix: 'name what the parser is to find',
      });
    }
    return new FluentBitParser(parserName, 'regex', options, pattern);
  }

  /** Lines of JSON. */
  public static json(parserName: string, options: FluentBitParserOptions = {}): FluentBitParser {
    return new FluentBitParser(parserName, 'json', options);
  }

  /** Lines of `key=value`. */
  public static logfmt(parserName: string, options: FluentBitParserOptions = {}): FluentBitParser {
    return new FluentBitParser(parserName, 'logfmt', options);
  }

  /** Lines of `key:value`, separated by tabs. */
  public static ltsv(parserName: string, options: FluentBitParserOptions = {}): FluentBitParser {
    return new FluentBitParser(parserName, 'ltsv', options);
  }

  private constructor(
    /** The name by which inputs and filters refer to it. */
    public readonly name: string,
    /** `regex`, `json`, `logfmt` or `ltsv`. */
    public readonly format: string,
    /** @internal */
    public readonly _options: FluentBitParserOptions,
    /** The pattern, with `regex`. */
    public readonly pattern?: string,
  ) {
    if (!/^[A-Za-z0-9_.-]+$/.test(name)) {
      fail({
        code: 'invalid-name', what: 'a parser cannot have this name', given: quote(name), allowed: 'letters, digits, `-`, `_` and `.`',
        fix: 'rename the parser',
      });
    }
    if ((_options.timeField === undefined) !== (_options.timeFormat === undefined)) {
      fail({
        code: 'invalid-collector-config',
        what: `the parser ${quote(name)} knows half of what it takes to read the time`,
        given: _options.timeField === undefined ? '`timeFormat` alone' : '`timeField` alone',
        fix: 'give both, or neither',
      });
    }
    const wrong = Object.entries(_options.types ?? {}).find(([, type]) => !TYPES.includes(type));
    if (wrong) {
      fail({
        code: 'invalid-collector-config',
        what: `the parser ${quote(name)} cannot make this of a field`,
        given: wrong.join(': '),
        allowed: TYPES.join(', '),
        fix: 'leave it out for text',
      });
    }
  }
}

guardClass({ FluentBitParser });

const TYPES = ['integer', 'float', 'bool', 'hex'];
