import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';

/** What is wrong with the configuration of a collector. */
export function invalidConfig(what: string, given: string, fix: string, allowed?: string): Finding {
  return finding({ code: 'invalid-collector-config', what, given, ...allowed && { allowed }, fix });
}

/** What is wrong with a part of the configuration of a collector. */
export function invalidPart(part: string, what: string, given: string, fix: string, allowed?: string): Finding {
  return invalidConfig(`${part} ${what}`, given, fix, allowed);
}

/** Settings for parts that the configuration does not have. */
export function misplacedSettings(names: readonly string[], known: readonly string[], fix: string): Finding[] {
  return names.filter(name => !known.includes(name))
    .map(name => invalidConfig('settings are laid upon something that is not there', quote(name), fix, known.join(', ')));
}
