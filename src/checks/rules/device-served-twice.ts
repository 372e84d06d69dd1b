import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { describeEntry } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet, hostPath } from '../example';
import { claimedDevices, pluggedDevices } from '../facts/device-plugins';
import type { Rule } from '../rule';

export const deviceServedTwice: Rule = {
  id: 'device-served-twice',
  level: 'warning',
  summary: 'A device plugin and a driver for dynamic resource allocation serve the same devices of a node.',
  looksAt: 'DaemonSets with the device plugins and the DRA drivers of NVIDIA, AMD and Intel that share nodes. The part of the NVIDIA '
    + 'driver that serves compute domains alone does not count.',
  why: 'Neither knows what the other gave away: a GPU that a pod has by `nvidia.com/gpu` is given to a ResourceClaim as well, and both '
    + 'pods use it. A DeviceClass with an `extendedResourceName` makes it one name for both.',
  fix: 'Serve the devices of a node in one way: leave one of them out, or keep them apart by a label of the nodes (docs/guides/dra.md).',
  example: () => {
    const plugin = (label: string) => mounting(
      'plugin', 'nvcr.io/nvidia/k8s-device-plugin:v0.20.0', '/var/lib/kubelet/device-plugins', label,
    );
    const driver = (label: string) => mounting(
      'driver', 'registry.k8s.io/dra-driver-nvidia/dra-driver-nvidia-gpu:v0.5.0', '/var/lib/kubelet/plugins_registry', label,
    );
    return { fails: [plugin('any'), driver('any')], passes: [plugin('plugin'), driver('driver')] };
  },
  *check(context) {
    const daemonSets = writtenDaemonSets(context);
    const drivers = daemonSets.filter(workload => claimedDevices(workload) !== undefined);
    if (drivers.length === 0) {return;}
    const sharing = NodeSharing.in(context);
    for (const workload of daemonSets) {
      const devices = pluggedDevices(workload);
      const driver = devices && drivers.find(each => claimedDevices(each) === devices && sharing.share(each, workload));
      if (!driver) {continue;}
      yield findingOf(deviceServedTwice, {
        about: workload, path: workload.podPath, what: `on nodes that ${describeEntry(driver)} runs on, ${devices} are served twice`,
        given: describeEntry(driver),
      });
    }
  },
};

function mounting(name: string, image: string, path: string, label: string): Wire {
  return daemonSet(
    { volumes: [hostPath('sockets', path)], nodeSelector: { 'example.com/gpus': label } },
    { image, volumeMounts: [{ name: 'sockets', mountPath: path }] }, { name },
  );
}
