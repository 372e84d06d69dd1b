import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { nearest } from '../../private/nearest';

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

/**
 * What was asked for in addition to a configuration that was written as a whole, and has no place in it.
 *
 * @param asked options, each with whether it was given
 */
export function withoutPlace(asked: { readonly [option: string]: boolean }): Finding[] {
  const given = Object.entries(asked).filter(([, isGiven]) => isGiven).map(([option]) => option);
  return given.length === 0 ? [] : [invalidConfig('the configuration is written as a whole, so that these have no effect', given.join(', '),
    'write them into `wholeConfig`, or leave `wholeConfig` out and use `extraConfig` and `configOverrides`')];
}

/** Sections at the top of a configuration that its collector does not know. */
export function unknownSections(given: readonly string[], known: readonly string[], collector: string): Finding[] {
  return given.filter(section => !known.includes(section)).map(section => {
    const near = nearest(section, known);
    return invalidConfig(`the configuration has a section that ${collector} does not know`, quote(section),
      near === undefined ? 'correct it' : `correct it: did you mean ${near}?`, known.join(', '));
  });
}

/** A configuration in which nothing answers the probes of the agent. */
export function unanswered(given: string, fix: string, allowed: string): Finding {
  return invalidConfig('probes would never be answered, so that the pod is restarted for ever', given, fix, allowed);
}
