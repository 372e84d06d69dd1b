import { vrlPath, vrlPattern, vrlText, vrlValue } from './vrl';
import { vrlCondition } from './vrl-condition';
import { sortedEntries, Wire } from '../../private/wire';
import { FilterKind, FilterKinds, FilterOf } from '../filters/filter-kinds';
import { LogLineFormat } from '../log-line-format';
import { Condition } from '../private/condition';
import { patternText } from '../private/portable-pattern';

const TRANSFORMS: { readonly [Kind in FilterKind]: (does: FilterKinds[Kind]) => Wire } = {
  keep: ({ condition }) => keeping(condition),
  addFields: ({ fields }) => remapLines(sortedEntries(fields).map(([name, { _source: source }]) => `${vrlPath([name])} = `
    + `${vrlValue(source)}`)),
  renameFields: ({ names }) => remapLines(sortedEntries(names)
    .map(([from, to]) => `if exists(${vrlPath([from])}) { ${vrlPath([to])} = del(${vrlPath([from])}) }`)),
  removeFields: ({ names }) => remapLines(names.map(name => `del(${vrlPath([name])})`)),
  redact: ({ patterns, replacement }) => remapLines([
    'kubernetes = del(.kubernetes)',
    `. = redact(., filters: [${patterns.map(pattern => vrlPattern(patternText(pattern, '(?P<'))).join(', ')}], `
      + `redactor: { "type": "text", "replacement": ${vrlText(replacement)} })`,
    'if kubernetes != null { .kubernetes = kubernetes }',
  ]),
  parse: ({ format, field }) => remapLines([
    `parsed = ${parsing(format, vrlPath([field]))}`,
    'if is_object(parsed) {',
    // groups of a pattern that found nothing
    ...format._pattern === undefined
      ? []
      : ['  parsed = compact(object!(parsed), recursive: false, string: false, object: false, array: false)'],
    `  del(${vrlPath([field])})`,
    '  # what the record has already stays',
    `  . = merge(${format._pattern === undefined ? 'object!(parsed)' : 'parsed'}, .)`,
    '}',
  ]),
  sample: ({ oneIn }) => ({ type: 'sample', rate: oneIn }),
  // averaged over five seconds
  throttle: ({ perSecond }) => ({ type: 'throttle', threshold: perSecond * 5, window_secs: 5 }),
};

/** A filter as a transform, without its inputs. */
export function filterTransform(filter: FilterOf<FilterKind>): Wire {
  return (TRANSFORMS[filter.kind] as (does: unknown) => Wire)(filter.does);
}

/** Keeps the records for which a condition holds. */
export function keeping(condition: Condition): Wire {
  return { type: 'filter', condition: vrlCondition(condition) };
}

/** What a line holds; null where it does not parse. */
function parsing({ kind, _pattern: pattern }: LogLineFormat, field: string): string {
  if (pattern !== undefined) {return `parse_regex(${field}, ${vrlPattern(patternText(pattern, '(?P<'))}) ?? null`;}
  if (kind === 'json') {return `parse_json(${field}) ?? null`;}
  // by itself a word before a pair is a part of its key
  return `if match(to_string(${field}) ?? "", ${PAIRS}) { parse_key_value(${field}, accept_standalone_key: false) ?? null } else { null }`;
}

const PAIRS = 'r\'^\\s*([^\\s="]+=("(\\\\.|[^"\\\\])*"|[^\\s"]*)(\\s+|$))+$\'';

function remapLines(lines: readonly string[]): Wire {
  return { type: 'remap', source: lines.map(line => `${line}\n`).join('') };
}
