import { csiPluginsIn, unsharedMounts } from '../../cluster/csi/csi-plugins';
import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { operatingSystemOf } from '../../cluster/operating-system/operating-system';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Directories of the node in which the kubelet mounts the volumes of pods, and those above them. */
const WITH_MOUNTS = /^(\/|\/var|\/var\/lib|\/run\/netns|(?!\/etc\/).*\/kubelet(\/pods)?)$/;

export const staleMounts: Rule = {
  id: 'stale-mounts',
  level: 'warning',
  summary: 'An agent sees the mounts of its node as they were when it started.',
  looksAt: 'Mounts of `/`, `/var/lib`, the directory of the kubelet and the like without `mountPropagation`, in DaemonSets. A '
    + 'privileged container that may write `/` enters its node there. Disks below `/mnt` and `/media` are mounted before agents start.',
  why: 'Without propagation the container gets a copy of all mounts below the directory. Volumes that come later are not seen: file '
    + 'systems are measured as those of their parents. Those that were there stay held when the node lets go of them, and unmounting or '
    + 'removing them fails with `device or resource busy`.',
  fix: 'Set `mountPropagation: HostToContainer` for an agent that reads there, or mount only the directories that the agent needs.',
  example: () => ({
    fails: [withMount({})],
    passes: [withMount({ mountPropagation: 'HostToContainer' })],
  }),
  *check(context) {
    // a driver has to share what it mounts, which is an error of its own
    const ofDrivers = new Set(csiPluginsIn(context).flatMap(unsharedMounts).map(({ mount }) => mount));
    for (const workload of writtenDaemonSets(context)) {
      if (operatingSystemOf(workload) === 'windows') {continue;}
      for (const { path, mount, mountPath, isWritable, container: { container, name, role } } of hostMountsIn(workload)) {
        const { mountPropagation = 'None', recursiveReadOnly } = mount;
        // an init container is gone before it matters, and what is read-only to its last mount takes no propagation
        if (role === 'init' || (mountPropagation ?? 'None') !== 'None' || recursiveReadOnly === 'Enabled' || !WITH_MOUNTS.test(path)
          || ofDrivers.has(mount) || isWritable && container.securityContext?.privileged === true && path === '/') {continue;}
        yield findingOf(staleMounts, {
          about: workload, path: `${mountPath}.mountPropagation`, container: name, given: `${path}, None`, allowed: 'HostToContainer',
          what: 'the container keeps the mounts that it found when it started',
        });
      }
    }
  },
};

function withMount(mount: Wire): Wire {
  return daemonSet(
    { volumes: [{ name: 'root', hostPath: { path: '/', type: 'Directory' } }] },
    { volumeMounts: [{ name: 'root', mountPath: '/host/root', readOnly: true, ...mount }] },
  );
}
