import type { Command, OptionSpec } from './command';
import { InputError } from '../cluster/inventory/read/input-error';
import { quote } from '../private/agent-error';

/** Commands by name, with the values that options of a kind can have: those of `PLATFORM`. */
export interface CompletionInput {
  readonly commands: ReadonlyArray<readonly [name: string, command: Command]>;
  readonly values: { readonly [value: string]: readonly string[] | undefined };
}

const SHELLS = { bash: bashScript, zsh: zshScript } as const;

/**
 * The script that completes commands, options and their values in a shell.
 *
 * @throws InputError
 */
export function completionScript(args: readonly string[], input: CompletionInput): string {
  const [shell] = args;
  if (args.length !== 1 || !Object.hasOwn(SHELLS, shell)) {
    throw new InputError(
      `completion takes ${Object.keys(SHELLS).join(' or ')}${shell === undefined ? '' : `, and is given ${quote(args.join(' '))}`}`,
    );
  }
  return SHELLS[shell as keyof typeof SHELLS](input);
}

/** What can follow an option: words, a file, or something that nobody can guess. */
function valuesOf({ value, choices }: OptionSpec, { values }: CompletionInput): readonly string[] | 'file' | undefined {
  return choices ?? (value !== undefined && /^(FILE|OLD\.yaml)$/.test(value) ? 'file' : values[value ?? '']);
}

function bashScript(input: CompletionInput): string {
  const names = input.commands.map(([name]) => name);
  const ofValues = input.commands.flatMap(([name, { options }]) => Object.entries(options).flatMap(([option, spec]) => {
    if (spec.value === undefined) {return [];}
    const values = valuesOf(spec, input);
    const action = values === undefined
      ? 'return'
      : values === 'file' ? '_node_agents_files; return' : `_node_agents_words '${values.join(' ')}'; return`;
    return `    '${name} --${option}') ${action} ;;`;
  }));
  const ofCommands = input.commands.map(([name, { options }]) => `    ${name}) `
    + `words='${[...Object.keys(options), 'help'].map(option => `--${option}`).join(' ')}' ;;`);
  return [
    '# source <(node-agents completion bash)',
    '_node_agents_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }',
    '_node_agents_files() { local IFS=$\'\\n\'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); }',
    '_node_agents() {',
    '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= words= i',
    '  COMPREPLY=()',
    '  # an equals sign is a word of its own',
    '  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    `    case \${COMP_WORDS[i]} in ${names.join('|')}|completion|help) command=\${COMP_WORDS[i]}; break ;; esac`,
    '  done',
    '  case "$command $prev" in',
    ...ofValues,
    '  esac',
    '  case $command in',
    `    '') _node_agents_words '${[...names, 'completion', '--help', '--version'].join(' ')}'; return ;;`,
    `    completion) _node_agents_words '${Object.keys(SHELLS).join(' ')}'; return ;;`,
    ...ofCommands,
    '  esac',
    '  case $cur in -*) _node_agents_words "$words" ;; *) _node_agents_files ;; esac',
    '}',
    'complete -F _node_agents node-agents',
    '',
  ].join('\n');
}

function zshScript(input: CompletionInput): string {
  const ofCommands = input.commands.map(([name, { options }]) => {
    const specs = Object.entries(options).map(([option, spec]) => {
      const values = valuesOf(spec, input);
      const action = values === undefined ? ' ' : values === 'file' ? '_files' : `(${values.join(' ')})`;
      return `'--${option}[${zshText(spec.about)}]${spec.value === undefined ? '' : `:${zshText(spec.value)}:${action}`}'`;
    });
    return `    ${name}) _arguments ${[...specs, '\'--help[what it takes]\'', '\'*:file:_files\''].join(' ')} ;;`;
  });
  return [
    '#compdef node-agents',
    '# source <(node-agents completion zsh)',
    '_node_agents() {',
    '  local -a commands',
    '  '
      + `commands=(${[...input.commands.map(([name, { summary }]) => `'${name}:${zshText(summary)}'`), '\'completion:completion for a shell\''].join(' ')})`,
    '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
    '  local command=$words[2]',
    '  shift words; (( CURRENT-- ))',
    '  case $command in',
    `    completion) _values shell ${Object.keys(SHELLS).join(' ')} ;;`,
    ...ofCommands,
    '  esac',
    '}',
    'compdef _node_agents node-agents',
    '',
  ].join('\n');
}

/** A text within quotes, in which brackets and colons mean something. */
function zshText(text: string): string {
  return text.replace(/'/g, '\'\\\'\'').replace(/[[\]:\\`$]/g, match => `\\${match}`);
}
