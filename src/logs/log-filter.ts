import { DEFAULT_REPLACEMENT, FilterKind, FilterKinds, FilterOf } from './filters/filter-kinds';
import { LogFilterOptions } from './filters/log-filter-options';
import { LogParseOptions } from './filters/parse-options';
import { LogRedactOptions } from './filters/redact-options';
import { LogCondition } from './log-condition';
import { LogLevel } from './log-level';
import { LogLineFormat } from './log-line-format';
import { LogRedaction } from './log-redaction';
import { LogValue } from './log-value';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { isWholeNumber } from '../private/whole-number';
import { sortedEntries } from '../private/wire';

/**
 * What happens to lines on their way from the inputs to the destinations. Filters are applied in the order in which they are given, after
 * lines were put together, JSON was
 * read and what is known of the pod was added. They mean the same in every collector.
 */
export class LogFilter {
  /** Lines for which a condition does not hold are dropped. */
  public static keep(condition: LogCondition, options: LogFilterOptions = {}): LogFilter {
    return new LogFilter('keep', { condition: condition._condition }, options);
  }

  /** Lines for which a condition holds are dropped. */
  public static drop(condition: LogCondition, options: LogFilterOptions = {}): LogFilter {
    return LogFilter.keep(LogCondition.noneOf(condition), options);
  }

  /** Lines that are less severe than this are dropped. Those whose severity is not known are kept: see LogCondition.levelAtLeast. */
  public static level(minimum: LogLevel, options: LogFilterOptions = {}): LogFilter {
    return LogFilter.keep(LogCondition.levelAtLeast(minimum), options);
  }

  /**
   * Fields at the top of the record get a value, in place of the one they had. Where the value is a field that a line does not have,
   * nothing changes.
   *
   * @throws invalid-log-filter
   */
  public static addFields(fields: { [name: string]: LogValue }, options: LogFilterOptions = {}): LogFilter {
    requireNames(Object.keys(fields));
    return new LogFilter('addFields', { fields: { ...fields } }, options);
  }

  /**
   * Fields at the top of the record get another name, in the order of their old ones: `{ msg: 'message' }`. What had the new name is
   * replaced. A field that a line does not have stays away.
   *
   * @throws invalid-log-filter
   */
  public static renameFields(names: { [from: string]: string }, options: LogFilterOptions = {}): LogFilter {
    requireNames([...Object.keys(names), ...Object.values(names)]);
    const both = sortedEntries(names).find(([from]) => Object.values(names).includes(from));
    if (both !== undefined) {
      fail({
        code: 'invalid-log-filter',
        what: 'a field is renamed and is the new name of another one',
        given: quote(both[0]),
        fix: 'use two filters, in the order that is meant',
      });
    }
    return new LogFilter('renameFields', { names: { ...names } }, options);
  }

  /**
   * Fields at the top of the record are removed.
   *
   * @throws invalid-log-filter
   */
  public static removeFields(names: string[], options: LogFilterOptions = {}): LogFilter {
    requireNames(names);
    return new LogFilter('removeFields', { names: [...new Set(names)].sort() }, options);
  }

  /**
   * Parts of texts are replaced, in every field at any depth but those of `kubernetes`. Names of fields stay as they are, and so do
   * numbers, but for the OpenTelemetry Collector: there a number in which something is replaced becomes a text.
   *
   * @throws invalid-log-filter
   */
  public static redact(redactions: LogRedaction[], options: LogRedactOptions = {}): LogFilter {
    const { replacement = DEFAULT_REPLACEMENT } = options;
    if (redactions.length === 0 || !/^[ -~]*$/.test(replacement)) {
      fail({
        code: 'invalid-log-filter', what: redactions.length === 0 ? 'nothing is replaced' : 'parts of texts cannot be replaced by this',
        given: redactions.length === 0 ? 'an empty list' : quote(replacement), allowed: 'printable ASCII',
        fix: 'name what is replaced, by a plain text',
      });
    }
    return new LogFilter('redact', { patterns: redactions.flatMap(each => each._patterns), replacement }, options);
  }

  /**
   * The text of a field is read, and what is found becomes fields at the top of the record. Fields that the record has already stay as
   * they are, so that a program cannot write what is known of its pod. The field
   * itself is removed, unless it was found again. Where it is missing, no text, or written otherwise, the line stays as it is.
   *
   * @throws invalid-log-filter
   */
  public static parse(format: LogLineFormat, options: LogParseOptions = {}): LogFilter {
    const { field = 'log' } = options;
    requireNames([field]);
    return new LogFilter('parse', { format, field }, options);
  }

  /**
   * One line of so many is kept, the others are dropped: counted, or by chance (OpenTelemetry Collector).
   *
   * @param oneIn 2 or more
   * @throws invalid-log-filter
   */
  public static sample(oneIn: number, options: LogFilterOptions = {}): LogFilter {
    requireWhole(oneIn, 2, 1_000_000);
    return new LogFilter('sample', { oneIn }, options);
  }

  /**
   * At most so many lines a second are kept on each node, over all that the filter sees, on average over some seconds. The others are
   * dropped.
   *
   * @param perSecond 1 or more
   * @throws invalid-log-filter
   */
  public static throttle(perSecond: number, options: LogFilterOptions = {}): LogFilter {
    requireWhole(perSecond, 1, 1_000_000);
    return new LogFilter('throttle', { perSecond }, options);
  }

  /** @internal */
  public readonly _filter: FilterOf<FilterKind>;

  private constructor(
    /** `keep`, also for `drop` and `level`, `addFields`, `renameFields`, `removeFields`, `redact`, `parse`, `sample` or `throttle`. */
    public readonly kind: string,
    does: FilterKinds[FilterKind],
    options: LogFilterOptions,
  ) {
    if (options.inputs?.length === 0) {
      fail({
        code: 'invalid-log-filter',
        what: 'a filter sees the lines of no input',
        given: 'inputs: []',
        fix: 'leave `inputs` out for all',
      });
    }
    this._filter = { kind, does, options } as FilterOf<FilterKind>;
  }
}

guardClass({ LogFilter });

function requireNames(names: readonly string[]): void {
  const wrong = names.length === 0 ? '' : names.find(name => !/^[A-Za-z_@][A-Za-z0-9_@.\/-]*$/.test(name));
  if (wrong !== undefined) {
    fail({
      code: 'invalid-log-filter',
      what: names.length === 0 ? 'a filter names no field' : 'a field of a record cannot have this name here',
      given: quote(wrong),
      allowed: 'letters, digits, `_`, `@`, `.`, `/` and `-`, not a digit, `.`, `/` or `-` first',
      fix: 'name a field at the top of the record',
    });
  }
}

function requireWhole(value: number, least: number, most: number): void {
  if (!isWholeNumber(value, least, most)) {
    fail({
      code: 'invalid-log-filter',
      what: 'a filter cannot count like this',
      given: String(value),
      allowed: `a whole number from ${least} to ${most}`,
      fix: 'choose one of those',
    });
  }
}
