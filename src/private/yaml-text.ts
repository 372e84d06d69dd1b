import { AgentError } from './agent-error';
import { Finding, finding } from './finding';

/** Most texts have nothing beyond this, and are not looked at twice. */
const BEYOND_ASCII = /[\u007f-\uffff]/;

/** Characters that YAML readers written in Go refuse, or take for a line break, and that the YAML writer of cdk8s does not escape; and halves of pairs. */
const UNREADABLE = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Cs}/u;

/** A tab where a block of lines begins is taken for indentation. */
const TAB_FIRST = /^\n*\t[^]*\n|^\n+\t/;

/** Texts that look like numbers and are written without quotes: `0o17`, `1e1_0`, `1e_`. */
const UNQUOTED = /^[-+]?(0o[0-7_]+|[\d_.]+[eE][-+]?\d*_[\d_]*)$|^[-+]_[\d_.eEoxb+-]*\d[\d_.eEoxb+-]*$/;

/** Numbers to a YAML reader written in Go, which passes over every `_`. */
const NUMBER_TO_GO = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$|^[-+]?0[oxb]/;

/** What keeps a text from coming out of Go as it went into the YAML writer of cdk8s, or undefined. */
export function unreadable(text: string): string | undefined {
  const first = text.charCodeAt(0);
  if (first <= 10 && TAB_FIRST.test(text) && /\S/.test(text)) {return 'its first line begins with a tab';}
  if (first >= 43 && first <= 57 && first !== 47 && UNQUOTED.test(text) && NUMBER_TO_GO.test(text.replace(/_/g, ''))) {return 'Kubernetes reads it as a number';}
  if (BEYOND_ASCII.test(text)) {
    const character = UNREADABLE.exec(text)?.[0];
    if (character !== undefined) {return `the character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;}
  }
  return undefined;
}

/** The first text in a value that cannot be written, and where it stands. */
export function findUnreadable(value: unknown): { readonly path: string; readonly why: string } | undefined {
  return isReadable(value) ? undefined : locate(value);
}

/** Runs over everything that is written, so it makes nothing. Late values and objects of classes come out as something else. */
function isReadable(value: any): boolean {
  if (typeof value === 'string') {return unreadable(value) === undefined;}
  if (typeof value !== 'object' || value === null) {return true;}
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!isReadable(value[index])) {return false;}
    }
  } else if (value.constructor === Object) {
    for (const key in value) {
      if (!isReadable(value[key])) {return false;}
    }
  }
  return true;
}

function locate(value: any): { readonly path: string; readonly why: string } {
  const why = typeof value === 'string' ? unreadable(value) : undefined;
  if (why !== undefined) {return { path: '', why };}
  const key = Object.keys(value).find(each => !isReadable(value[each]))!;
  const found = locate(value[key]);
  const rest = found.path === '' || found.path.startsWith('[') ? found.path : `.${found.path}`;
  return { path: `${Array.isArray(value) ? `[${key}]` : key}${rest}`, why: found.why };
}

/** @throws unreadable-text */
export function requireReadable(what: string, value: unknown): void {
  const found = unreadableFinding(what, value, 'leave such characters out');
  if (found) {throw new AgentError(found);}
}

/** Says that a value holds a text that cannot be written. */
export function unreadableFinding(what: string, value: unknown, fix: string): Finding | undefined {
  const found = findUnreadable(value);
  return found && finding({
    code: 'unreadable-text',
    what: `${found.path === '' ? what : `${what}: ${found.path}`} cannot be written as YAML that Kubernetes reads`,
    given: found.why,
    allowed: 'text without control characters and line separators, whose first line does not begin with a tab',
    fix,
  });
}
