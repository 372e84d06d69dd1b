import { tagOf } from './layout';
import { sortedEntries, Wire } from '../../private/wire';
import { LogInput } from '../log-input';
import { LogValue } from '../log-value';

/** What the parsers of container runtimes leave in a record, and nobody reads: the time is that of the record, and parts are joined. */
const LEFT_OVER = ['time', '_p'];

/** Where a line that is one object of JSON is until it is parsed. */
export const JSON_FIELD = '_agent_json';

/** Fields that the agent adds to each record. */
type Fields = { readonly [name: string]: LogValue };

/** What a field of the agent is called while the fields of the application are merged into the record. */
function aside(name: string): string {
  return `_agent_${name}`;
}

/** The fields of the agent that an application may also write. */
function ownNames(fields: Fields): string[] {
  // the filter separates its words by blanks
  const plain = sortedEntries(fields).map(([name]) => name).filter(name => /^[\w./@-]+$/.test(name));
  return [...new Set(['kubernetes', 'stream', ...plain])];
}

/** Takes away what the parser of the container runtime left, and puts the fields of the agent where the application writes nothing. */
export function setAside(input: LogInput, fields: Fields): Wire {
  return {
    name: 'modify', alias: `${input.name}-own`, match: tagOf(input), remove: LEFT_OVER,
    hard_rename: ownNames(fields).map(name => `${name} ${aside(name)}`),
  };
}

/** What becomes of the fields of the agent and of the application. */
export interface PutBack {
  /** What destinations put into each record. */
  readonly claimed: readonly string[];
  /** The field that gets the fields of the application, where it is not the record. */
  readonly jsonField?: string;
  /** Whether the names of the pod stay aside, until it is known whether the API has more. */
  readonly keepsNames: boolean;
}

/**
 * Puts the fields of the agent back, and gives what the application calls the same another name: `app_stream`. Whoever gets both, such as
 * OTLP and Elasticsearch, refuses the record or keeps one of them.
 */
export function putBack(input: LogInput, fields: Fields, { claimed, jsonField = 'log', keepsNames }: PutBack): Wire {
  const own = ownNames(fields);
  return {
    name: 'modify',
    alias: `${input.name}-app`,
    match: tagOf(input),
    // balanced, and yet no JSON
    rename: `${JSON_FIELD} ${jsonField}`,
    hard_rename: [
      ...[...new Set([...own, ...claimed])].sort().map(renamed),
      ...own.filter(name => !keepsNames || name !== 'kubernetes').map(name => `${aside(name)} ${name}`),
    ],
  };
}

/** The names of the pod, where the API had nothing. */
export function nameGonePods(input: LogInput): Wire {
  return {
    name: 'modify', alias: `${input.name}-gone`, match: tagOf(input), rename: `${aside('kubernetes')} kubernetes`,
    remove: aside('kubernetes'),
  };
}

/** What an output puts into each record: the time, where its protocol has no place for it, and for Datadog the host. */
export function namesOf({ name, time_key, json_date_key, timestamp_key }: Wire): string[] {
  switch (name) {
    case 'es': case 'opensearch': return [time_key ?? '@timestamp'];
    case 'datadog': return [json_date_key ?? 'timestamp', 'hostname'];
    default: return [json_date_key ?? timestamp_key].filter(field => field !== undefined);
  }
}

/** What the application calls the same as an output, under another name. */
export function renameClaimed(claimed: readonly string[]): Wire[] {
  return claimed.length === 0 ? [] : [{ name: 'modify', hard_rename: claimed.map(renamed) }];
}

function renamed(name: string): string {
  return `${name} app_${name}`;
}
