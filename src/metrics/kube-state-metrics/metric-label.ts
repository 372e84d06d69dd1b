import { fail, quote } from '../../private/agent-error';

/** @throws invalid-custom-resource-metric */
export function requireLabel(label: string): string {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) || label.startsWith('__')) {
    fail({
      code: 'invalid-custom-resource-metric', what: 'a label of a metric cannot have this name', given: quote(label),
      allowed: 'letters, digits and `_`, no digit and no `__` first', fix: 'use `_` between words',
    });
  }
  return label;
}
