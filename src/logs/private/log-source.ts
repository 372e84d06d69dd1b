import { fail } from '../../private/agent-error';

/** What a value is taken from. Each collector says where its own records have it. */
export type LogSource =
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'nodeName' }
  | { readonly from: 'namespaceName' | 'podName' | 'containerName' }
  | { readonly from: 'podLabel'; readonly key: string }
  | { readonly from: 'field'; readonly path: readonly string[] };

/** Refuses what is the same for every line of a node. */
export function requireLineSource(source: LogSource, option: string, fix: string): void {
  if (source.from === 'text' || source.from === 'nodeName') {
    fail({ code: 'invalid-destination', what: `\`${option}\` is not a field of the line`, given: `LogValue.${source.from}`, fix });
  }
}
