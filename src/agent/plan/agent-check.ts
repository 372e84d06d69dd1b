import { AgentReview } from './agent-review';

/**
 * Judges an agent when all is said about it: what features contributed, what came after, overrides and patches.
 *
 *     class NeedsTeam implements IAgentFeature, IAgentCheck {
 *       contribute(plan: AgentPlan): void {
 *         plan.addCheck(this);
 *       }
 *
 *       check(review: AgentReview): void {
 *         if (review.podLabels.team === undefined) {
 *           review.addError({ code: 'acme/missing-team', what: 'nobody owns the agent', fix: "add podLabels: { team: '...' }" });
 *         }
 *       }
 *     }
 */
export interface IAgentCheck {
  /**
   * Says what is wrong, by `review.addError`. Called when the app is validated, perhaps more than once; it may contribute nothing.
   */
  check(review: AgentReview): void;
}
