import { literal } from './text';
import { sortedEntries } from '../../private/wire';
import { LogLineFormat } from '../log-line-format';
import { groupsOf, patternText } from '../private/portable-pattern';

const PARSED = 'log.cache["parsed"]';

/** Pairs and nothing else. A quote that no value begins with is text, and not the beginning of one. */
const PAIRS = String.raw`^ *([^\s="]+=("(\\.|[^"\\])*"|[^\s"]*)( +|$))+$`;

/** What is found in the text of a field becomes fields, where the record has none of that name. */
export function parsing(format: LogLineFormat, field: string): string[] {
  const text = `log.body[${literal(field)}]`;
  const isParsed = `IsMap(${PARSED})`;
  return [
    ...reading(format, text),
    `delete_key(log.body, ${literal(field)}) where ${isParsed}`,
    `merge_maps(log.body, ${PARSED}, "insert") where ${isParsed}`,
  ];
}

function reading({ kind, _pattern: pattern }: LogLineFormat, text: string): string[] {
  if (pattern !== undefined) {
    const written = literal(patternText(pattern, '(?P<'));
    return [
      `set(${PARSED}, ExtractPatterns(${text}, ${written})) where IsString(${text}) and IsMatch(${text}, ${written})`,
      // groups that found nothing
      ...groupsOf(pattern.node).map(name => `delete_key(${PARSED}, ${literal(name)}) where ${PARSED}[${literal(name)}] == ""`),
    ];
  }
  return kind === 'json' ? [`set(${PARSED}, ParseJSON(${text})) where IsString(${text})`] : logfmt(text);
}

/** Marks for what the collector takes for quotes and for the end of a pair, and is text in this format. No line has them. */
const MARKS: { readonly [text: string]: string } = { '\'': '\ue000' };

function logfmt(text: string): string[] {
  const line = 'log.cache["line"]';
  return [
    `set(${line}, ${text}) where IsString(${text}) and IsMatch(${text}, ${literal(PAIRS)})`,
    ...sortedEntries(MARKS).map(([mark, by]) => `replace_pattern(${line}, ${literal(mark)}, ${literal(by)})`),
    `set(${PARSED}, ParseKeyValue(${line}, "=", " ")) where ${line} != nil`,
    ...sortedEntries(MARKS).flatMap(([mark, by]) => ['key', 'value'].map(part => `replace_all_patterns(${PARSED}, "${part}", `
      + `${literal(by)}, ${literal(mark)})`)),
    // what is behind a backslash is meant
    `replace_all_patterns(${PARSED}, "value", ${literal(String.raw`\\(["\\])`)}, ${literal('$1')})`,
  ];
}
