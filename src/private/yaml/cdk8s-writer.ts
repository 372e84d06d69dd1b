import { Yaml } from 'cdk8s';
import { writtenByUs } from './hook';
import { isMisread, Position } from './scalar';

let asksForOurs: boolean | undefined;

/** Whether the YAML writer of this cdk8s writes our text where we have one. One that does not is a newer one than we know. */
export function asksForOurText(): boolean {
  asksForOurs ??= Yaml.stringify(writtenByUs({ a: '0o17' })) === 'a: "0o17"\n';
  return asksForOurs;
}

/** Whether some reader takes what this cdk8s writes of a text for something else. */
export function isMisreadFromCdk8s(text: string, position: Position): boolean {
  return isMisread(text, position) || (position === 'value' && isBlank(text) && writesBlanksAsBlocks());
}

/** Nothing but blanks, tabs and line breaks, and not line breaks alone. */
function isBlank(text: string): boolean {
  return text.includes('\n') && /^[ \t\n]*[ \t][ \t\n]*$/.test(text) && !/\n[ \t]+$/.test(text);
}

let hasBlankBlocks: boolean | undefined;

/** Since cdk8s 2.70; before, they were quoted. */
function writesBlanksAsBlocks(): boolean {
  hasBlankBlocks ??= !Yaml.stringify({ a: ' \n' }).startsWith('a: "');
  return hasBlankBlocks;
}
