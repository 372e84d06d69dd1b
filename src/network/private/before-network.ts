import { OperatingSystem } from '../../agent/nodes/operating-system';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { automaticTolerations, describeTaint, Taint, tolerates } from '../../cluster/placement/taints';
import { finding } from '../../private/finding';

/**
 * The taints of a node that is not ready because it has no network yet. What makes the network cannot wait for them to go.
 */
export const BOOTSTRAP_TAINTS: readonly Taint[] = [
  { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/network-unavailable', effect: 'NoSchedule' },
  // the kubelet sets it where a cloud controller initializes nodes, which may itself need the network
  { key: 'node.cloudprovider.kubernetes.io/uninitialized', value: 'true', effect: 'NoSchedule' },
];

/** What must hold for an agent that runs on nodes which have no network yet. It is judged on what is written, so that overrides count too. */
export class BeforeNetwork implements IAgentFeature, IAgentCheck {
  /**
   * @param program what the agent is called in findings
   */
  public constructor(private readonly program: string) {}

  public contribute(plan: AgentPlan): void {
    if (plan.nodes.operatingSystem === OperatingSystem.WINDOWS) {
      plan.addError(finding({
        code: 'unsupported-nodes', what: `${this.program} is for Linux nodes here`, given: 'NodeCoverage.windows()', allowed: 'Linux nodes',
        fix: 'cover Linux nodes, and use the installer of the project for Windows nodes',
      }));
    }
    plan.addCheck(this);
  }

  public check(review: AgentReview): void {
    const { podSpec, spec } = review;
    this.checkTolerations([...podSpec.tolerations ?? [], ...automaticTolerations(podSpec.hostNetwork === true)], review);
    this.checkDns(podSpec.dnsPolicy, review);
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

  private checkTolerations(tolerations: any[], review: AgentReview): void {
    const missing = BOOTSTRAP_TAINTS.filter(taint => !tolerations.some(toleration => tolerates(toleration, taint)));
    if (missing.length === 0) {return;}
    review.addError(finding({
      code: 'missing-bootstrap-toleration',
      what: `${this.program} would never start on a new node: the node is tainted until its network works`,
      given: `no toleration of ${missing.map(describeTaint).join(', ')}`,
      allowed: 'tolerations that cover the taints of a node that is not ready',
      fix: 'leave `tolerations` of NodeCoverage out, which tolerates everything, or add Toleration.effect(TaintEffect.NO_SCHEDULE)',
    }));
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
