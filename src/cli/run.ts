import type { Io } from './io';
import type { Given } from './options';
import { printable } from './printable';
import { version } from './version';
import { InputError } from '../cluster/inventory/read/input-error';

/** A command: what it was given, and the exit code that follows. */
export type Command = (given: Given, io: Io) => Promise<number>;

/* eslint-disable @typescript-eslint/no-require-imports */

/** Each command is loaded when it is asked for: together they are most of the package. */
const COMMAND: { readonly [name: string]: () => Command } = {
  check: () => (require('./commands/check') as typeof import('./commands/check')).check,
  explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explain,
  rollout: () => (require('./commands/rollout') as typeof import('./commands/rollout')).rollout,
  admission: () => (require('./commands/admission') as typeof import('./commands/admission')).admission,
};

/**
 * Runs the command that arguments name. What cannot be used is told in one line.
 *
 * @returns the exit code: 0 fine, 1 wrong usage or unreadable input, 2 findings
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    const isMistake = error instanceof InputError;
    const { message, stack } = error as Error;
    await io.stderr.write(isMistake ? `node-agents: ${printable(message)}\n` : `node-agents: this is an error of node-agents itself: ${stack ?? message}\n`);
    return 1;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === '--version' || name === '-v') {
    await io.stdout.write(`${version()}\n`);
    return 0;
  }
  const { COMMANDS } = require('./commands/specs') as typeof import('./commands/specs');
  const { commandHelp, generalHelp } = require('./help') as typeof import('./help');
  if (name === '--help' || name === '-h' || name === 'help') {
    await io.stdout.write(generalHelp(COMMANDS));
    return 0;
  }
  const spec = COMMANDS.find(each => each.name === name) ?? unknownCommand(name, COMMANDS.map(each => each.name));
  const given = (require('./options') as typeof import('./options')).readOptions(spec, args);
  if (given.help) {
    await io.stdout.write(commandHelp(spec));
    return 0;
  }
  return COMMAND[spec.name]()(given, io);
}

function unknownCommand(name: string | undefined, names: readonly string[]): never {
  const { nearest } = require('../private/nearest') as typeof import('../private/nearest');
  const meant = name === undefined ? undefined : nearest(name, names);
  throw new InputError(name === undefined
    ? `say what to do: ${names.join(', ')} (see node-agents --help)`
    : `there is no command ${name}: ${meant === undefined ? names.join(', ') : `did you mean ${meant}?`} (see node-agents --help)`);
}
