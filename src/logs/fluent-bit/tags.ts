import { LogInput } from '../log-input';

/** What the tags of an input begin with. `kube` is what examples everywhere match the logs of containers by. */
export function tagPrefixOf(input: LogInput): string {
  return input.kind === 'containers' && input.name === 'containers' ? 'kube' : input.name;
}

/** What matches the tags of an input. */
export function tagOf(input: LogInput): string {
  return `${tagPrefixOf(input)}.*`;
}
