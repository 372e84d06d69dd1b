import { AgentReview } from '../../agent/plan/agent-review';
import { finding } from '../../private/finding';

/** Pods of one workload that do not know their shard expose the same series, whoever set their number: an override or a patch. */
export function refuseCopies(review: AgentReview, container: string): void {
  const { replicas } = review.spec;
  const args: string[] = review.findContainer(container)?.args ?? [];
  if (typeof replicas !== 'number' || replicas < 2 || args.some(arg => arg.startsWith('--pod='))) {return;}
  review.addError(finding({
    code: 'duplicate-series', path: 'spec.replicas', what: 'each pod exposes every series, and queries count each object several times',
    given: `replicas: ${replicas}`, allowed: '1', fix: 'leave the replicas out, or use `sharding: KubeStateSharding...`',
  }));
}
