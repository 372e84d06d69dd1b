import * as cluster from '../../../../src/cluster';
import { SimulatedNode } from '../../../../src/cluster';

/** Every class with the nodes of a platform, and how the names of its nodes begin. */
export const PLATFORMS = [
  ['eks', cluster.EksNodes], ['gke', cluster.GkeNodes], ['aks', cluster.AksNodes], ['kubeadm', cluster.KubeadmNodes],
  ['k3s', cluster.K3sNodes],
  ['talos', cluster.TalosNodes], ['openshift', cluster.OpenShiftNodes], ['kind', cluster.KindNodes], ['rke2', cluster.Rke2Nodes],
  ['k0s', cluster.K0sNodes],
  ['microk8s', cluster.Microk8sNodes],
] as const;

/** The methods of a platform that make one node each, in the order of the source. */
export function methodsOf(platform: (typeof PLATFORMS)[number][1]): Array<[method: string, make: () => SimulatedNode]> {
  return Object.getOwnPropertyNames(platform)
    .filter(name => typeof (platform as any)[name] === 'function' && name !== 'all')
    .map(name => [name, () => (platform as any)[name]()]);
}

/** Every node of every platform. */
export const ALL_NODES: readonly SimulatedNode[] = PLATFORMS.flatMap(([, platform]) => platform.all());
