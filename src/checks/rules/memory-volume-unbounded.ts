import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { hasLimit } from '../facts/limit-ranges';
import { isSmallVolume, writersOf } from '../facts/small-volumes';
import type { Rule } from '../rule';

export const memoryVolumeUnbounded: Rule = {
  id: 'memory-volume-unbounded',
  level: 'warning',
  summary: 'A volume in memory can grow until the node has none left.',
  looksAt: '`emptyDir` volumes of the medium Memory without `sizeLimit`, in containers without a limit of memory. Those that hold '
    + 'sockets, keys or configuration, by their names and paths, do not grow.',
  why: 'What is written there is memory. Without a size the volume may take all that the node has for pods, and a container without a '
    + 'limit is not stopped: the node runs short, and other pods are evicted first.',
  fix: 'Set `sizeLimit`, or a limit of memory for the containers that write there.',
  example: () => ({
    fails: [withVolume({})],
    passes: [withVolume({ sizeLimit: '64Mi' })],
  }),
  *check(context) {
    const isLimited = hasLimit(context);
    for (const workload of writtenWorkloads(context)) {
      for (const [index, { name, emptyDir }] of (workload.pod.volumes ?? []).entries()) {
        if (emptyDir?.medium !== 'Memory' || (emptyDir.sizeLimit ?? undefined) !== undefined) {continue;}
        const writers = writersOf(workload, name);
        const writer = writers.find(({ container }) => !isLimited(workload, container, 'memory'));
        if (writer === undefined || isSmallVolume(name, writers)) {continue;}
        yield findingOf(memoryVolumeUnbounded, {
          about: workload, path: `${workload.podPath}.volumes[${index}].emptyDir.sizeLimit`, container: writer.name,
          what: `nothing ends what '${writer.name}' may write into memory`,
        });
      }
    }
  },
};

function withVolume(emptyDir: Wire): Wire {
  return daemonSet(
    { volumes: [{ name: 'buffer', emptyDir: { medium: 'Memory', ...emptyDir } }] },
    { volumeMounts: [{ name: 'buffer', mountPath: '/buffer' }], resources: { limits: { memory: '0' } } },
  );
}
