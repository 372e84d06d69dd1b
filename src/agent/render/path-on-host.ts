import { hostPathOn } from '../../cluster/platforms/host-places';
import { HostPath } from '../container/host-path';
import { MountPropagation } from '../container/volume-mount';
import { TargetCluster } from '../target-cluster';

/**
 * Where a host path is on the nodes of a cluster: the one place that decides it. What has a type of its own is taken as it was given. So is
 * what travels in both directions: the kubelet hands out its own paths, so both sides have to be the same.
 */
export function pathOnHost(hostPath: HostPath, { _facts: facts }: TargetCluster): string {
  const isMeant = hostPath._typeGiven || hostPath.propagation === MountPropagation.BIDIRECTIONAL;
  return facts === undefined || isMeant ? hostPath.path : hostPathOn(hostPath.path, facts);
}
