import { DcgmCounter, DcgmCounterKind } from './dcgm-exporter-options';
import { fail, quote } from '../../private/agent-error';

const PROFILING = /^DCGM_FI_PROF_/;

/**
 * The file of counters, as dcgm-exporter reads it: three fields a line, and commas in quotes.
 *
 * @throws invalid-counter
 */
export function countersFile(counters: readonly DcgmCounter[], isProfiling: boolean): string {
  if (counters.length === 0) {
    refuse('dcgm-exporter was given no field to collect', 'an empty list', 'name a field, or leave `counters` out');
  }
  const seen = new Set<string>();
  return counters.map(({ field, kind = DcgmCounterKind.GAUGE, help = field }) => {
    if (!/^DCGM_[A-Z0-9_]+$/.test(field)) {
      refuse('DCGM has no such field', quote(field), 'use the name of its field, such as DCGM_FI_DEV_GPU_UTIL');
    }
    if (seen.has(field)) {
      refuse('a field of DCGM is collected twice', quote(field), 'leave one of them out: its series would be there twice');
    }
    if (!isProfiling && PROFILING.test(field)) {
      refuse('the driver shows this field to SYS_ADMIN only', quote(field), 'set `profiling: true`, or leave the field out');
    }
    if (/[\r\n]/.test(help)) {refuse('the help of a counter has several lines', quote(help), 'write it in one line');}
    seen.add(field);
    return `${field},${kind},${/[",]/.test(help) ? quoted(help) : help}\n`;
  }).join('');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function refuse(what: string, given: string, fix: string): never {
  fail({ code: 'invalid-counter', what, given, fix });
}
