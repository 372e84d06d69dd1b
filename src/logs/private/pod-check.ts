import { Collector } from './collector';
import { checkArguments } from './config-arguments';
import { LogPipeline } from './log-pipeline';
import { refusedOnWindows } from './windows-refusals';
import { OperatingSystem } from '../../agent/nodes/operating-system';
import { IAgentCheck } from '../../agent/plan/agent-check';
import { IAgentFeature } from '../../agent/plan/agent-feature';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { AgentReview } from '../../agent/plan/agent-review';
import { finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { LogFileAccess } from '../log-file-access';

/** Whether the collector runs its configuration, can read its files and stop in time, in the pod that is really written. */
export class PodCheck implements IAgentFeature, IAgentCheck {
  private plan?: AgentPlan;

  public constructor(
    private readonly collector: Collector, private readonly pipeline: LogPipeline, private readonly access: LogFileAccess,
  ) {}

  public contribute(plan: AgentPlan): void {
    this.plan = plan;
    const { platform } = plan.cluster;
    if (this.access.kind === 'nonRoot' && platform?.logFilesOfRootAlone) {
      plan.addError(finding({
        code: 'invalid-collector-config',
        what: `the agent would run, be healthy and ship nothing: on ${platform.name}, root alone may open log files`,
        given: 'LogFileAccess.nonRoot',
        allowed: 'LogFileAccess.root()',
        fix: 'leave `access` out: the agent is then user 0 without any capability',
      }));
    }
    if (platform?.hasJournal === false) {this.refuseJournal(plan, platform.name);}
    plan.addCheck(this);
  }

  private refuseJournal(plan: AgentPlan, platform: string): void {
    for (const { name } of this.pipeline.inputs.filter(input => input.kind === 'journal')) {
      plan.addError(finding({
        code: 'invalid-collector-config',
        what: `the input would read nothing: ${platform} has no systemd, and no journal`,
        given: `the input '${name}'`,
        allowed: 'LogInput.containers, LogInput.kernel, LogInput.files',
        fix: 'read the log of the kernel with LogInput.kernel, and have the machine configuration send the logs of services',
      }));
    }
  }

  public check(review: AgentReview): void {
    const { application, container: { command } = {} } = this.collector.preset;
    checkArguments(
      this.collector.configArguments, review.findContainer(application) ?? {}, command,
    ).forEach(found => review.addError(found));
    this.checkStop(review.podSpec.terminationGracePeriodSeconds ?? 30, review);
    if (this.plan!.nodes.operatingSystem === OperatingSystem.WINDOWS) {
      refusedOnWindows(this.collector, this.pipeline.inputs, this.access).forEach(found => review.addError(found));
      return;
    }
    const pod: Wire = review.podSpec.securityContext ?? {};
    const container: Wire = review.findContainer(this.collector.preset.application)?.securityContext ?? {};
    if (this.access.kind === 'nonRoot') {
      this.checkGroups(pod.supplementalGroups ?? [], review);
    } else {
      this.checkUser({ ...pod, ...container }, review);
    }
  }

  private checkGroups(groups: number[], review: AgentReview): void {
    if (!groups.includes(0)) {
      review.addError(finding({
        code: 'invalid-collector-config',
        what: 'the agent would run, be healthy and ship nothing: its user may not read log files',
        given: 'LogFileAccess.nonRoot in a pod that lacks the group of root',
        allowed: '`supplementalGroups: [0]`',
        fix: 'add the group to the `podSecurityContext`',
      }));
    }
    const journal = this.pipeline.inputs.find(input => input.kind === 'journal');
    if (journal !== undefined && groups.every(group => group === 0)) {
      review.addError(finding({
        code: 'invalid-collector-config',
        what: 'the agent would read nothing of the journal, which belongs to the group systemd-journal',
        given: `LogFileAccess.nonRoot with the input '${journal.name}'`,
        allowed: 'LogFileAccess.root()',
        fix: 'read it as root, or name groups in `podSecurityContext`: 0, and the number that systemd-journal has on your nodes',
      }));
    }
  }

  private checkUser({ runAsUser, runAsNonRoot }: Wire, review: AgentReview): void {
    if (runAsUser > 0 || (runAsUser === undefined && runAsNonRoot)) {
      review.addError(finding({
        code: 'invalid-collector-config',
        what: 'the agent would run, be healthy and ship nothing: log files belong to root, and it would be another user',
        given: runAsUser === undefined ? 'runAsNonRoot' : `the user ${runAsUser}`,
        allowed: 'ContainerSecurity.root(reason)',
        fix: 'leave `securityContext` out, or say `access: LogFileAccess.nonRoot(user)` and read what it needs',
      }));
    }
  }

  private checkStop(gracePeriod: number, review: AgentReview): void {
    const { stopSeconds } = this.collector;
    if (gracePeriod < stopSeconds + 5) {
      review.addError(finding({
        code: 'invalid-collector-config',
        what: 'the pod is killed while the collector still delivers',
        given: `terminationGracePeriod ${gracePeriod} s, shutdown grace ${stopSeconds} s`,
        allowed: `a terminationGracePeriod of at least ${stopSeconds + 5} s`,
        fix: 'raise the one, or lower the other',
      }));
    }
  }
}
