import type { Command, OptionSpec } from './command';
import { InputError } from '../cluster/inventory/read/input-error';
import { quote } from '../private/agent-error';

/** Commands by name, with the values that options of a kind can have. */
export interface CompletionInput {
  readonly commands: ReadonlyArray<readonly [name: string, command: Command]>;
  /** One of them: those of `PLATFORM`. */
  readonly values: { readonly [value: string]: readonly string[] | undefined };
  /** Several of them, with commas between: those of `WHAT`. */
  readonly lists: { readonly [value: string]: readonly string[] | undefined };
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

/** What can follow an option: a file, one of some words, or several. */
interface Following {
  readonly what: 'file' | 'word' | 'words';
  readonly words: readonly string[];
}

/** Undefined where nobody can guess what follows. */
function followingOf({ value = '', choices }: OptionSpec, { values, lists }: CompletionInput): Following | undefined {
  if (/^(FILE|OLD\.yaml)$/.test(value)) {return { what: 'file', words: [] };}
  const one = choices ?? values[value];
  if (one) {return { what: 'word', words: one };}
  const several = lists[value];
  return several && { what: 'words', words: several };
}

const IN_BASH: { readonly [what in Following['what']]: (words: string) => string } = {
  file: () => '_node_agents_files; return', word: words => `_node_agents_words '${words}'; return`,
  words: words => `_node_agents_list '${words}'; return`,
};

const IN_ZSH: { readonly [what in Following['what']]: (words: string) => string } = {
  file: () => '_files', word: words => `(${words})`, words: words => `_sequence compadd - ${words}`,
};

function bashScript(input: CompletionInput): string {
  const names = input.commands.map(([name]) => name);
  const ofValues = input.commands.flatMap(([name, { options }]) => Object.entries(options).flatMap(([option, spec]) => {
    if (spec.value === undefined) {return [];}
    const following = followingOf(spec, input);
    const action = following ? IN_BASH[following.what](following.words.join(' ')) : 'return';
    return `    '${name} --${option}') ${action} ;;`;
  }));
  const ofCommands = input.commands.map(([name, { options }]) => `    ${name}) `
    + `words='${[...Object.keys(options), 'help'].map(option => `--${option}`).join(' ')}' ;;`);
  return [
    '# source <(node-agents completion bash)',
    '_node_agents_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }',
    '_node_agents_list() {',
    '  local before=',
    '  case $cur in *,*) before=${cur%,*}, ;; esac',
    '  COMPREPLY=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))',
    '}',
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
      const following = followingOf(spec, input);
      const action = following ? IN_ZSH[following.what](following.words.join(' ')) : ' ';
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
