import type { Command, OptionSpec } from './command';

const INPUT = [
  'FILE is YAML or JSON with any number of documents or lists: what cdk8s, Helm or `kubectl get -o yaml` writes.',
  'Of a directory, all *.yaml, *.yml and *.json below it are read, but nothing hidden and no node_modules.',
  'git:REV:PATH is a file or directory of a revision, with a path from the current directory.',
  '- is standard input, which is also read when no file is given.',
];

/** The help for all commands. */
export function generalHelp(commands: ReadonlyArray<readonly [name: string, command: Command]>): string {
  const width = Math.max(...commands.map(([name]) => name.length));
  return lines(
    'node-agents: what a cluster does with what runs once on every node',
    '',
    ...commands.map(([name, command]) => `  ${usage(name, command)}`),
    '  node-agents completion bash|zsh',
    '  node-agents --version | --help | COMMAND --help',
    '',
    ...commands.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    ...INPUT,
    '',
    'Exit codes: 0 fine, 1 wrong usage, input of which something cannot be read, or output that cannot be written, 2',
    ...commands.filter(([, { finds }]) => finds !== undefined).map(([name, { finds }]) => `  ${name.padEnd(width)}  ${finds}`),
    'and 3',
    ...commands.filter(([, { forbids }]) => forbids !== undefined).map(([name, { forbids }]) => `  ${name.padEnd(width)}  ${forbids}`),
  );
}

/** The help for one command. */
export function commandHelp(name: string, command: Command): string {
  const { summary, details, finds, forbids, readsNothing } = command;
  const options = Object.entries(command.options).map(([option, { value, choices, about }]) =>
    [asked(option, { value, choices }), choices ? `${about}; ${choices[0]} if left out` : about]);
  const width = Math.max(0, ...options.map(([option]) => option.length));
  return lines(
    `node-agents ${name}: ${summary}`,
    '',
    `  ${usage(name, command)}`,
    '',
    ...options.map(([option, about]) => `  ${option.padEnd(width)}  ${about}`),
    '',
    ...readsNothing ? [] : INPUT,
    ...details === undefined ? [] : [details],
    '',
    `Exit codes: 0 ${finds === undefined ? 'whatever it finds' : 'fine'}, 1 wrong usage, input of which something cannot be read, or `
      + `output that cannot be written${finds === undefined ? '' : `, 2 ${finds}`}${forbids === undefined ? '' : `, 3 ${forbids}`}`,
  );
}

function usage(name: string, { options, takes = '[FILE|DIR|-]...' }: Command): string {
  const all = Object.entries(options).map(([option, spec]) => `[${asked(option, spec)}]`);
  return ['node-agents', name, ...takes === '' ? [] : [takes], ...all].join(' ');
}

function asked(option: string, { value, choices }: Pick<OptionSpec, 'value' | 'choices'>): string {
  return value === undefined ? `--${option}` : `--${option} ${choices?.join('|') ?? value}`;
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
