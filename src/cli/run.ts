import { COMMAND_NAMES, COMMANDS, isCommandName } from './commands';
import { Io, OutputError } from './io';
import { printable } from './printable';
import { safeIo } from './safe-io';
import { version } from './version';
import { InputError } from '../cluster/inventory/read/input-error';

/* eslint-disable @typescript-eslint/no-require-imports */

/**
 * Runs the command that arguments name. What cannot be used is reported in one line.
 *
 * @returns the exit code: 0 fine, 1 wrong usage, input of which something cannot be read, or output that cannot be written, 2 findings
 */
export async function run(args: readonly string[], given: Io): Promise<number> {
  const io = safeIo(given);
  try {
    const code = await dispatch(args, io);
    return io.unreadable.length > 0 ? 1 : code;
  } catch (error) {
    const isMistake = error instanceof InputError || error instanceof OutputError;
    const { message, stack } = error as Error;
    await io.stderr.write(
      isMistake ? `node-agents: ${printable(message)}\n` : `node-agents: this is an error of node-agents itself: ${stack ?? message}\n`,
    );
    return 1;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === '--version' || name === '-v') {
    await io.stdout.write(`${version()}\n`);
    return 0;
  }
  const help = () => require('./help') as typeof import('./help');
  if (name === '--help' || name === '-h' || name === 'help') {
    await io.stdout.write(help().generalHelp(COMMAND_NAMES.map(each => [each, COMMANDS[each]()])));
    return 0;
  }
  if (name === 'completion') {
    const { completionScript } = require('./completion') as typeof import('./completion');
    const { PLATFORM_IDS } = require('../cluster/platforms/platforms') as typeof import('../cluster/platforms/platforms');
    const commands = COMMAND_NAMES.map(each => [each, COMMANDS[each]()] as const);
    const { FORBIDDEN } = require('../plan/forbidden') as typeof import('../plan/forbidden');
    const { RULES } = require('../checks/rules') as typeof import('../checks/rules');
    await io.stdout.write(completionScript(args, {
      commands, values: { PLATFORM: PLATFORM_IDS }, lists: { WHAT: FORBIDDEN, RULES: RULES.map(({ id }) => id) },
    }));
    return 0;
  }
  const known = isCommandName(name) ? name : unknownCommand(name);
  const command = COMMANDS[known]();
  const given = (require('./options') as typeof import('./options')).readOptions(known, command, args);
  if (given.help) {
    await io.stdout.write(help().commandHelp(known, command));
    return 0;
  }
  return command.run(given, io);
}

function unknownCommand(name: string | undefined): never {
  const { nearest } = require('../private/nearest') as typeof import('../private/nearest');
  const meant = name === undefined ? undefined : nearest(name, COMMAND_NAMES);
  throw new InputError(name === undefined
    ? `say what to do: ${COMMAND_NAMES.join(', ')} (see node-agents --help)`
    : `there is no command ${name}: ${meant === undefined ? COMMAND_NAMES.join(', ') : `did you mean ${meant}?`} (see node-agents --help)`);
}
