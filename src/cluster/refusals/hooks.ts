import { quote } from '../../private/agent-error';
import { finding, ObjectFinding } from '../../private/finding';
import type { PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/** Hooks for which the pod has no time: the API server refuses a longer pause, and the kubelet leaves any hook out where there is no time at all. */
export function* wrongHook(about: Workload, { container, name, path }: PlacedContainer): Generator<ObjectFinding> {
  const hook = container.lifecycle?.preStop;
  if (!hook) {return;}
  const grace = about.pod.terminationGracePeriodSeconds ?? 30;
  const pause = hook.sleep?.seconds ?? 0;
  const place = { about, container: name, path: `${path}.lifecycle.preStop` };
  if (grace === 0) {
    yield finding({
      ...place, code: 'invalid-hook', level: 'warning', refusedBy: 'nobody',
      what: `the container ${quote(container.name)} has a hook before its stop that never runs: the pod is killed at once`,
      given: 'preStop, terminationGracePeriod 0 s', fix: 'leave the hook out, or give terminationGracePeriodSeconds what it takes (`terminationGracePeriod`)',
    });
  } else if (pause > grace) {
    yield finding({
      ...place, code: 'invalid-hook', what: `the pause of the container ${quote(container.name)} is longer than the pod has to stop`,
      given: `${pause} s, terminationGracePeriod ${grace} s`, fix: 'shorten the pause, or give terminationGracePeriodSeconds more (`terminationGracePeriod`)',
    });
  }
}
