import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { invalidPart } from '../private/config-findings';
import { patternProblem } from '../private/pattern';

/** A setting where it stands. */
export interface Setting {
  /** The part of the configuration, in messages. */
  readonly where: string;
  /** The plugin that it is for, where it is for one. */
  readonly plugin?: unknown;
  readonly key: string;
  readonly value: unknown;
}

/** Whether a value is known only in the container. */
export function isVariable(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${');
}

/** A value that Fluent Bit takes for something else than it says: most of them pass `--dry-run`. */
export function checkValue(setting: Setting, isSwitch: boolean): Finding[] {
  const { where, key, value } = setting;
  if (value === undefined || value === null || isVariable(value)) {return [];}
  const name = key.toLowerCase();
  if (isSwitch && !/^(true|false|on|off|yes|no)$/i.test(String(value))) {
    return [invalidPart(where, `has a switch that is neither on nor off: ${key}`, quote(value), 'write true or false', 'true, false')];
  }
  if (name === 'aws_auth' && value === true) {
    return [invalidPart(
      where, 'would not be signed: the plugin compares aws_auth with the text `on`', 'true', "write aws_auth: 'on'", "'on', 'off'",
    )];
  }
  if (PORT.test(name) && !isPort(value)) {
    return [invalidPart(
      where, `has a port that is no number, which becomes 0: ${key}`, quote(value), 'write the number of the port', '1 to 65535',
    )];
  }
  if (SIZE.test(name) && !isSize(name, value)) {
    return [invalidPart(
      where, `has a size that Fluent Bit cannot read: ${key}`, quote(value), 'write whole numbers, with a unit or without', '5M, 512K, 1G',
    )];
  }
  return patternsOf(setting, name).flatMap(pattern => checkPattern(setting, pattern));
}

const PORT = /^(http_)?port$/;

function isPort(value: unknown): boolean {
  return /^\d{1,5}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= 65535;
}

const SIZE = /^(mem_buf_limit|buffer_(chunk|max)_size|storage\.(backlog\.mem_limit|rejected\.limit|total_limit_size))$/;

/** Units count in thousands; what they cannot be read in has no limit, or ends the program. */
function isSize(name: string, value: unknown): boolean {
  const text = String(value);
  return /^\d+([kmg]b?)?$/i.test(text) || /^false$/i.test(text) || name === 'storage.total_limit_size' && /^(off|no)$/i.test(text);
}

/** A regular expression of a setting; undefined where a rule is none. */
function patternsOf({ plugin, value }: Setting, name: string): Array<string | undefined> {
  if (name === 'match_regex' || name === 'tag_regex') {return [String(value)];}
  if (plugin !== 'grep' || name !== 'regex' && name !== 'exclude') {return [];}
  return [value].flat().map(String).filter(rule => !isVariable(rule)).map(rule => /^\s*\S+\s+(\S.*)$/s.exec(rule)?.[1]);
}

function checkPattern({ where, key, value }: Setting, pattern: string | undefined): Finding[] {
  if (pattern === undefined) {
    return [invalidPart(
      where, `has a rule that is not a field and a pattern: ${key}`, quote(value), 'write the name of a field, a blank and a pattern',
      'FIELD PATTERN',
    )];
  }
  const problem = patternProblem(pattern);
  return problem === undefined ? [] : [finding({
    code: 'invalid-pattern', what: `${where} has a pattern that is not usable: ${problem}`, given: `${key}: ${quote(pattern)}`,
    fix: 'correct the pattern: the collector would exit, or never match, on every node',
  })];
}
