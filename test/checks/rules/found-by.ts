import { acknowledge } from '../../../src/checks/acknowledge';
import { contextOf } from '../../../src/checks/example';
import type { Rule } from '../../../src/checks/rule';
import { runRules } from '../../../src/checks/run-checks';
import type { Wire } from '../../../src/private/wire';

/**
 * What a rule finds in objects, a line each: `warning agent spec.template.spec.containers[0].image (given)`. Nodes among them are those of
 * the cluster.
 */
export function foundBy(rule: Rule, ...objects: Wire[]): string[] {
  return acknowledge(runRules([rule], contextOf(objects)), []).findings.map(({ level, about, path, given }) =>
    `${level} ${about.name} ${path.replace('spec.template.spec.', '')}${given === undefined ? '' : ` (${given})`}`);
}
