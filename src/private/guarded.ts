import { AgentError, readErrorLine } from './agent-error';
import { atTheDoor } from './doors/guard-class';
import { finding } from './finding';

/**
 * Runs code that is not the library's own: what it throws becomes an error as any other, and what came before it is its cause.
 *
 * @param failed what failed then, as a sentence
 * @param hint where to look further; left out where nothing but a text came from another language
 */
export function guarded<T>(failed: string, remedy: string, act: () => T, hint: string = ''): T {
  try {
    return atTheDoor(act);
  } catch (error) {
    if (error instanceof AgentError) {throw error;}
    const given = describeThrown(error);
    const isText = isOfAnotherLanguage(error);
    const read = isText ? readErrorLine(given) : undefined;
    throw new AgentError(
      read ?? finding({ code: 'feature-error', what: failed, given, fix: isText ? remedy : `${remedy}${hint}` }), undefined, error,
    );
  }
}

/** One line: other languages put a stack behind it. The class of an error says more than many a message: a TypeError is a slip. */
function describeThrown(error: unknown): string {
  const hasPlainName = error instanceof Error && (error.name === 'Error' || isOfAnotherLanguage(error));
  return (hasPlainName ? error.message : String(error)).split('\n')[0];
}

/** jsii hands an error on as its text alone, under a name of its own. */
function isOfAnotherLanguage(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('@jsii/');
}
