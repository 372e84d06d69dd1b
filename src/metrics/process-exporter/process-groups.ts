import { Yaml } from 'cdk8s';
import { ProcessGroup } from './process-exporter-options';
import { fail, quote } from '../../private/agent-error';
import { requirePatterns } from '../private/patterns';

/** Every process, by the name of its command. */
const EVERY: readonly ProcessGroup[] = [{ commandLines: ['.+'] }];

/** The longest name of a command that the kernel keeps. */
const LONGEST = 15;

/**
 * The configuration of process-exporter.
 *
 * @throws invalid-process-group
 * @throws invalid-pattern
 */
export function groupsFile(groups: readonly ProcessGroup[] = EVERY): string {
  if (groups.length === 0) {
    refuse('process-exporter was given no group of processes', 'an empty list', 'name a group, or leave `groups` out');
  }
  return Yaml.stringify({ process_names: groups.map(written) });
}

function written(group: ProcessGroup): unknown {
  const { name = '{{.Comm}}', commands = [], executables = [], commandLines = [] } = group;
  if (commands.length + executables.length + commandLines.length === 0) {
    refuse(
      'a group of processes matches nothing', quote(name),
      'name commands, executables or command lines; commandLines: [\'.+\'] is every process',
    );
  }
  const cut = commands.find(command => Buffer.byteLength(command) > LONGEST);
  if (cut !== undefined) {
    refuse(
      'no command has so long a name, since the kernel cuts it after 15 characters', quote(cut),
      `write ${quote(cut.slice(0, LONGEST))}, or use \`executables\``,
    );
  }
  requirePatterns(commandLines, 'a pattern of command lines');
  if ((name.match(/\{\{/g) ?? []).length !== (name.match(/\}\}/g) ?? []).length) {
    refuse('the name of a group of processes is no template', quote(name), 'close what {{ opens, as in {{.Comm}}');
  }
  return {
    name,
    ...commands.length > 0 && { comm: [...commands] },
    ...executables.length > 0 && { exe: [...executables] },
    ...commandLines.length > 0 && { cmdline: [...commandLines] },
  };
}

function refuse(what: string, given: string, fix: string): never {
  fail({ code: 'invalid-process-group', what, given, fix });
}
