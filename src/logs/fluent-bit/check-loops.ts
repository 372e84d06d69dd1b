import type { FluentBitConfig } from './check-config';
import { NAME } from './layout';
import { tagsMeet } from './tag-pattern';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';

/**
 * Inputs that read what an output writes to the log of the agent.
 *
 * @param namespace of the agent, where one is known
 */
export function checkLoops({ pipeline: { inputs, outputs } }: FluentBitConfig, namespace: string = 'any'): Finding[] {
  const writers = outputs.filter(output => output.name === 'stdout');
  const own = ownFiles(namespace);
  const readsOwn = (input: Wire) => input.name === 'tail' && own.some(file => reads(input, file));
  const isLoop = (input: Wire) => readsOwn(input) && writers.some(output => takes(output, input));
  return inputs.filter(isLoop).map((input): Finding => finding({
    code: 'log-loop',
    what: `the input '${input.alias ?? input.name}' reads the log of the agent itself, and every line of it is written there again`,
    given: `an output on standard output, and ${input.exclude_path === undefined ? 'no exclude_path' : `exclude_path ${quote(input.exclude_path)}`}`,
    fix: `leave out the files of the container: exclude_path /var/log/containers/*_${namespace}_${NAME}-*.log; or send the logs elsewhere`,
  }));
}

/** Files as the kubelet and the container runtime would name them. */
function ownFiles(namespace: string): string[] {
  return [
    `/var/log/containers/agent-abcde_${namespace}_${NAME}-0123456789abcdef.log`,
    `/var/log/pods/${namespace}_agent-abcde_0123-4567/${NAME}/0.log`,
  ];
}

function reads(input: Wire, file: string): boolean {
  return globsOf(input.path).some(glob => glob.test(file)) && !globsOf(input.exclude_path).some(glob => glob.test(file));
}

function globsOf(value: unknown): RegExp[] {
  return String(value ?? '').split(',').map(path => path.trim()).filter(path => path !== '')
    .map(path => new RegExp(`^${path.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')}$`));
}

function takes({ match, match_regex: pattern }: Wire, input: Wire): boolean {
  return pattern !== undefined || match !== undefined && tagsMeet(String(match), String(input.tag ?? input.name));
}
