import { goPattern } from './go-pattern';
import { literal } from './text';
import { FlagSource, valueOf } from '../../private/default-row';
import { Wire } from '../../private/wire';
import { MultilineLogs } from '../multiline-logs';
import { OPEN_TELEMETRY_DEFAULTS } from './defaults';

/** What a line looks like that goes on with the entry before it. */
const CONTINUES: { readonly [kind: string]: string } = {
  java: String.raw`^(\s|Caused by:|Suppressed:|\.\.\. \d+ (more|common frames omitted))`,
  python: String.raw`^(\s|$|([A-Za-z_]\w*\.)*[A-Za-z_]\w*(Error|Exception|Warning|Interrupt|Exit|Group)(:|$)`
    + '|During handling of the above|The above exception was the direct)',
  go: String.raw`^(\s|$|goroutine \d+ \[|\[signal |created by |exit status \d|[\w./*()\[\]-]+\(.*\)$|panic: .*\[recovered\])`,
  ruby: String.raw`^(\s|$)`,
};

/**
 * Joins the lines of an entry. The last entry of a file is held until its next one begins, or for a while: a killed container loses what
 * it holds.
 *
 * @param field where the text of the line is
 * @param source what tells apart lines that belong together from others in between
 */
export function joinLines(multiline: readonly MultilineLogs[] | undefined, field: string, source: string, cluster: FlagSource): Wire[] {
  if (multiline === undefined || multiline.length === 0) {return [];}
  const { longestEntry } = valueOf(OPEN_TELEMETRY_DEFAULTS.tail, cluster);
  return [{
    type: 'recombine',
    id: 'entries',
    if: `${field} != nil`,
    combine_field: field,
    combine_with: '\n',
    is_first_entry: firstLine(multiline, field),
    source_identifier: source,
    overwrite_with: 'oldest',
    max_log_size: longestEntry,
    max_batch_size: 10_000,
    max_unmatched_batch_size: 10_000,
    force_flush_period: `${valueOf(OPEN_TELEMETRY_DEFAULTS.holdSeconds, cluster)}s`,
  }];
}

/** A line begins an entry where one of the patterns is in it, or where none of the languages has it for the rest of one. */
function firstLine(multiline: readonly MultilineLogs[], field: string): string {
  const starts = multiline.filter(({ kind }) => kind === 'start')
    .map(({ pattern }) => matches(field, goPattern(pattern!, 'the pattern of a first line')));
  const rests = multiline.filter(({ kind }) => kind !== 'start').map(({ kind }) => matches(field, CONTINUES[kind]));
  return [...starts, ...rests.length === 0 ? [] : [`not (${rests.join(' or ')})`]].join(' or ');
}

function matches(field: string, pattern: string): string {
  return `${field} matches ${literal(pattern)}`;
}
