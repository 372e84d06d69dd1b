import type { Command } from './command';

/* eslint-disable @typescript-eslint/no-require-imports */

/**
 * The commands, in the order of the help. Help, suggestions and exit codes follow from these rows. Each command is loaded when it is asked
 * for: together they are most of the package.
 */
export const COMMANDS = {
  check: () => (require('./commands/check') as typeof import('./commands/check')).check,
  explain: () => (require('./commands/explain') as typeof import('./commands/explain')).explain,
  capacity: () => (require('./commands/capacity') as typeof import('./commands/capacity')).capacity,
  rollout: () => (require('./commands/rollout') as typeof import('./commands/rollout')).rollout,
  plan: () => (require('./commands/plan') as typeof import('./commands/plan')).plan,
  doctor: () => (require('./commands/doctor') as typeof import('./commands/doctor')).doctor,
  commands: () => (require('./commands/commands') as typeof import('./commands/commands')).commands,
  admission: () => (require('./commands/admission') as typeof import('./commands/admission')).admission,
  rules: () => (require('./commands/rules') as typeof import('./commands/rules')).rules,
  why: () => (require('./commands/why') as typeof import('./commands/why')).why,
} satisfies { readonly [name: string]: () => Command };

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function isCommandName(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}
