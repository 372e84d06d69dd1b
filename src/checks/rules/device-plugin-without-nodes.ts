import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { Fleet } from '../../cluster/placement/fleet';
import { Placement } from '../../cluster/placement/placement';
import { describeTaint } from '../../cluster/placement/taints';
import { findingOf } from '../../private/finding';
import { byText, Wire } from '../../private/wire';
import { daemonSet, hostPath, node } from '../example';
import { registersDevices } from '../facts/device-plugins';
import type { Rule } from '../rule';

export const devicePluginWithoutNodes: Rule = {
  id: 'device-plugin-without-nodes',
  level: 'warning',
  summary: 'A device plugin runs on no node of the cluster.',
  looksAt: 'DaemonSets that mount the sockets for device plugins of the kubelet, against the labels and taints of the nodes, where they '
    + 'are known.',
  why: 'The rollout is complete with no pod at all, and no event tells. Pods that ask for the device stay Pending. Most often the label '
    + 'that the plugin asks for is missing, because Node Feature Discovery does not run or has labels in another format, or a taint of the '
    + 'nodes is not tolerated.',
  fix: 'Give the nodes one of the labels, ask for one that they have (`labels` of `GpuNodes`), run Node Feature Discovery, or tolerate the '
    + 'taint. GKE runs a plugin of its own on nodes without the label `gke-no-default-nvidia-gpu-device-plugin=true`. In a cluster without '
    + 'such devices leave the plugin out.',
  example: () => {
    const nodes = [node('gpu-1', { 'feature.node.kubernetes.io/pci-0302_10de.present': 'true' })];
    const plugin = (key: string) => daemonSet(
      { volumes: [hostPath('sockets', '/var/lib/kubelet/device-plugins')], nodeSelector: { [key]: 'true' } },
      { volumeMounts: [{ name: 'sockets', mountPath: '/var/lib/kubelet/device-plugins' }] },
    );
    return {
      fails: [plugin('feature.node.kubernetes.io/pci-10de.present'), ...nodes],
      passes: [plugin('feature.node.kubernetes.io/pci-0302_10de.present'), ...nodes],
    };
  },
  *check(context) {
    const { nodes = [] } = context;
    if (nodes.length === 0) {return;}
    for (const workload of writtenDaemonSets(context)) {
      if (!registersDevices(workload)) {continue;}
      const placement = new Placement(workload.pod);
      if (new Fleet(nodes).groupsFor(placement).some(({ decision }) => decision.shouldRun)) {continue;}
      yield findingOf(devicePluginWithoutNodes, {
        about: workload, path: workload.podPath, what: `none of ${nodes.length} nodes gets a pod of the device plugin`,
        given: reasonsFor(workload, placement, nodes),
      });
    }
  },
};

/** What keeps the plugin away: taints where labels match, else the labels that it asks for, and those that GKE asks for. */
function reasonsFor({ pod }: Workload, placement: Placement, nodes: readonly ClusterNode[]): string {
  const taints = new Set(nodes.flatMap(each => placement.taintsAloneOn(each)).map(describeTaint));
  if (taints.size > 0) {return `the taint ${[...taints].sort(byText).join(', ')} is not tolerated`;}
  const keys = keysIn(pod);
  const managed = keys.includes(GKE_WITHOUT_PLUGIN)
    && nodes.some(({ labels }) => Object.hasOwn(labels, GKE_ACCELERATOR) && labels[GKE_WITHOUT_PLUGIN] !== 'true');
  return managed
    ? `GKE runs a device plugin of its own on its nodes, unless they have the label ${GKE_WITHOUT_PLUGIN}=true`
    : `no node has the labels: ${keys.join(', ')}`;
}

const GKE_ACCELERATOR = 'cloud.google.com/gke-accelerator';
const GKE_WITHOUT_PLUGIN = 'gke-no-default-nvidia-gpu-device-plugin';

/** The labels that are asked for, in the order of the manifest. */
function keysIn(pod: Wire): string[] {
  const terms: Wire[] = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const asked = terms.flatMap(term => term.matchExpressions ?? [])
    .filter(({ operator }: Wire) => operator === 'In' || operator === 'Exists').map(({ key }: Wire) => String(key));
  return [...new Set([...Object.keys(pod.nodeSelector ?? {}), ...asked])];
}
