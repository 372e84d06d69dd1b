import { quote } from '../../private/agent-error';
import { finding, ObjectFinding } from '../../private/finding';
import type { PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/**
 * Pauses before the stop that are longer than the pod has. Of a grace period of 0 the kubelet makes one second, in which other hooks run.
 */
export function* wrongHook(about: Workload, { container, name, path }: PlacedContainer): Generator<ObjectFinding> {
  const hook = container.lifecycle?.preStop;
  if (!hook) {return;}
  const grace = about.pod.terminationGracePeriodSeconds ?? 30;
  const pause = hook.sleep?.seconds ?? 0;
  const place = { about, container: name, path: `${path}.lifecycle.preStop` };
  if (pause > grace) {
    yield finding({
      ...place, code: 'invalid-hook', what: `the pause of the container ${quote(container.name)} is longer than the pod has to stop`,
      given: `${pause} s, terminationGracePeriod ${grace} s`,
      fix: 'shorten the pause, or give terminationGracePeriodSeconds more (`terminationGracePeriod`)',
    });
  }
}
