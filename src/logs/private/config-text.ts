import { fail, quote } from '../../private/agent-error';

/** How a collector reads the texts of its configuration. */
export interface TextRules {
  /** The program, in messages. */
  readonly program: string;
  /** What its reader replaces by a variable of the environment, and never takes for text. */
  readonly expands: RegExp;
  /** The same, in messages. */
  readonly expandsText: string;
}

/** A part of a value: text that must arrive as it is, or a reference to a variable in the spelling of the collector. */
export type TextPart = string | { readonly reference: string };

/** What YAML 1.1 takes for the end of a line or refuses. */
// eslint-disable-next-line no-control-regex
export const UNPRINTABLE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

/**
 * A text that is a value of its own.
 *
 * @throws invalid-log-text
 */
export function requireText(rules: TextRules, text: string, what: string): string {
  if (text === '' || rules.expands.test(text) || UNPRINTABLE.test(text)) {
    refuseText(rules, what, text, `text that is not empty, in one line, without ${rules.expandsText}`);
  }
  return text;
}

/**
 * A value made of parts. Parts are judged where they meet: `$` and `{NAME}` are text one by one, and a variable together.
 *
 * @throws invalid-log-text
 */
export function joinText(rules: TextRules, parts: readonly TextPart[], what: string): string {
  let run = '';
  let value = '';
  for (const part of [...parts, { reference: '' }]) {
    if (typeof part === 'string') {
      run += part;
      continue;
    }
    value += (run === '' ? '' : requireText(rules, run, what)) + part.reference;
    run = '';
  }
  return value;
}

/** @throws invalid-log-text */
export function refuseText({ program }: TextRules, what: string, given: string, allowed: string,
  fix: string = 'change the text; variables of the environment have a place in `extraConfig`'): never {
  fail({
    code: 'invalid-log-text', what: `${what} cannot be written into the configuration of ${program}`, given: quote(given), allowed, fix,
  });
}
