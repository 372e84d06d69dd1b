import { AgentError, fail, Problem } from '../../private/problem';
import { Wire } from '../../private/wire';
import { IAgentCheck } from '../agent-check';
import { IAgentFeature } from '../agent-feature';
import { AgentPlan } from '../agent-plan';
import { AgentReview } from '../agent-review';

/** Lets a feature contribute. */
export function contribute(feature: IAgentFeature, plan: AgentPlan): void {
  guarded('while it contributed', () => feature.contribute(plan));
}

/** What the checks of features say of a workload. */
export function review(checks: readonly IAgentCheck[], spec: Wire): Problem[] {
  const problems: Problem[] = [];
  const reviewed = AgentReview._of(spec, problem => problems.push(problem));
  for (const check of checks) {
    try {
      guarded('while it looked at the agent', () => check.check(reviewed));
    } catch (error) {
      if (!(error instanceof AgentError)) {throw error;}
      problems.push(error.problem);
    }
  }
  return problems;
}

/** An error of a feature says where it happened, as any other. */
function guarded(when: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof AgentError) {throw error;}
    fail({ code: 'feature-error', what: `a feature failed ${when}`, given: String((error as Error)?.message ?? error), fix: 'mend the feature' });
  }
}
