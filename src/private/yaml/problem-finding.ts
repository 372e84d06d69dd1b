import type { TextProblem } from './problem';
import { Finding, finding } from '../finding';

/**
 * Says that a value holds something that cannot be written, or that some reader would take for something else.
 *
 * @param what whose value it is
 */
export function problemFinding({ kind, path, given }: TextProblem, what: string): Finding {
  return kind === 'unwritable' ? finding({
    code: 'unwritable-value',
    what: `${what} holds a value that YAML and JSON cannot hold${path === '' ? '' : ` at ${path}`}`,
    path, given,
    allowed: 'numbers that are finite, and text without halves of surrogate pairs',
    fix: 'correct the value; a file of any bytes is AgentFile.binary',
  }) : finding({
    code: 'unreadable-text',
    what: `${what} holds a value${path === '' ? '' : ` at ${path}`} that YAML readers take for something else than cdk8s writes`,
    path, given,
    allowed: 'text that cdk8s writes so that Kubernetes, kubectl and other readers read it as it is',
    fix: 'change the value, or make the object with AgentObject, which is written so that they read it',
  });
}
