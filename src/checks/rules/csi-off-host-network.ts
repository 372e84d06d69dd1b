import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { isOffHostNetwork, protocolOf } from '../../cluster/csi/mount-life';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiOffHostNetwork: Rule = {
  id: 'csi-off-host-network',
  level: 'error',
  summary: 'A CSI driver for file shares is not on the network of its node.',
  looksAt: '`hostNetwork` of CSI plugins whose driver is that for NFS, SMB or EFS, but for those on Windows.',
  why: 'A connection of the kernel belongs to the network namespace of the pod that made it. When that pod is replaced its address is '
    + 'gone, and every mount of the node hangs: processes stay in state D, `server not responding`, until the node is restarted.',
  fix: 'Set `hostNetwork: true` and `dnsPolicy: ClusterFirstWithHostNet`, and give the health endpoints ports that are free on every node.',
  example: () => {
    const driver = { image: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4' };
    return { fails: [csiPlugin({ driver })], passes: [csiPlugin({ driver, pod: { hostNetwork: true } })] };
  },
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      const { workload, driver } = plugin;
      const protocol = protocolOf(plugin);
      if (protocol === undefined || !isOffHostNetwork(plugin)) {continue;}
      yield findingOf(csiOffHostNetwork, {
        about: workload, container: driver?.name, path: `${workload.podPath}.hostNetwork`, given: 'hostNetwork: false', allowed: 'true',
        what: `mounts of the node by ${protocol} hang when this pod is replaced`,
      });
    }
  },
};
