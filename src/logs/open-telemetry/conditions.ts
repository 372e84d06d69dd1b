import { literal, pathOf } from './text';
import { Wire } from '../../private/wire';
import { Condition } from '../private/condition';
import { LEVEL_FIELDS, LEVEL_TEXTS, LOG_LEVELS, LogLevelName } from '../private/log-levels';
import { LogSource } from '../private/log-source';
import { patternText } from '../private/portable-pattern';

/** Drops the records for which a condition does not hold. */
export function keeping(condition: Condition): Wire {
  return { error_mode: 'silent', logs: { log_record: [`not (${conditionText(condition)})`] } };
}

/** A condition in OTTL. What a record does not have holds for nothing. */
export function conditionText(condition: Condition): string {
  switch (condition.is) {
    case 'oneOf': return withText(condition.source, text => `(${condition.texts.map(each => `${text} == ${literal(each)}`).join(' or ')})`);
    case 'matches': return withText(condition.source, text => `IsMatch(${text}, ${literal(patternText(condition.pattern, '(?P<'))})`);
    case 'exists': return `(${isThere(condition.source)})`;
    case 'levelAtLeast': return levelText(condition.level, condition.source);
    case 'all': return `(${condition.conditions.map(conditionText).join(' and ')})`;
    case 'any': return `(${condition.conditions.map(conditionText).join(' or ')})`;
    default: return `(not ${conditionText(condition.condition)})`;
  }
}

/** Fields are those of a body that has some, at each depth. */
function isThere(source: LogSource): string {
  if (source.from !== 'field') {return `${pathOf(source)} != nil`;}
  const outer = source.path.slice(0, -1).map((_, index) => `IsMap(${pathOf({ from: 'field', path: source.path.slice(0, index + 1) })})`);
  return ['IsMap(log.body)', ...outer, `${pathOf(source)} != nil`].join(' and ');
}

function withText(source: LogSource, holds: (text: string) => string): string {
  return `(${textOf(source)} and ${holds(`String(${pathOf(source)})`)})`;
}

/** Objects and lists have no text. */
function textOf(source: LogSource): string {
  return `${isThere(source)} and not IsMap(${pathOf(source)}) and not IsList(${pathOf(source)})`;
}

/** The first field that is there counts; a severity that is not known is severe enough. */
function levelText(level: LogLevelName, source: LogSource | undefined): string {
  const least = LOG_LEVELS.indexOf(level);
  const lower = Object.entries(LEVEL_TEXTS).filter(([, name]) => LOG_LEVELS.indexOf(name) < least).map(([text]) => text).sort();
  if (lower.length === 0) {return '(true)';}
  const fields: LogSource[] = source === undefined ? LEVEL_FIELDS.map(name => ({ from: 'field', path: [name] })) : [source];
  const isLower = (field: LogSource) =>
    `${textOf(field)} and IsMatch(ToLowerCase(String(${pathOf(field)})), ${literal(`^(${lower.join('|')})$`)})`;
  const cases = fields.map((field, index) => [
    ...fields.slice(0, index).map(earlier => `not (${isThere(earlier)})`), isLower(field),
  ].join(' and '));
  return `(not (${cases.map(text => `(${text})`).join(' or ')}))`;
}
