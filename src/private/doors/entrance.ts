import { Construct } from 'constructs';
import { AgentError } from '../agent-error';
import { strictly } from './guard-class';
import { apiType } from './read-table';
import { Taking, takeProps } from './take';
import type { Finding } from '../finding';

/** What a construct was given, without what is wrong in it, and what that is. */
export interface Entrance<Props> {
  readonly props: Props;
  readonly findings: Finding[];
}

/** Where the constructor of a subclass leaves what it found for that of its base. */
const FOUND = Symbol('found');

/**
 * Looks at what the constructor of a construct was given. What is wrong is left out and reported at synth, with what is wrong in the rest
 * of the app.
 *
 * @param construct the name of the class, whose props are called after it
 * @param isOpen whether subclasses add props of their own
 */
export function enter<Props extends object>(
  construct: string, scope: Construct, id: string, props: Props, isOpen: boolean,
): Entrance<Props> {
  const place = new Taking(construct);
  place.value('constructs.Construct', scope, 'scope');
  place.value('text', id, 'id');
  // without a place in the tree there is nothing to report it with
  if (place.findings.length > 0) {throw new AgentError(place.findings[0]);}
  const { sound, findings } = takeProps<Props>(construct, props, isOpen);
  return { props: sound, findings: [...foundIn(props), ...findings] };
}

/** The part of props that is of a struct which they extend. */
export function partOf<Base extends object>(struct: string, props: Base): Base {
  const type = apiType(struct);
  return Object.fromEntries(Object.entries(props).filter(([name]) => type?.kind === 'struct' && type.members.has(name))) as Base;
}

/** The props with what was found in them. */
export function carrying<Props extends object>(props: Props, findings: readonly Finding[]): Props {
  return findings.length === 0 ? props : { ...props, [FOUND]: findings };
}

/** What was found in props before. */
export function foundIn(props: object | null | undefined): readonly Finding[] {
  return (props as { readonly [FOUND]?: readonly Finding[] } | null | undefined)?.[FOUND] ?? [];
}

/**
 * Does something with what was given. Where that turns out to be wrong it is noted, and something else is done, so that the rest of the app
 * is looked at too.
 */
export function attempting<T>(findings: Finding[], act: () => T, instead: () => T): T {
  try {
    return strictly(act);
  } catch (error) {
    findings.push(findingOf(error));
    return strictly(instead);
  }
}

/** What is wrong with a value that cannot be used; undefined where it can. */
export function problemOf(act: () => unknown): Finding | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return findingOf(error);
  }
}

/** What an error says is wrong. What code of a user threw is thrown on: its stack says where. */
function findingOf(error: unknown): Finding {
  if (error instanceof AgentError && error.cause === undefined) {return error.finding;}
  throw error;
}
