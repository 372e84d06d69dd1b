import { vrlPath, vrlPattern, vrlText, vrlValue } from './vrl';
import { Condition } from '../private/condition';
import { LEVEL_FIELDS, LEVEL_TEXTS, LOG_LEVELS, LogLevelName } from '../private/log-levels';
import { LogSource } from '../private/log-source';
import { patternText } from '../private/portable-pattern';

/** A program whose last expression says whether a condition holds for a record. */
export function vrlCondition(condition: Condition): string {
  const lines: string[] = [];
  const test = expression(condition, lines);
  return [...lines, test].join('\n');
}

/** @param lines what has to be worked out before */
function expression(condition: Condition, lines: string[]): string {
  switch (condition.is) {
    case 'oneOf': {
      const value = vrlValue(condition.source);
      return `(${value} != null && includes([${condition.texts.map(vrlText).join(', ')}], to_string(${value}) ?? null))`;
    }
    case 'matches': {
      const value = vrlValue(condition.source);
      return `(${hasText(value)} && match(to_string(${value}) ?? "", ${vrlPattern(patternText(condition.pattern, '(?P<'))}))`;
    }
    case 'exists': return `${vrlValue(condition.source)} != null`;
    case 'levelAtLeast': return levelExpression(condition.level, condition.source, lines);
    case 'not': return `!(${expression(condition.condition, lines)})`;
    case 'all':
    case 'any': return `(${condition.conditions.map(each => expression(each, lines)).join(condition.is === 'all' ? ' && ' : ' || ')})`;
  }
}

/** What is not known to be lower is kept. */
function levelExpression(level: LogLevelName, source: LogSource | undefined, lines: string[]): string {
  const name = `level_${lines.length}`;
  const fields = source === undefined ? LEVEL_FIELDS.map(field => vrlPath([field])) : [vrlValue(source)];
  const lower = Object.entries(LEVEL_TEXTS).filter(([, each]) => LOG_LEVELS.indexOf(each) < LOG_LEVELS.indexOf(level)).map(([text]) => text)
    .sort();
  lines.push(
    `${name} = ${fields.map(field => `if ${hasText(field)} { downcase(to_string(${field}) ?? "") }`).join(' else ')} else { null }`,
  );
  return `!includes([${lower.map(vrlText).join(', ')}], ${name})`;
}

/** Maps and lists are there, and have no text. */
function hasText(value: string): string {
  return `(${value} != null && !is_object(${value}) && !is_array(${value}))`;
}
