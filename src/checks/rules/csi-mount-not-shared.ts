import { csiPluginsIn, maySelfMount, unsharedMounts } from '../../cluster/csi/csi-plugins';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiMountNotShared: Rule = {
  id: 'csi-mount-not-shared',
  level: 'error',
  summary: 'A CSI driver makes mounts in a directory that it does not share with its node.',
  looksAt: '`mountPropagation` of the mounts of `pods`, of `plugins/kubernetes.io/csi` and of what is above them, in the container of the '
    + 'driver. Containers that only read there are looked at by `stale-mounts`. A driver without the rights to mount, which may have '
    + 'another program do it, is a warning.',
  why: 'What the driver mounts there stays in its container: the pod starts with an empty directory of the node in place of its volume, '
    + 'and writes to the disk of the node. Staging directories need it as well as those of pods, or a volume is gone when the driver '
    + 'restarts.',
  fix: 'Set `mountPropagation: Bidirectional` on the mount and `privileged: true` on the container, as CsiMounts does. Containers that '
    + 'only have to see the mounts take `HostToContainer`.',
  example: () => ({
    fails: [csiPlugin({ mount: { mountPropagation: 'None' } })],
    passes: [csiPlugin()],
  }),
  *check(context) {
    for (const plugin of csiPluginsIn(context)) {
      for (const { container, path, mount, mountPath } of unsharedMounts(plugin)) {
        yield findingOf(csiMountNotShared, {
          about: plugin.workload, container: container.name, path: `${mountPath}.mountPropagation`,
          given: `${path}, ${mount.mountPropagation ?? 'None'}`, allowed: 'Bidirectional',
          ...!maySelfMount(plugin) && { level: 'warning' },
          what: 'volumes that the driver mounts here never appear on the node',
        });
      }
    }
  },
};
