import { isAtOrBelow } from '../../cluster/host-state/host-directories';
import { tidyPath } from '../../cluster/host-state/host-mounts';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { directoryOf } from '../../private/paths';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Directories that every Linux node has by the time its kubelet runs. */
const EXISTING = new Set([
  '/', '/bin', '/boot', '/dev', '/dev/shm', '/etc', '/etc/default', '/etc/kubernetes', '/home', '/lib',
  '/media', '/mnt', '/opt', '/proc', '/root', '/run', '/sbin', '/srv',
  '/sys', '/tmp', '/usr', '/usr/bin', '/usr/lib', '/usr/local', '/usr/sbin', '/usr/share', '/var',
  '/var/cache', '/var/lib', KUBELET_DIRECTORY, '/var/log', '/var/log/containers', '/var/log/pods', '/var/spool', '/var/tmp',
]);

export const fileInMissingDirectory: Rule = {
  id: 'file-in-missing-directory',
  level: 'warning',
  summary: 'A file is to be made in a directory that may not be there.',
  looksAt: 'Volumes of the kind hostPath and the type FileOrCreate, and their directories: those that every node has, and those that other '
    + 'volumes of the pod make.',
  why: 'FileOrCreate makes the file alone. Where its directory is missing the mount fails, and the pod waits in ContainerCreating.',
  fix: 'Mount the directory with DirectoryOrCreate in place of the file, or add it as a volume of its own.',
  example: () => ({
    fails: [withVolume({ path: '/var/lib/agent/state.db', type: 'FileOrCreate' })],
    passes: [withVolume({ path: '/var/lib/agent', type: 'DirectoryOrCreate' })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const volumes: Wire[] = workload.pod.volumes ?? [];
      if (!volumes.some(isMadeFile)) {continue;}
      const known = volumes.filter(({ hostPath }) => typeof hostPath?.path === 'string' && /^Directory/.test(hostPath.type ?? '')).map(
        ({ hostPath }) => tidyPath(hostPath.path),
      );
      for (const [index, volume] of volumes.entries()) {
        if (!isMadeFile(volume)) {continue;}
        const directory = directoryOf(tidyPath(volume.hostPath.path));
        if (EXISTING.has(directory) || known.some(path => isAtOrBelow(path, directory))) {continue;}
        yield findingOf(fileInMissingDirectory, {
          about: workload, path: `${workload.podPath}.volumes[${index}].hostPath`, given: volume.hostPath.path,
          what: `nothing makes the directory ${directory} on the nodes`,
        });
      }
    }
  },
};

function isMadeFile({ hostPath }: Wire): boolean {
  return hostPath?.type === 'FileOrCreate' && typeof hostPath.path === 'string' && hostPath.path.startsWith('/');
}

function withVolume(hostPath: Wire): Wire {
  return daemonSet({ volumes: [{ name: 'state', hostPath }] }, { volumeMounts: [{ name: 'state', mountPath: '/state' }] });
}
