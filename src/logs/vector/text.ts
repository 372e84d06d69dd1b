import { SECRET } from './yaml';
import { refuseText, requireText, TextRules } from '../private/config-text';

/** Credentials are put into the text of the configuration, wherever it asks for one, and there is no way to escape it. */
const RULES: TextRules = { program: 'Vector', expands: SECRET, expandsText: '`SECRET[...]`' };

/**
 * A text that is the value of an option.
 *
 * @throws invalid-log-text
 */
export function plainText(text: string, what: string): string {
  return requireText(RULES, text, what);
}

/**
 * As `plainText`, where there is a text.
 *
 * @throws invalid-log-text
 */
export function optionalText(text: string | undefined, what: string): string | undefined {
  return text === undefined ? undefined : plainText(text, what);
}

/**
 * A text where Vector reads a template: `{{` begins a field and `%` a part of the time, and neither can be escaped.
 *
 * @throws invalid-log-text
 */
export function templateText(text: string, what: string): string {
  if (/\{\{|%/.test(text)) {
    refuseText(RULES, what, text, 'text without `{{` and `%`',
      'change the text: Vector would put a field or a part of the time in its place');
  }
  return plainText(text, what);
}

/**
 * The format of a date as chrono reads it: Vector does not start with another one.
 *
 * @throws invalid-log-text
 */
export function dateText(format: string, what: string): string {
  const rest = format.replace(/%[-_0]?[YCyqmbBhdeaAwuUWGgVjDxFvHkIlPpMSfRTXrcsn%]|%\.[369]?f|%[369]f|%[zZ+]/g, '');
  if (rest.includes('%')) {
    refuseText(RULES, what, format, 'parts of the time that Vector knows, such as %Y, %m, %d, %H, %j, %V', 'write the date with those');
  }
  return plainText(format, what);
}
