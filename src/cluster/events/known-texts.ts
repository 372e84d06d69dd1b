import { compileText, EventText, EventTextGroup, KnownText } from './event-text';
import { CONFIG_TEXTS } from './texts/config';
import { CRASH_TEXTS } from './texts/crash';
import { EVICTION_TEXTS } from './texts/eviction';
import { HOST_PATH_TEXTS } from './texts/host-paths';
import { IMAGE_TEXTS } from './texts/images';
import { NETWORK_TEXTS } from './texts/network';
import { PERMISSION_TEXTS } from './texts/permissions';
import { REFUSAL_TEXTS } from './texts/refusals';
import { RUNTIME_TEXTS } from './texts/runtime';
import { SCHEDULING_TEXTS } from './texts/scheduling';
import { VOLUME_TEXTS } from './texts/volumes';

/**
 * Every text that is known. The first group that has a text of a message tells what it is: what is precise comes before what could be part
 * of many messages. In a group the first row counts, unless a message can hold several.
 */
export const EVENT_TEXTS: readonly EventTextGroup[] = [
  { rows: HOST_PATH_TEXTS },
  { rows: VOLUME_TEXTS },
  { rows: REFUSAL_TEXTS },
  { rows: EVICTION_TEXTS },
  { rows: SCHEDULING_TEXTS, severalAtOnce: true },
  { rows: NETWORK_TEXTS },
  { rows: IMAGE_TEXTS },
  { rows: CONFIG_TEXTS },
  { rows: RUNTIME_TEXTS },
  { rows: PERMISSION_TEXTS },
  { rows: CRASH_TEXTS },
];

/** Events have at most 1,024 characters, and what a container says at its end 4,096. */
const MAX_LENGTH = 4096;

interface CompiledRow {
  readonly row: EventText;
  readonly patterns: readonly RegExp[];
}

let compiled: ReadonlyArray<{ readonly rows: readonly CompiledRow[]; readonly severalAtOnce: boolean }> | undefined;

/** What is known of a message; empty where nothing is. */
export function knownTexts(message: string, reason?: string): KnownText[] {
  compiled ??= EVENT_TEXTS.map(({ rows, severalAtOnce = false }) =>
    ({ severalAtOnce, rows: rows.map(row => ({ row, patterns: row.texts.map(compileText) })) }));
  const text = message.slice(0, MAX_LENGTH);
  for (const { rows, severalAtOnce } of compiled) {
    const found: KnownText[] = [];
    for (const each of rows) {
      const known = match(each, text, reason);
      if (known === undefined) {continue;}
      found.push(known);
      if (!severalAtOnce) {break;}
    }
    if (found.length > 0) {return found;}
  }
  return [];
}

function match({ row, patterns }: CompiledRow, text: string, reason: string | undefined): KnownText | undefined {
  if (row.reason !== undefined && row.reason !== reason) {return undefined;}
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) {return { row, parts: { ...found.groups } };}
  }
  return patterns.length === 0 ? { row, parts: {} } : undefined;
}
