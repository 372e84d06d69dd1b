import { AgentPlan } from './agent-plan';

/**
 * Something an agent can do, which needs this and that of its pod: paths, ports, variables, files, grants, containers.
 *
 * A feature declares what it needs; one renderer merges the contributions of all features, finds where they contradict each other, and
 * writes the pod. The presets of this library are made of features, and yours are their equals:
 *
 *     class Journal implements IAgentFeature {
 *       contribute(plan: AgentPlan): void {
 *         plan.container.addHostPaths(HostPath.readOnly('/var/log/journal'), HostPath.file('/etc/machine-id'));
 *       }
 *     }
 */
export interface IAgentFeature {
  /**
   * Declares what the feature needs. Called once, when the feature is given to an agent.
   */
  contribute(plan: AgentPlan): void;
}
