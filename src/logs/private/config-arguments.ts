import { invalidConfig } from './config-findings';
import { quote } from '../../private/agent-error';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';

/** How a program receives its configuration. */
export interface ConfigArguments {
  /** The configuration that the agent writes. */
  readonly path: string;
  /** The flags that name a configuration or bring parts of one, those with one letter first. */
  readonly flags: readonly string[];
}

/**
 * What is wrong with the arguments of a container as it is written: nothing here knows what is in another configuration, so that it could
 * send logs anywhere, or read nothing. A program that something else starts may be configured in a script.
 */
export function checkArguments({ path, flags }: ConfigArguments, { command, args = [] }: Wire, ownCommand: readonly string[]
  | undefined): Finding[] {
  const texts: readonly string[] = args.map(String);
  const others = texts.flatMap((text, at) => {
    const flag = flags.find(each => text === each || text.startsWith(isShort(each) ? each : `${each}=`));
    if (flag === undefined) {return [];}
    const value = text === flag ? texts[at + 1] : text.slice(flag.length).replace(/^=/, '');
    return value === path ? [] : [text === flag ? `${text} ${value ?? ''}`.trim() : text];
  });
  const isStartedByOther = JSON.stringify(command) !== JSON.stringify(ownCommand);
  const isNamed = [...isStartedByOther ? command ?? [] : [], ...texts].some(text => String(text).includes(path));
  return others.length === 0 && isNamed ? [] : [invalidConfig(
    'the collector would run another configuration than the one that the agent writes and checks',
    others.length === 0 ? `arguments without ${path}` : others.map(quote).join(', '),
    'leave the arguments as they are, and give your own configuration by `extraConfig`, `configOverrides` or `wholeConfig`', path,
  )];
}

function isShort(flag: string): boolean {
  return /^-[A-Za-z]$/.test(flag);
}
