import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { memo } from '../../private/memo';

/** Where the kubelet and the container runtime look for plugins, and what stands still without one. */
const PLUGIN_DIRECTORIES: ReadonlyArray<readonly [directory: RegExp, still: string]> = [
  [/^\/etc\/cni\/net\.d$|\/cni\/bin$|^\/home\/kubernetes\/bin$/, 'no new pod of the node gets a network'],
  [/\/kubelet\/plugins_registry(\/|$)/, 'no pod of the node gets a volume of its driver'],
  [/\/kubelet\/device-plugins(\/|$)/, 'no pod of the node gets a device'],
];

/** What stands still on a node without this agent, because it is a network, storage or device plugin. Undefined for all others. */
export const standsStillWithout: (workload: Workload) => string | undefined = memo(workload => {
  if (!isDaemonSet(workload)) {return undefined;}
  // who only reads these directories is no plugin
  const written = hostMountsIn(workload).filter(({ isWritable }) => isWritable);
  return written.length === 0 ? undefined : PLUGIN_DIRECTORIES.find(([directory]) => written.some(({ path }) => directory.test(path)))?.[1];
});
