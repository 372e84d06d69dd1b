import type { Command } from './command';

const INPUT = [
  'FILE is YAML or JSON with any number of documents or lists: what cdk8s, Helm or `kubectl get -o yaml` writes.',
  'Of a directory, all *.yaml, *.yml and *.json below it are read, but nothing hidden and no node_modules.',
  '- is standard input, which is also read when no file is given.',
];

/** The help for all commands. */
export function generalHelp(commands: ReadonlyArray<readonly [name: string, command: Command]>): string {
  const width = Math.max(...commands.map(([name]) => name.length));
  return lines(
    'node-agents: what a cluster does with what runs once on every node',
    '',
    ...commands.map(([name, command]) => `  ${usage(name, command)}`),
    '  node-agents --version | --help | COMMAND --help',
    '',
    ...commands.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    ...INPUT,
    '',
    'Exit codes: 0 fine, 1 wrong usage, unreadable input or output that cannot be written, 2',
    ...commands.filter(([, { finds }]) => finds !== undefined).map(([name, { finds }]) => `  ${name.padEnd(width)}  ${finds}`),
  );
}

/** The help for one command. */
export function commandHelp(name: string, command: Command): string {
  const { summary, details, finds } = command;
  const options = Object.entries(command.options).map(([option, { value, choices, about }]) =>
    [`--${option} ${choices?.join('|') ?? value}`, choices ? `${about}; ${choices[0]} if left out` : about]);
  const width = Math.max(...options.map(([option]) => option.length));
  return lines(
    `node-agents ${name}: ${summary}`,
    '',
    `  ${usage(name, command)}`,
    '',
    ...options.map(([option, about]) => `  ${option.padEnd(width)}  ${about}`),
    '',
    ...INPUT,
    ...details === undefined ? [] : [details],
    '',
    `Exit codes: 0 ${finds === undefined ? 'whatever it finds' : 'fine'}, 1 wrong usage, unreadable input or output that cannot be written${finds === undefined ? '' : `, 2 ${finds}`}`,
  );
}

function usage(name: string, { options }: Command): string {
  const all = Object.entries(options).map(([option, { value, choices }]) => `[--${option} ${choices?.join('|') ?? value}]`);
  return ['node-agents', name, '[FILE|DIR|-]...', ...all].join(' ');
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
