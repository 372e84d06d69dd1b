import { TEXT_FIELD, TIME_FIELD } from './record';
import { vrlPattern } from './vrl';
import { fail, quote } from '../../private/agent-error';
import { re2Problem } from '../../private/re2';
import { Wire } from '../../private/wire';
import { MultilineLogs } from '../multiline-logs';

/** What continues an entry. Programs of Vector look at one line at a time, so what a line is must be in the line. */
const CONTINUES: { readonly [kind: string]: string } = {
  java: '^\\s+(at|\\.\\.\\.)\\s|^\\s*(Caused by|Suppressed):',
  // the last line of a traceback is not indented: it begins with the name of an exception
  python: '^\\s+\\S|^(During handling of the above|The above exception was)'
    + '|^([A-Za-z_]\\w*\\.)*[A-Za-z_]\\w*(Error|Exception|Exit|Interrupt|Warning)(:|$)',
  go: '^\\s|^$|^goroutine \\d+ \\[|^created by |^\\[signal |^exit status |^[\\w./*()-]+\\(.*\\)$',
  ruby: '^\\s+(from |\\d+: from )',
};

/**
 * Lines of one stream that belong together, as one event. What is open is flushed after a second without a line, and when Vector is asked
 * to stop. Where the source waits for acknowledgements (files, journal) it is read again after a crash.
 */
export function multilineTransform(entries: readonly MultilineLogs[], inputs: readonly string[]): Wire {
  const matches = (pattern: string) => `match(string!(.${TEXT_FIELD}), ${patternOf(pattern)})`;
  const starts = entries.filter(({ kind }) => kind === 'start').map(({ pattern }) => matches(pattern!));
  const continues = entries.filter(({ kind }) => kind !== 'start').map(({ kind }) => matches(CONTINUES[kind]));
  return {
    type: 'reduce',
    inputs,
    group_by: ['file', 'stream'],
    starts_when: [
      ...starts.length === 0 ? [] : [`(${starts.join(' || ')})`],
      ...continues.length === 0 ? [] : [`!(${continues.join(' || ')})`],
    ].join(' && '),
    merge_strategies: { [TEXT_FIELD]: 'concat_newline', [TIME_FIELD]: 'discard', kubernetes: 'discard' },
    expire_after_ms: 1000,
    flush_period_ms: 250,
    // an entry that never ends would never be sent
    max_events: 1000,
  };
}

/** Parts of a line that the container runtime cut, as one event. */
export function partsTransform(inputs: readonly string[]): Wire {
  return {
    type: 'reduce',
    inputs,
    group_by: ['file', 'stream'],
    ends_when: '.partial != true',
    merge_strategies: { [TEXT_FIELD]: 'concat_raw', [TIME_FIELD]: 'discard', partial: 'retain' },
    expire_after_ms: 30_000,
    max_events: 100,
  };
}

/** @throws invalid-pattern */
function patternOf(pattern: string): string {
  // the dialect of Rust is that of RE2, without \Q...\E
  const problem = re2Problem(pattern) ?? (pattern.includes('\\Q') ? '\\Q is not supported' : undefined);
  if (problem !== undefined) {
    fail({
      code: 'invalid-pattern',
      what: `the pattern of a first line cannot be read by Vector: ${problem}`,
      given: quote(pattern),
      allowed: 'the dialect of Rust, without look-around and back-references',
      fix: 'write it without, or use LogCollector.fluentBit()',
    });
  }
  return vrlPattern(pattern);
}
