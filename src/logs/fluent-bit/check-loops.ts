import type { FluentBitConfig } from './check-config';
import { NAME } from './layout';
import { tagsMeet } from './tag-pattern';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { Wire } from '../../private/wire';

/** What writes into files of the node, and which. */
interface Writer {
  readonly plugin: Wire;
  readonly files: readonly string[];
}

/**
 * Inputs that read what an output or a filter writes: into the log of the agent, or into a file.
 *
 * @param namespace of the agent, where one is known
 */
export function checkLoops({ pipeline: { inputs, filters, outputs } }: FluentBitConfig, namespace: string = 'any'): Finding[] {
  const own = ownFiles(namespace);
  const writers: Writer[] = [
    ...[...filters, ...outputs].filter(plugin => plugin.name === 'stdout').map(plugin => ({ plugin, files: own })),
    ...outputs.filter(plugin => plugin.name === 'file').map(plugin => ({
      plugin, files: [`${plugin.path ?? ''}/${plugin.file ?? 'tag'}`],
    })),
  ];
  return inputs.filter(input => input.name === 'tail').flatMap((input): Finding[] => {
    const writer = writers.find(({ plugin, files }) => takes(plugin, input) && files.some(file => reads(input, file)));
    return writer === undefined ? [] : [writer.files === own ? ownLog(input, namespace) : writtenFile(input, writer)];
  });
}

function ownLog(input: Wire, namespace: string): Finding {
  return finding({
    code: 'log-loop',
    what: `the input '${input.alias ?? input.name}' reads the log of the agent itself, and every line of it is written there again`,
    given: 'an output on standard output, and '
      + `${input.exclude_path === undefined ? 'no exclude_path' : `exclude_path ${quote(input.exclude_path)}`}`,
    fix: `leave out the files of the container: exclude_path /var/log/containers/*_${namespace}_${NAME}-*.log; or send the logs elsewhere`,
  });
}

function writtenFile(input: Wire, { plugin, files: [file] }: Writer): Finding {
  return finding({
    code: 'log-loop',
    what: `the input '${input.alias ?? input.name}' reads the file of the output '${plugin.alias ?? plugin.name}', and every line of it is `
      + 'written there again',
    given: quote(file),
    fix: 'write into a directory that no input reads',
  });
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
