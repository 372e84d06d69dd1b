import type { CheckContext } from './check-context';
import type { Finding } from './finding';
import type { Rule } from './rule';

/** Everything that the rules find, in the order of the rules. */
export function runRules(rules: readonly Rule[], context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    rule.check(context, found => findings.push({ code: rule.id, level: rule.level, fix: rule.fix, ...found }));
  }
  return findings;
}
