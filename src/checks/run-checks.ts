import type { Rule } from './rule';
import type { CheckContext } from '../cluster/inventory/check-context';
import type { ObjectFinding } from '../private/finding';

/** Everything that the rules find, in the order of the rules. */
export function runRules(rules: readonly Rule[], context: CheckContext): ObjectFinding[] {
  const findings: ObjectFinding[] = [];
  for (const rule of rules) {
    for (const found of rule.check(context)) {findings.push(found);}
  }
  return findings;
}
