import { tagOf, tagPrefixOf } from './layout';
import { luaKeeping } from './lua/lua-condition';
import { LUA_DISTINCT, luaRedacting, luaSampling } from './lua/lua-filters';
import { JSON_FIELD, renameClaimed } from './own-fields';
import { JSON_LINE } from './parsers';
import { NODE_NAME, plainText } from './text';
import { byText, compact, sortedEntries, Wire } from '../../private/wire';
import { FilterKind, FilterKinds, FilterOf } from '../filters/filter-kinds';
import { LogFilter } from '../log-filter';
import { LogInput } from '../log-input';
import { Condition } from '../private/condition';
import { patternText } from '../private/portable-pattern';

/** One filter as filters of Fluent Bit, in their order, without what they match. */
type Translations = { readonly [Kind in FilterKind]: (does: FilterKinds[Kind], parser: string, claimed: readonly string[]) => Wire[] };

const TRANSLATIONS: Translations = {
  keep: ({ condition }) => [keeping(condition)],
  addFields: ({ fields }) => [{
    name: 'modify', set: sortedEntries(fields).map(([name, { _source: source }]) =>
      `${name} ${source.from === 'nodeName' ? NODE_NAME : quoted(source.from === 'text' ? source.text : '', `the field '${name}'`)}`),
  }],
  renameFields: ({ names }) => [{ name: 'modify', hard_rename: sortedEntries(names).map(([from, to]) => `${from} ${to}`) }],
  removeFields: ({ names }) => [{ name: 'modify', remove: [...names] }],
  redact: ({ patterns, replacement }) => [{ ...lua('redact', luaRedacting(patterns, replacement)), enable_flb_null: true }],
  parse: ({ format: { kind }, field }, parser, claimed) => [
    // of an object with text behind it the parser would drop the text
    ...kind === 'json' ? [
      parsing(field, lineParser(parser)), parsing(JSON_FIELD, parser), { name: 'modify', rename: `${JSON_FIELD} ${field}` },
    ]
      : [parsing(field, parser)],
    { ...lua('distinct', LUA_DISTINCT), enable_flb_null: true },
    ...renameClaimed(claimed),
  ],
  sample: ({ oneIn }) => [lua('sample', luaSampling(oneIn))],
  throttle: ({ perSecond }) => [{ name: 'throttle', rate: perSecond, window: 5, interval: '1s' }],
};

/**
 * Filters in the order in which they were given.
 *
 * @param claimed what destinations put into each record
 */
export function userFiltersOf(filters: readonly LogFilter[], inputs: readonly LogInput[], claimed: readonly string[]): Wire[] {
  return filters.flatMap(({ _filter: filter }, index) => {
    const made = translated(filter, parserName(index), claimed);
    return made.map(({ name, ...rest }, part) => compact({
      name, alias: `filter-${index + 1}-${filter.kind}${part === 0 ? '' : `-${part + 1}`}`.toLowerCase(),
      ...matching(filter.options.inputs, inputs), ...rest,
    }));
  });
}

function translated(filter: FilterOf<FilterKind>, parser: string, claimed: readonly string[]): Wire[] {
  return (TRANSLATIONS[filter.kind] as (does: unknown, parser: string, claimed: readonly string[]) => Wire[])(filter.does, parser, claimed);
}

function parsing(field: string, parser: string): Wire {
  return { name: 'parser', key_name: field, parser, reserve_data: true };
}

/** The parsers that filters need. */
export function filterParsersOf(filters: readonly LogFilter[]): Wire[] {
  return filters.flatMap(({ _filter: filter }, index) => {
    if (filter.kind !== 'parse') {return [];}
    const { kind, _pattern: pattern } = filter.does.format;
    const name = parserName(index);
    // a time field would become the time of the record, so there is none
    if (pattern !== undefined) {return [{ name, format: 'regex', regex: between(patternText(pattern, '(?<')) }];}
    return kind === 'json'
      ? [{ name: lineParser(name), format: 'regex', regex: JSON_LINE }, { name, format: kind }]
      : [{ name, format: kind, logfmt_no_bare_keys: true }];
  });
}

/** The parser of lines that are one object of JSON and nothing else. */
function lineParser(parser: string): string {
  return `${parser}-line`;
}

function parserName(index: number): string {
  return `filter-${index + 1}`;
}

/** A pattern that begins with a slash would be read as one between slashes. */
function between(pattern: string): string {
  return pattern.startsWith('/') ? `/${pattern}/` : pattern;
}

/** What matches the tags of some inputs, or of all. */
export function matching(names: readonly string[] | undefined, inputs: readonly LogInput[]): Wire {
  if (names === undefined) {return { match: '*' };}
  const chosen = inputs.filter(input => names.includes(input.name));
  return chosen.length === 1 ? { match: tagOf(chosen[0]) } : { match_regex: `^(${chosen.map(tagPrefixOf).sort(byText).join('|')})\\.` };
}

/** Keeps the records for which a condition holds: as a filter, and as a processor of an output. */
export function keeping(condition: Condition): Wire {
  return lua('keep', luaKeeping(condition));
}

function lua(call: string, code: string): Wire {
  return { name: 'lua', call, code };
}

/** A text between quotes, in which the plugin takes a backslash for the beginning of an escape. */
function quoted(text: string, what: string): string {
  return `"${plainText(text, what).replace(/[\\"]/g, '\\$&')}"`;
}
