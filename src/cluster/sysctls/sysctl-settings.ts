import { dotted } from './sysctl-scope';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';
import { hostMountsIn } from '../host-state/host-mounts';
import { containersIn, PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** A kernel parameter of the node that a container sets. */
export interface SysctlSetting {
  /** In dots. */
  readonly name: string;
  readonly value: string;
  readonly container: PlacedContainer;
  /** The list that it stands in: `command` or `args`. */
  readonly field: 'command' | 'args';
}

const NONE: readonly SysctlSetting[] = [];

/** An argument of a program that writes below /proc/sys of the node. */
const ARGUMENT = /^-?([a-z0-9]+[./][-\w./]+)=([^]+)$/;
const NAME = '[a-z0-9]+[./][-\\w./]+';
/** A setting as a shell takes it: quotes around all of it, around the value, or none. */
const SETTING = `"${NAME}=[^"\\n]*"|'${NAME}=[^'\\n]*'|${NAME}=(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s;&|"']+)`;
/** The arguments of sysctl(8), alone or in a script. */
const COMMAND = new RegExp(`(?<![-\\w./])(?:/[-\\w./]*/)?sysctl((?:\\s+(?:-{1,2}[a-z-]+|${SETTING}))+)`, 'g');
const PAIR = new RegExp(SETTING, 'g');

/** The kernel parameters of the node that a workload sets, as far as its commands tell. Most set none. */
export const sysctlSettingsIn: (workload: Workload) => readonly SysctlSetting[] = memo(workload => {
  const found = containersIn(workload).flatMap(container => [...commandsIn(container), ...argumentsOf(workload, container)]);
  return found.length === 0 ? NONE : found;
});

function commandsIn(container: PlacedContainer): SysctlSetting[] {
  const { command, args } = container.container;
  const lists: ReadonlyArray<readonly [field: SysctlSetting['field'], texts: unknown]> = [['command', command], ['args', args]];
  // of a command that goes on in the arguments
  const text = lists.flatMap(([, texts]) => textsIn(texts)).join(' ');
  if (!text.includes('sysctl')) {return [];}
  const field = textsIn(args).some(each => each.includes('=')) ? 'args' : 'command';
  return [...text.matchAll(COMMAND)].flatMap(([, settings]) => [...settings.matchAll(PAIR)].map(([setting]) => {
    const [, name, value] = /^([^=]+)=([^]*)$/.exec(setting.replace(/["']/g, ''))!;
    return { name: dotted(name), value: normal(value), container, field };
  }));
}

function argumentsOf(workload: Workload, container: PlacedContainer): SysctlSetting[] {
  if (!hostMountsIn(workload).some(mount => mount.container === container && mount.path === '/proc/sys' && mount.isWritable)) {return [];}
  return textsIn(container.container.args).flatMap(arg => {
    const match = ARGUMENT.exec(arg);
    return match === null ? [] : [{ name: dotted(match[1]), value: normal(match[2]), container, field: 'args' as const }];
  });
}

function textsIn(list: Wire[string]): string[] {
  return Array.isArray(list) ? list.filter(text => typeof text === 'string') : [];
}

function normal(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}
