import { NodeProblemCondition } from './node-problem-condition';
import { fail, quote } from '../../private/agent-error';
import { re2Problem } from '../../private/re2';

/** Refuses a text that is not of a form. */
export function requireText(text: string, what: string, form: RegExp, allowed: string): void {
  if (!form.test(text)) {
    fail({ code: 'invalid-node-monitor', what: `${what} cannot be this`, given: quote(text), allowed, fix: 'correct the text' });
  }
}

/** Refuses a regular expression that the program could not compile: it ends with an error at the start. */
export function requirePattern(pattern: string, what: string): void {
  const problem = re2Problem(pattern);
  if (problem !== undefined || pattern === '') {
    fail({
      code: 'invalid-pattern', what: `${what} cannot be compiled: ${problem ?? 'it is empty'}`, given: quote(pattern),
      allowed: 'RE2 syntax',
      fix: 'correct it: node-problem-detector does not start with it',
    });
  }
}

/** What a condition is false or true because of, in one word. */
export function requireCause(reason: string): void {
  requireText(
    reason, 'the reason of a problem', /^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$/, 'one word of letters and digits, such as NtpIsDown',
  );
}

/** Conditions that the kubelet, the node lifecycle controller and networks set. */
const OF_OTHERS = ['Ready', 'DiskPressure', 'MemoryPressure', 'PIDPressure', 'NetworkUnavailable'];

/** Refuses a condition that cannot be, or that belongs to somebody else. */
export function requireCondition({ type, healthyReason }: NodeProblemCondition): void {
  requireText(
    type, 'the type of a condition', /^([a-z0-9.-]+\/)?[A-Za-z]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
    'a word such as NtpProblem, at will with a domain before it',
  );
  requireCause(healthyReason);
  if (OF_OTHERS.includes(type)) {
    fail({
      code: 'node-condition-conflict', what: `the condition ${type} is set by the kubelet or the network of the node`, given: type,
      allowed: 'a condition of your own', fix: `use another name, such as ${type}Problem`,
    });
  }
}
