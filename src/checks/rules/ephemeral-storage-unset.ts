import { isDaemonSet } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { hasLimit } from '../facts/limit-ranges';
import { isGrowingVolume, isTemporaryVolume, writersOf } from '../facts/small-volumes';
import type { Rule } from '../rule';

export const ephemeralStorageUnset: Rule = {
  id: 'ephemeral-storage-unset',
  level: 'warning',
  summary: 'A volume on the disk of the node may grow until the disk is full.',
  looksAt: '`emptyDir` volumes of DaemonSets without `sizeLimit` that a container writes, where none of these containers has a limit of '
    + '`ephemeral-storage`: those of buffers, caches, logs and data, by their names and paths. Volumes in '
    + 'memory count against the limit of memory. Volumes that hold sockets, certificates, configuration, programs or temporary files do '
    + 'not grow.',
  why: 'A full disk is pressure on the whole node: the kubelet evicts pods, removes images and takes no new ones. With a limit it evicts '
    + 'the pod that wrote too much.',
  fix: 'Set `sizeLimit` on the volume, or `resources.limits.ephemeral-storage` on the containers that write it, and bound buffers in the '
    + 'configuration of the agent below that.',
  example: () => {
    const volumeMounts = [{ name: 'buffer', mountPath: '/buffer' }];
    return {
      fails: [daemonSet({ volumes: [{ name: 'buffer', emptyDir: {} }] }, { volumeMounts })],
      passes: [daemonSet({ volumes: [{ name: 'buffer', emptyDir: { sizeLimit: '1Gi' } }] }, { volumeMounts })],
    };
  },
  *check(context) {
    const has = hasLimit(context);
    for (const workload of writtenWorkloads(context)) {
      for (const [index, { name: volume, emptyDir }] of (workload.pod.volumes ?? []).entries()) {
        if (!emptyDir || emptyDir.sizeLimit || emptyDir.medium && emptyDir.medium !== '') {continue;}
        const writers = writersOf(workload, volume);
        if (writers.length === 0 || !isGrowingVolume(volume, writers)
          || writers.some(({ container }) => has(workload, container, 'ephemeral-storage'))) {continue;}
        const isUsual = !isDaemonSet(workload) || isTemporaryVolume(volume, writers);
        yield findingOf(ephemeralStorageUnset, {
          about: workload, path: `${workload.podPath}.volumes[${index}].emptyDir.sizeLimit`,
          ...writers.length === 1 && { container: writers[0].name }, ...isUsual && { isUsual },
          what: `nothing bounds what is written to the volume '${volume}' on the disk of the node`,
          allowed: 'sizeLimit, or limits.ephemeral-storage',
        });
      }
    }
  },
};
