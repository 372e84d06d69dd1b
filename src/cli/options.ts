import { parseArgs } from 'node:util';
import type { Command, Given, OptionSpec } from './command';
import { InputError } from '../cluster/inventory/read/input-error';
import { quote } from '../private/agent-error';
import { nearest } from '../private/nearest';

/**
 * Reads arguments. A choice that is not given is the first of its kind.
 *
 * @throws InputError
 */
export function readOptions(command: string, { options: specs }: Pick<Command, 'options'>, args: readonly string[]): Given {
  const { tokens, positionals } = parseArgs({
    args: [...args], strict: false, tokens: true, allowPositionals: true,
    options: {
      ...Object.fromEntries(Object.entries(specs).map(([
        name, { value },
      ]) => [name, { type: value === undefined ? 'boolean' as const : 'string' as const }])), help: { type: 'boolean', short: 'h' },
    },
  });
  const options: { [name: string]: string } = {};
  let help = false;
  for (const token of tokens) {
    if (token.kind !== 'option') {continue;}
    if (token.name === 'help') {
      help = true;
    } else {
      const { name, rawName, value } = token;
      const option = Object.hasOwn(specs, name) && rawName.startsWith('--') ? specs[name] : unknownOption(rawName, command, specs);
      if (Object.hasOwn(options, name)) {throw new InputError(`${rawName} is given twice`);}
      options[name] = option.value === undefined ? switched(rawName, value) : checked(rawName, option, value);
    }
  }
  const defaults = Object.entries(specs).flatMap(([name, { choices }]) => (choices ? [[name, choices[0]]] : []));
  return { paths: positionals, options: { ...Object.fromEntries(defaults), ...options }, help };
}

function unknownOption(given: string, command: string, options: Command['options']): never {
  const meant = nearest(given.replace(/^-+/, ''), [...Object.keys(options), 'help']);
  throw new InputError(
    `${command} has no option ${given}${meant === undefined ? '' : `: did you mean --${meant}?`} (see node-agents ${command} --help)`,
  );
}

function switched(name: string, given: string | undefined): string {
  if (given !== undefined) {throw new InputError(`${name} takes no value, and is ${quote(given)}`);}
  return 'yes';
}

function checked(name: string, { value: wanted, choices }: OptionSpec, given: string | undefined): string {
  if (given === undefined || given === '') {throw new InputError(`${name} needs a value: ${name} ${choices?.join('|') ?? wanted}`);}
  if (choices && !choices.includes(given)) {
    const meant = nearest(given, choices);
    throw new InputError(
      `${name} takes ${choices.join(', ')}, and is ${quote(given)}${meant === undefined ? '' : `: did you mean ${meant}?`}`,
    );
  }
  return given;
}

/** The minor of a version of Kubernetes: 30 for `1.30`, `v1.30` and `1.30.4`. */
export function minorOf(option: string, text: string, oldest: number): number {
  const minor = /^v?1\.(\d{1,3})(\.\d+\S*)?$/.exec(text)?.[1];
  if (minor === undefined
    || Number(minor) < oldest) {throw new InputError(`${option} takes 1.${oldest} or newer, such as 1.30, and is ${quote(text)}`);}
  return Number(minor);
}
