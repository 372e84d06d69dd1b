import { OperatingSystem } from '../../agent/nodes/operating-system';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { untoleratedAtBoot } from '../../cluster/placement/bootstrap-taints';
import { describeTaint } from '../../cluster/placement/taints';
import { finding } from '../../private/finding';

/** Agents of the network are for Linux nodes. */
export function requireLinux(plan: AgentPlan, program: string): void {
  if (plan.nodes.operatingSystem !== OperatingSystem.WINDOWS) {return;}
  plan.addError(finding({
    code: 'unsupported-nodes', what: `${program} is for Linux nodes here`, given: 'NodeCoverage.windows()', allowed: 'Linux nodes',
    fix: 'cover Linux nodes, and use the installer of the project for Windows nodes',
  }));
}

/**
 * What must hold for an agent that runs on nodes which have no network yet. It is judged on what is written, so that overrides count too.
 */
export class BeforeNetwork implements IAgentFeature, IAgentCheck {
  /**
   * @param program what the agent is called in findings
   */
  public constructor(private readonly program: string) {}

  public contribute(plan: AgentPlan): void {
    requireLinux(plan, this.program);
    plan.addCheck(this);
  }

  public check(review: AgentReview): void {
    const { podSpec, spec } = review;
    this.checkTolerations(podSpec.tolerations ?? [], podSpec.hostNetwork === true, review);
    this.checkDns(podSpec.dnsPolicy, review);
    this.checkPrivileges([...podSpec.initContainers ?? [], ...podSpec.containers ?? []], review);
    // where it declares ports of the node, the second pod finds no place, which is reported with the ports
    const hasPorts = (podSpec.containers ?? []).some(({ ports }: { ports?: unknown[] }) => (ports ?? []).length > 0);
    if (!hasPorts && ![undefined, null, 0, '0', '0%'].includes(spec.updateStrategy?.rollingUpdate?.maxSurge)) {
      review.addError(finding({
        code: 'rollout-cannot-finish',
        what: `${this.program} cannot run twice on a node, so no new pod can start before the old one stops`,
        given: `maxSurge: ${spec.updateStrategy.rollingUpdate.maxSurge}`,
        allowed: 'Rollout.count, Rollout.percent, Rollout.onDelete',
        fix: 'use Rollout.count(1): both pods would program the same node and open the same ports',
      }));
    }
  }

  private checkTolerations(tolerations: any[], hostNetwork: boolean, review: AgentReview): void {
    const missing = untoleratedAtBoot(tolerations, hostNetwork);
    if (missing.length === 0) {return;}
    review.addError(finding({
      code: 'missing-bootstrap-toleration',
      what: `${this.program} would never start on a new node: the node is tainted until its network works`,
      given: `no toleration of ${missing.map(describeTaint).join(', ')}`,
      allowed: 'tolerations that cover the taints of a node that is not ready',
      fix: 'leave `tolerations` of NodeCoverage out, which tolerates everything, or add Toleration.effect(TaintEffect.NO_SCHEDULE)',
    }));
  }

  /** A list of capabilities says what a program may do; in a privileged container it says nothing, and reviewers believe it. */
  private checkPrivileges(containers: any[], review: AgentReview): void {
    for (const { name, securityContext } of containers) {
      const added: string[] = securityContext?.capabilities?.add ?? [];
      if (securityContext?.privileged !== true || added.length === 0) {continue;}
      review.addError(finding({
        code: 'privileged-with-capabilities', container: name,
        what: `the container '${name}' is privileged, so that capabilities have no effect on it`,
        given: `privileged: true, capabilities.add: ${added.join(', ')}`, allowed: 'one of them',
        fix: 'use ContainerSecurity.privileged, or leave `privileged` out and add the capabilities that are needed',
      }));
    }
  }

  private checkDns(policy: string | undefined, review: AgentReview): void {
    if (policy === 'Default' || policy === 'None') {return;}
    review.addError(finding({
      code: 'dns-before-network',
      what: `${this.program} would ask the DNS of the cluster, which does not answer before the network of the node works`,
      given: `dnsPolicy: ${policy ?? 'ClusterFirst, by the API server'}`,
      allowed: 'Dns.node(), Dns.custom({ nameservers: [...] })',
      fix: 'leave `dns` out: the default resolves names as the node does',
    }));
  }
}
