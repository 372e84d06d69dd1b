import { nameOfPart, withContributor } from './origins';
import { AgentError } from '../../private/agent-error';
import type { Finding } from '../../private/finding';
import { guarded } from '../../private/guarded';
import { NOT_PLAIN, plainJson } from '../../private/plain-json';
import { Wire } from '../../private/wire';
import { IAgentCheck } from '../plan/agent-check';
import { IAgentFeature } from '../plan/agent-feature';
import { AgentPlan } from '../plan/agent-plan';
import { AgentReview } from '../plan/agent-review';

/** Lets a feature contribute. */
export function contribute(feature: IAgentFeature, plan: AgentPlan): void {
  const name = nameOfPart('feature', feature);
  guarded(
    `${name} failed while it contributed`, 'fix the feature', () => withContributor(name, () => feature.contribute(plan)),
    ': the `cause` of this error has its stack',
  );
}

/** What the checks of features say of a workload. */
export function review(checks: readonly IAgentCheck[], spec: Wire): Finding[] {
  const findings: Finding[] = [];
  if (checks.length === 0) {return findings;}
  // a copy: a check may not change what is written
  const plain = plainJson(spec);
  const reviewed = AgentReview._of(plain === NOT_PLAIN ? spec : plain, found => findings.push(found));
  for (const check of checks) {
    try {
      guarded(`${nameOfPart('check', check)} failed while it looked at the agent`, 'fix the check', () => check.check(reviewed));
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      findings.push(error.finding);
    }
  }
  return findings;
}
