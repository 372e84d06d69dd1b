import { csiPluginOf } from '../../cluster/csi/csi-plugins';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { containersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { installsCniPlugin } from '../../cluster/network-agents/cni-directories';
import { hasNetworkProgram } from '../../cluster/network-agents/network-agents';
import { memo } from '../../private/memo';

/** Where plugins of the network write. */
const NETWORK = /^\/etc\/cni\/net\.d$|\/cni\/bin$|^\/home\/kubernetes\/bin$/;
const REGISTRY = /\/kubelet\/plugins_registry(\/|$)/;
/** Where the driver for Secrets of others looks for its providers. */
const PROVIDERS = /\/secrets-store-csi-providers(\/|$)/;
const DEVICES = /\/kubelet\/device-plugins(\/|$)/;

/** What stands still on a node without this agent, because it is a network, storage or device plugin. Undefined for all others. */
export const standsStillWithout: (workload: Workload) => string | undefined = memo(workload => {
  if (!isDaemonSet(workload)) {return undefined;}
  // who only reads these directories is no plugin
  const written = hostMountsIn(workload).filter(({ isWritable }) => isWritable).map(({ path }) => path);
  const writes = (directory: RegExp) => written.some(path => directory.test(path));
  if (writes(NETWORK) && (installsCniPlugin(workload) || hasNetworkProgram(workload))) {
    return isSecondary(workload) ? 'no new pod of the node gets a further network of it' : 'no new pod of the node gets a network';
  }
  if (csiPluginOf(workload) !== undefined) {return writes(REGISTRY) ? 'no pod of the node gets a volume of its driver' : undefined;}
  // drivers for dynamic resource allocation register where CSI drivers do
  if (writes(DEVICES)) {return 'no pod of the node gets a device of it';}
  if (writes(PROVIDERS)) {return 'no pod of the node gets a secret of this provider';}
  return writes(REGISTRY) ? 'no pod of the node gets what it serves' : undefined;
});

/** Programs for networks next to the first one of a pod, and for their addresses. */
const SECONDARY = /(^|[/-])(whereabouts|multus(-cni)?|sriov-cni|ovs-cni(-plugin)?|ib-sriov-cni|bond-cni|rdma-cni|ipoib-cni|accelerated-bridge-cni)(-|$)/;

function isSecondary(workload: Workload): boolean {
  return containersIn(workload).some(({ container: { image } }) => SECONDARY.test(programOf(image) ?? ''));
}
