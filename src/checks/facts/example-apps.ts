import { containersIn } from '../../cluster/inventory/containers';
import { isTool, programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';
import type { Wire } from '../../private/wire';

/**
 * Whether a workload is an example of an application, such as the user of a volume: images that say nothing of what they are used for, and
 * nothing of the node.
 */
export function isExampleApp(workload: Workload): boolean {
  const { hostNetwork, hostPID, volumes } = workload.pod;
  return hostNetwork !== true && hostPID !== true && !(volumes ?? []).some(({ hostPath }: Wire) => hostPath)
    && containersIn(workload).every(({ container: { image } }) => isTool(programOf(image) ?? '') && !/pause/.test(String(image)));
}
