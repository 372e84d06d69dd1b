import { fail, quote } from './agent-error';

/**
 * A reason someone can review: one line, at least three words, no `=`
 * (linters that read reasons from annotations split on it).
 */
export function requireReason(reason: string, what: string): string {
  const text = (reason ?? '').trim();
  if (text.length < 10 || text.split(/\s+/).length < 3 || /[\r\n=]/.test(text)) {
    fail({
      code: 'missing-reason',
      what: `${what} needs a reason`,
      given: quote(reason),
      allowed: 'one line of at least three words, without `=`',
      fix: 'say what on the node the agent needs it for: a reviewer reads it, and reports and annotations show it',
    });
  }
  return text;
}
