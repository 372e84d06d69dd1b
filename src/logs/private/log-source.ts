import { fail } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { LOG_DEFAULTS } from '../defaults';
import { LogMetadata } from '../log-metadata';

/** What a value is taken from. Each collector says where its own records have it. */
export type LogSource =
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'nodeName' }
  | { readonly from: 'namespaceName' | 'podName' | 'containerName' }
  | { readonly from: 'podLabel'; readonly key: string }
  | { readonly from: 'field'; readonly path: readonly string[] };

/** Whether what is known of pods says what a value is taken from. */
export function isKnown({ from }: LogSource, { source, _options: { labels } }: LogMetadata, cluster: FlagSource): boolean {
  if (from === 'text' || from === 'nodeName' || from === 'field') {return true;}
  return from === 'podLabel'
    ? (source === 'api' || source === 'kubelet') && (labels ?? valueOf(LOG_DEFAULTS.podMetadata, cluster).labels)
    : source !== 'none';
}

/** Refuses what is the same for every line of a node. */
export function requireLineSource(source: LogSource, option: string, fix: string): void {
  if (source.from === 'text' || source.from === 'nodeName') {
    fail({ code: 'invalid-destination', what: `\`${option}\` is not a field of the line`, given: `LogValue.${source.from}`, fix });
  }
}
