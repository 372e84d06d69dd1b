import { Problem, quote } from '../../private/problem';
import type { Wire } from '../../private/wire';
import { containersOf } from '../workload-facts';

/** Hooks for which the pod has no time: the API server refuses a longer pause, and the kubelet leaves any hook out where there is no time at all. */
export function findWrongHooks(pod: Wire, problems: Problem[]): void {
  const grace = pod.terminationGracePeriodSeconds ?? 30;
  for (const { name, lifecycle } of containersOf(pod)) {
    const hook = lifecycle?.preStop;
    if (!hook) {continue;}
    const pause = hook.sleep?.seconds ?? 0;
    if (grace === 0) {
      problems.push({
        code: 'invalid-hook', what: `the container ${quote(name)} has a hook before its stop that never runs: the pod is killed at once`,
        given: 'preStop, terminationGracePeriod 0 s', fix: 'leave the hook out, or give terminationGracePeriod the seconds that it takes',
      });
    } else if (pause > grace) {
      problems.push({
        code: 'invalid-hook', what: `the pause of the container ${quote(name)} is longer than the pod has to stop`,
        given: `${pause} s, terminationGracePeriod ${grace} s`, fix: 'shorten the pause, or give terminationGracePeriod more',
      });
    }
  }
}
